import { type CampaignYear, endOfFinancialYear } from '../../domain/campaign/campaign.ts';
import type { Directory } from '../../domain/declarant/directory.ts';
import { type AnyColumn, columnsOf, KEY_COLUMNS, type Values } from '../../domain/deposit/columns.ts';
import type { TrueDeclarations } from './declaration.ts';
import { DEFECTS, type Row, soundRow, spoil } from './defects.ts';
import type { Random } from './random.ts';

/** A file to be deposited, before it is written. */
export interface PlannedFile {
  /** Without extension, relative to the folder of deposits. */
  readonly path: string;
  readonly rows: readonly Row[];
  /** Those of the file where it is not whole. */
  readonly columns?: readonly AnyColumn[];
}

const PARTIAL: readonly AnyColumn[] = [
  ...KEY_COLUMNS,
  ...columnsOf('cloture'),
  ...columnsOf('budget'),
  ...columnsOf('numerique'),
  ...columnsOf('mutualisation'),
];
const REST: readonly AnyColumn[] = [...KEY_COLUMNS, ...columnsOf('etp'), ...columnsOf('maturite')];
const EXTERNAL: readonly AnyColumn[] = [
  ...KEY_COLUMNS,
  ...columnsOf('cloture'),
  ...columnsOf('mutualisation'),
];

/** From this fate on, a declarant answers in full, at the first try or in two files. */
export const ANSWERS_WELL = 0.34;

/** From 0 to 1: what a declarant will do, the same whenever it is asked for. */
export function fateOf(finess: string, random: Random): number {
  return random.of(`fate ${finess}`).next();
}

/** One group in five sends one file for its members. */
const BULK_EVERY = 5;

/**
 * Who deposits what: most a good declaration at the first try; some after a refusal, some in two files, some
 * wrong for good, some on accounts that are not closed or without maturity; some never. Each kind of error
 * comes round in turn. Whoever was replaced first answers under a former number.
 */
export function* planDeposits(
  campaign: CampaignYear,
  directory: Directory,
  truth: TrueDeclarations,
  random: Random,
): Generator<PlannedFile> {
  const { declarants, groups, successions } = directory.reference;
  const bulk = new Set<string>();
  for (const group of groups.filter((_, index) => index % BULK_EVERY === BULK_EVERY - 1)) {
    const rows = group.members.flatMap(({ finess }) => {
      const declarant = directory.declarant(finess);
      if (!declarant || finess === group.carrier || bulk.has(finess)) return [];
      bulk.add(finess);
      return [soundRow(finess, campaign, truth.ofDeclarant(declarant))];
    });
    const folder = directory.territory(group.carrier) ?? 'EXT';
    if (rows.length > 0) yield { path: `${folder}/groupement-${group.code}`, rows };
  }
  const formers = Map.groupBy(successions, ({ successor }) => successor);
  let errors = 0;
  for (const declarant of declarants) {
    const { finess, region } = declarant;
    if (bulk.has(finess)) continue;
    const row = soundRow(finess, campaign, truth.ofDeclarant(declarant));
    const file = (number: number, given: Row, columns?: readonly AnyColumn[]): PlannedFile => ({
      path: `${region}/${finess}-${number}`,
      rows: [given],
      ...(columns ? { columns } : {}),
    });
    const wrong = () => spoil(row, DEFECTS[errors++ % DEFECTS.length] ?? 'negative');
    const changed = (values: Partial<Values>): Row => ({ ...row, values: { ...row.values, ...values } });
    const fate = fateOf(finess, random);
    const [former] = formers.get(finess) ?? [];
    // By habit, under the number that was replaced.
    if (former) yield file(0, { ...row, finess: former.former });
    if (fate < 0.07) continue; // never answers
    if (fate < 0.13) yield file(1, wrong());
    else if (fate < 0.23) {
      yield file(1, wrong());
      yield file(2, row);
    } else if (fate < 0.26) yield file(1, changed({ cloture: 'provisoire' }));
    else if (fate < 0.28) yield file(1, changed({ cloture: null, date_cloture: null }));
    else if (fate < 0.32) yield file(1, changed({ maturite_date: null }));
    // The end of the year, typed for the day on which the accounts were closed: taken, with a warning.
    else if (fate < ANSWERS_WELL) yield file(1, changed({ date_cloture: endOfFinancialYear(campaign) }));
    else if (fate < 0.38) {
      yield file(1, row, PARTIAL);
      yield file(2, row, REST);
    } else yield file(1, row);
  }
  for (const group of groups.filter(({ externalCarrier }) => externalCarrier)) {
    const row = soundRow(group.carrier, campaign, truth.ofExternalCarrier(group));
    yield { path: `EXT/${group.carrier}-1`, rows: [row], columns: EXTERNAL };
  }
}
