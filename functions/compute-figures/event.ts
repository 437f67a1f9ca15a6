import { ComputeFiguresMessage } from '../../shared/contracts/queue-messages.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import { type ReadTasks, taskIn } from '../../shared/lambda/queue/batch.ts';

/** The body of which figures are asked for. */
export const readTasks: ReadTasks<Finess> = (message) => {
  const { scope, finess } = ComputeFiguresMessage.parse(message);
  return [taskIn(scope, finess)];
};
