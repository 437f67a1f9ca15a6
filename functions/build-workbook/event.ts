import { BuildWorkbookMessage } from '../../shared/contracts/queue-messages.ts';
import type { RegionCode } from '../../shared/domain/territory/regions.ts';
import { type ReadTasks, taskIn } from '../../shared/lambda/queue/batch.ts';

/** The region whose workbook is asked for. */
export const readTasks: ReadTasks<RegionCode> = (message) => {
  const { scope, region } = BuildWorkbookMessage.parse(message);
  return [taskIn(scope, region)];
};
