import type { Logger } from '@aws-lambda-powertools/logger';
import {
  buildNational,
  type BuildNationalPorts as UseCasePorts,
} from '../../shared/application/build-national.ts';
import type { QueueFunction, QueuePorts } from '../../shared/lambda/queue/batch.ts';
import { messageHandler } from '../../shared/lambda/queue/message-handler.ts';
import { readTasks } from './event.ts';

export interface BuildNationalPorts extends QueuePorts, UseCasePorts {
  readonly logger?: Logger;
}

export function createHandler(ports: BuildNationalPorts): QueueFunction {
  return messageHandler('build-national', ports, {
    read: readTasks,
    treat: (generation) => buildNational(ports, generation),
  });
}
