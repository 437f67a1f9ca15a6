import type { Logger } from '@aws-lambda-powertools/logger';
import {
  buildWorkbook,
  type BuildWorkbookPorts as UseCasePorts,
} from '../../shared/application/build-workbook.ts';
import type { QueueFunction, QueuePorts } from '../../shared/lambda/queue/batch.ts';
import { messageHandler } from '../../shared/lambda/queue/message-handler.ts';
import { readTasks } from './event.ts';

export interface BuildWorkbookPorts extends QueuePorts, UseCasePorts {
  readonly logger?: Logger;
}

export function createHandler(ports: BuildWorkbookPorts): QueueFunction {
  return messageHandler('build-workbook', ports, {
    read: readTasks,
    treat: (generation, region) => buildWorkbook(ports, generation, region),
  });
}
