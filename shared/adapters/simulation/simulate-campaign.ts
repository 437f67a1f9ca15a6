import { type CampaignYear, campaignYear } from '../../domain/campaign/campaign.ts';
import { directoryOf } from '../../domain/declarant/directory.ts';
import type { ReferenceFile } from '../../domain/declarant/reading/reference-files.ts';
import type { ReferenceSet } from '../../domain/declarant/reference-set.ts';
import { ACCOUNTS_HYPOTHESIS } from '../accounts/hypothesis.ts';
import { writeReferenceFiles } from '../tables/write-reference-files.ts';
import { type FillTemplate, templateFiller } from '../template/fill-template.ts';
import { trueDeclarations } from './declaration.ts';
import { fitsTemplate } from './defects.ts';
import { fictionalGroups } from './fictional-groups.ts';
import { fictionalHistory } from './fictional-history.ts';
import { FICTIONAL_MEASURES } from './fictional-measures.ts';
import { fictionalSuccessions } from './fictional-successions.ts';
import { type PlannedFile, planDeposits } from './plan.ts';
import { fictionalContacts, fictionalDeclarants } from './population.ts';
import { simulateQuestionnaires } from './questionnaire.ts';
import { type Random, seededRandom } from './random.ts';
import { columnsOfRows, DIALECTS, writeDeclarations } from './write-declaration.ts';

/** `mixed`: three files in ten are template workbooks. */
export type SimulationFormat = 'csv' | 'xlsx' | 'mixed';
const WORKBOOKS: Readonly<Record<SimulationFormat, number>> = { csv: 0, xlsx: 1, mixed: 0.3 };

export interface SimulationOptions {
  /** @default 2026 */
  readonly campaign?: CampaignYear;
  /** Same seed and options, same bytes. @default 1 */
  readonly seed?: number;
  /** How many fictional declarants, 18 at least. @default 120 */
  readonly declarants?: number;
  /** Deposits are invented for these declarants and groups instead of fictional ones. */
  readonly reference?: {
    readonly set: ReferenceSet;
    readonly files: ReadonlyMap<ReferenceFile, Uint8Array>;
  };
  /** @default 'mixed' */
  readonly format?: SimulationFormat;
}

export interface SimulatedCampaign {
  /** By name, as they lie in the folder of a reference set. */
  readonly referenceFiles: ReadonlyMap<ReferenceFile, Uint8Array>;
  /** Paths are relative to the folder of deposits, in no special order. */
  readonly deposits: AsyncIterable<{ readonly path: string; readonly bytes: Uint8Array }>;
}

export const FEWEST_DECLARANTS = 18;
export const MOST_DECLARANTS = 50_000;

/** A fictional campaign, held in memory one file at a time. No clock, no chance but the seed. */
export function simulateCampaign(options: SimulationOptions = {}): SimulatedCampaign {
  const campaign = options.campaign ?? campaignYear('2026');
  if (campaign === null) throw new RangeError('not a campaign');
  const random = seededRandom(options.seed ?? 1);
  const set = options.reference?.set ?? fictionalSet(campaign, options.declarants ?? 120, random);
  return {
    referenceFiles: options.reference?.files ?? writeReferenceFiles(set),
    deposits: deposits(campaign, set, random, WORKBOOKS[options.format ?? 'mixed']),
  };
}

function fictionalSet(campaign: CampaignYear, count: number, random: Random): ReferenceSet {
  if (count < FEWEST_DECLARANTS || count > MOST_DECLARANTS) throw new RangeError('number of declarants');
  const declarants = fictionalDeclarants(count, random);
  const groups = fictionalGroups(declarants, random);
  const successions = fictionalSuccessions(campaign, declarants);
  const withoutHistory: ReferenceSet = {
    declarants,
    groups,
    contacts: fictionalContacts(declarants, random),
    campaigns: [],
    accounts: ACCOUNTS_HYPOTHESIS,
    measures: FICTIONAL_MEASURES,
    relaxations: [],
    history: [],
    successions,
    referenceEdition: null,
  };
  const directory = directoryOf(withoutHistory);
  const truth = trueDeclarations(campaign, directory, random);
  return { ...withoutHistory, history: fictionalHistory(campaign, directory, truth, successions, random) };
}

async function* deposits(campaign: CampaignYear, set: ReferenceSet, random: Random, workbooks: number) {
  const directory = directoryOf(set);
  const fill = await templateFiller(campaign);
  const truth = trueDeclarations(campaign, directory, random);
  for (const file of planDeposits(campaign, directory, truth, random)) {
    yield await write(file, fill, random.of(`file ${file.path}`), workbooks);
  }
  yield* simulateQuestionnaires(campaign, directory, truth, random);
  const [first] = set.declarants;
  if (first) {
    // A workbook cut off halfway, as by a lost connection.
    const whole = await fill({ finess: first.finess, campaign: String(campaign), values: {} });
    yield { path: `${first.region}/envoi-interrompu.xlsx`, bytes: whole.slice(0, whole.length / 2) };
  }
}

async function write(file: PlannedFile, fill: FillTemplate, draw: Random, workbooks: number) {
  const [row, ...others] = file.rows;
  const asWorkbook = draw.chance(workbooks);
  const dialect = draw.pick(DIALECTS);
  if (asWorkbook && row && others.length === 0 && !file.columns && fitsTemplate(row)) {
    return { path: `${file.path}.xlsx`, bytes: await fill(row) };
  }
  const columns = columnsOfRows(file.rows, file.columns);
  return { path: `${file.path}.csv`, bytes: writeDeclarations(file.rows, columns, dialect) };
}
