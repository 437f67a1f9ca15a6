import type { Logger } from '@aws-lambda-powertools/logger';
import type { Clock } from '../../shared/application/ports.ts';
import {
  readDeposits,
  type ReadDepositsPorts as UseCasePorts,
} from '../../shared/application/read-deposits.ts';
import { METRICS } from '../../shared/contracts/metrics.ts';
import type { Measure } from '../../shared/lambda/observability.ts';
import type { QueueFunction, QueuePorts } from '../../shared/lambda/queue/batch.ts';
import { groupHandler } from '../../shared/lambda/queue/group-handler.ts';
import { readTasks, type ToRead } from './event.ts';

export interface ReadDepositPorts extends QueuePorts, UseCasePorts {
  readonly clock: Clock;
  readonly measure: Measure;
  readonly logger?: Logger;
}

export function createHandler(ports: ReadDepositPorts): QueueFunction {
  return groupHandler('read-deposit', ports, {
    read: readTasks,
    keyOf: ({ id }) => id,
    treat: async (generation, tasks) => {
      const failures = await readDeposits(ports, generation, tasks);
      const failed = new Set(failures.map(({ of }) => of));
      measureLatency(
        ports,
        tasks.filter(({ id }) => !failed.has(id)),
      );
      return failures;
    },
  });
}

/** From the bytes' arrival to the verdict; what was asked for again says nothing of it. */
function measureLatency({ clock, measure }: ReadDepositPorts, judged: readonly ToRead[]): void {
  const now = clock().getTime();
  for (const { announcedAt } of judged)
    if (announcedAt !== undefined) measure(METRICS.verdictLatency, now - Date.parse(announcedAt));
}
