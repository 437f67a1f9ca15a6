import { BuildNationalMessage } from '../../shared/contracts/queue-messages.ts';
import { type ReadTasks, taskIn } from '../../shared/lambda/queue/batch.ts';

/** A national snapshot; a message says nothing but of what. */
export const readTasks: ReadTasks<'nation'> = (message) => [
  taskIn(BuildNationalMessage.parse(message).scope, 'nation'),
];
