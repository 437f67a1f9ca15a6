import { alertsStandOn } from '../domain/report/alerts-on.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { Caller } from './authorize.ts';
import { type CheckAsDepositPorts, checkAsDeposit, type FileToCheck } from './check-as-deposit.ts';
import { peersOf } from './peers-of.ts';
import type { Returns } from './ports.ts';
import { type Preview, previewedBodies, previewReturns } from './preview-return.ts';
import { type ReadSnapshotPorts, readSnapshot } from './read-snapshot.ts';
import { readStanding } from './read-standing.ts';

export interface CheckDepositPorts extends CheckAsDepositPorts, ReadSnapshotPorts {
  readonly returns: Pick<Returns, 'getMany'>;
}

export interface CheckedDeposit {
  readonly verdict: Verdict;
  readonly preview: Preview;
}

/**
 * A dry run: the verdict that a file would receive were it deposited now, and the figures that it would give. Nothing is
 * kept.
 *
 * @throws Refusal ROLE_FORBIDDEN, NOT_FOUND for an unknown campaign, OUTSIDE_PERIMETER.
 */
export async function checkDeposit(
  ports: CheckDepositPorts,
  caller: Caller,
  file: FileToCheck,
): Promise<CheckedDeposit> {
  const { generation, verdict, changes } = await checkAsDeposit(ports, caller, file);
  const { directory, rules, scope } = generation;
  const others = previewedBodies(changes).flatMap((finess) => alertsStandOn(finess, directory));
  const [standing, snapshot] = await Promise.all([
    readStanding(ports.returns, generation, others),
    readSnapshot(ports, scope),
  ]);
  const preview = previewReturns(generation, changes, standing, (category) =>
    peersOf(snapshot, category, rules),
  );
  return { verdict, preview };
}
