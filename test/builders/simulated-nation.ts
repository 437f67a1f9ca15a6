import { simulateCampaign } from '../../shared/adapters/simulation/simulate-campaign.ts';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { readReferenceFiles } from '../../shared/adapters/tables/read-reference-files.ts';
import { NATION } from '../../shared/domain/access/perimeter.ts';
import { directoryOf } from '../../shared/domain/declarant/directory.ts';
import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import { readDeposit } from '../../shared/domain/deposit/read-deposit.ts';
import { buildNationalReport } from '../../shared/domain/report/build-national-report.ts';
import type { ReportContext } from '../../shared/domain/report/build-regional-report.ts';
import { buildRegionalReport } from '../../shared/domain/report/build-regional-report.ts';
import type { NationalReport } from '../../shared/domain/report/national-report.ts';
import type { RegionalReport } from '../../shared/domain/report/regional-report.ts';
import type { Entry, FactId } from '../../shared/domain/return/entry.ts';
import { foldEntries } from '../../shared/domain/return/fold.ts';
import { LATEST_RULE_SET } from '../../shared/domain/rules/rule-sets.ts';
import { CAMPAIGN, sourceOf } from './entry.ts';
import { PUBLICATION, published } from './report.ts';
import { standingOf } from './standing.ts';

/**
 * A simulated nation, about as the SAE has it: its report and that of the region that has most declarants, computed in
 * memory from the same bytes that the main job would be given.
 */
export async function simulatedNation(
  declarants: number,
): Promise<{ readonly national: NationalReport; readonly largest: RegionalReport }> {
  const { referenceFiles, deposits } = simulateCampaign({ declarants, format: 'csv' });
  const reading = readReferenceFiles(referenceFiles);
  if (!reading.ok) throw new Error('the simulated reference set is refused');
  const directory = directoryOf(reading.reference);
  const rules = LATEST_RULE_SET;
  const context: ReportContext = { campaign: CAMPAIGN, generation: 'f00d'.repeat(16), directory, rules };

  const entries: Entry[] = [];
  let number = 0;
  for await (const { path, bytes } of deposits) {
    number++;
    const fact = `01J0000000000000000${String(number).padStart(7, '0')}` as FactId;
    const source = { ...sourceOf(), fact, file: path, sha256: String(number).padStart(64, '0') };
    entries.push(...(await entriesIn(bytes, { campaign: CAMPAIGN, source, directory, perimeter: NATION })));
  }
  const journals = Map.groupBy(entries, ({ finess }) => finess);
  const returns = [...journals].map(([finess, all]) => [finess, foldEntries(all, rules)] as const);
  const standing = standingOf(new Map(returns), context);

  const bySize = directory
    .regions()
    .toSorted((a, b) => directory.inRegion(b).length - directory.inRegion(a).length);
  const [largest] = bySize;
  if (largest === undefined) throw new Error('no region');
  return {
    national: buildNationalReport(standing, { ...context, ...PUBLICATION }),
    largest: buildRegionalReport(largest, standing, { ...context, ...published(standing, context) }),
  };
}

async function entriesIn(
  bytes: Uint8Array,
  context: Parameters<typeof readDeposit>[1],
): Promise<readonly Entry[]> {
  try {
    return readDeposit(await readDepositBytes(bytes), context).entries;
  } catch (error) {
    if (error instanceof FileRefusal) return [];
    throw error;
  }
}
