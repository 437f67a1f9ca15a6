import type { Logger } from '@aws-lambda-powertools/logger';
import {
  computeFigures,
  type ComputeFiguresPorts as UseCasePorts,
} from '../../shared/application/compute-figures.ts';
import type { QueueFunction, QueuePorts } from '../../shared/lambda/queue/batch.ts';
import { groupHandler } from '../../shared/lambda/queue/group-handler.ts';
import { readTasks } from './event.ts';

export interface ComputeFiguresPorts extends QueuePorts, UseCasePorts {
  readonly logger?: Logger;
}

export function createHandler(ports: ComputeFiguresPorts): QueueFunction {
  return groupHandler('compute-figures', ports, {
    read: readTasks,
    keyOf: (finess) => finess,
    treat: (generation, bodies) => computeFigures(ports, generation, bodies),
  });
}
