import type { PoolBlock, PoolMember } from '../../../domain/report/regional-report.ts';
import { hundredthsOrBlank, tenThousandths } from '../exact.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { Sheet, TableColumn } from '../package/sheet.ts';
import { column, thisRow } from '../package/structured.ts';
import { ACTIVITY, AMOUNT, FTE, MARKING, NOTE, RATIO, SECTION, TEXT } from '../package/styles.ts';
import { poolSituation } from './pool-situation.ts';

export const MEMBER = {
  situation: 'Situation',
  activity: 'Activité combinée',
  key: 'Clé de répartition',
  charges: 'Part des charges',
  ssiFte: 'Part des ETP SSI',
  situations: {
    calcule: 'Chiffres calculés',
    'sans-chiffres': 'Sans chiffres',
    'hors-champ': 'Hors champ',
    'autres-regions': 'Autres régions',
  },
} as const;

/** Members whose share is in no establishment's figures: it is shown, and does not disappear. */
export const UNFIGURED: readonly PoolMember['situation'][] = ['sans-chiffres', 'hors-champ'];

export interface Amounts {
  readonly charges: bigint;
  readonly ssiFte: bigint;
}

/** What fell to them in this region, and in the others: cents and hundredths of an FTE; zero where nothing is shared. */
export function unfiguredOf({ members, withoutFigures }: PoolBlock): {
  readonly here: Amounts;
  readonly elsewhere: Amounts;
} {
  if (!withoutFigures) return { here: NOTHING, elsewhere: NOTHING };
  const here = members
    .filter(({ situation }) => UNFIGURED.includes(situation))
    .reduce((sum, member) => plus(sum, member), NOTHING);
  const elsewhere = {
    charges: withoutFigures.charges - here.charges,
    ssiFte: withoutFigures.ssiFte - here.ssiFte,
  };
  return { here, elsewhere };
}

const NOTHING: Amounts = { charges: 0n, ssiFte: 0n };

function plus(sum: Amounts, { charges, ssiFte }: PoolMember): Amounts {
  return { charges: sum.charges + (charges ?? 0n), ssiFte: sum.ssiFte + (ssiFte ?? 0n) };
}

const COLUMNS: readonly TableColumn[] = [
  { name: 'FINESS', style: TEXT, numberLike: true },
  { name: 'Raison sociale', style: TEXT },
  { name: MEMBER.situation, style: TEXT },
  { name: MEMBER.activity, style: ACTIVITY },
  { name: MEMBER.key, style: RATIO },
  { name: MEMBER.charges, style: AMOUNT },
  { name: MEMBER.ssiFte, style: FTE },
];

/** The members of one pool, with the key and the shares of each. @returns the row after its last. */
export function writePoolBlock(sheet: Sheet, row: number, pool: PoolBlock, table: string): number {
  const { carrier } = pool;
  sheet.put(row, 1, plainText(`${pool.code} – ${pool.label}`), SECTION);
  const kind = carrier.external ? 'porteur externe, sans part' : 'porteur, membre lui aussi';
  sheet.put(row + 1, 1, plainText(`Porté par ${carrier.name} (${carrier.finess}), ${kind}.`), NOTE);
  sheet.put(row + 2, 1, poolSituation(pool), MARKING);
  return sheet.table({
    name: table,
    row: row + 3,
    columns: COLUMNS,
    rows:
      pool.members.length > 0
        ? membersOf(pool, table)
        : [[null, 'Aucun membre.', null, null, null, null, null]],
  });
}

function membersOf({ members }: PoolBlock, table: string): readonly (readonly Content[])[] {
  const sum = members.reduce((total, { activity }) => total + (activity ?? 0n), 0n);
  const all = `ROUND(SUM(${column(table, MEMBER.activity)}),4)`;
  const own = thisRow(table, MEMBER.activity);
  const key = `IF(OR(${own}="",${all}=0),"",${own}/${all})`;
  return members.map(({ finess, name, situation, activity, charges, ssiFte }) => [
    finess,
    plainText(name),
    MEMBER.situations[situation],
    activity === null ? null : tenThousandths(activity),
    {
      formula: key,
      result: activity === null || sum === 0n ? '' : tenThousandths(activity) / tenThousandths(sum),
    },
    hundredthsOrBlank(charges),
    hundredthsOrBlank(ssiFte),
  ]);
}
