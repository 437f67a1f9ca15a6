import type { PoolBlock } from '../../../domain/report/regional-report.ts';
import { hundredthsOrBlank, tenThousandths } from '../exact.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { Sheet, TableColumn } from '../package/sheet.ts';
import { column, thisRow } from '../package/structured.ts';
import { ACTIVITY, AMOUNT, FTE, MARKING, NOTE, RATIO, SECTION, TEXT } from '../package/styles.ts';
import { PROOF_ROWS, unfiguredRows, writePoolProof } from './pool-proof.ts';
import { MEMBER_SITUATIONS, poolSituation } from './pool-situation.ts';

export const MEMBER = {
  situation: 'Situation',
  activity: 'Activité combinée',
  key: 'Clé de répartition',
  charges: 'Part des charges',
  ssiFte: 'Part des ETP SSI',
} as const;

const COLUMNS: readonly TableColumn[] = [
  { name: 'FINESS', style: TEXT, numberLike: true },
  { name: 'Raison sociale', style: TEXT, numberLike: true },
  { name: MEMBER.situation, style: TEXT },
  { name: MEMBER.activity, style: ACTIVITY },
  { name: MEMBER.key, style: RATIO },
  { name: MEMBER.charges, style: AMOUNT },
  { name: MEMBER.ssiFte, style: FTE },
];

/** Title, carrier, situation, headings; then the members, then the proof. */
const ROWS_ABOVE_MEMBERS = 4;

export function blockRows({ members }: PoolBlock): number {
  return ROWS_ABOVE_MEMBERS + Math.max(1, members.length) + PROOF_ROWS;
}

/** References to what fell to members without figures, here and elsewhere, in the block that starts on that row. */
export function unfiguredCells(
  pool: PoolBlock,
  start: number,
): { readonly charges: string; readonly ssiFte: string } {
  const [here, elsewhere] = unfiguredRows(start + blockRows(pool) - PROOF_ROWS);
  return { charges: `$F$${here}+$F$${elsewhere}`, ssiFte: `$G$${here}+$G$${elsewhere}` };
}

/** The members of one pool, with the key and the shares of each, and the proof that nothing is lost. */
export function writePoolBlock(sheet: Sheet, row: number, pool: PoolBlock, table: string): void {
  const { carrier } = pool;
  sheet.put(row, 1, plainText(`${pool.code} – ${pool.label}`), SECTION);
  const kind = carrier.external ? 'porteur externe, sans part' : 'porteur, membre lui aussi';
  sheet.put(row + 1, 1, plainText(`Porté par ${carrier.name} (${carrier.finess}), ${kind}.`), NOTE);
  sheet.put(row + 2, 1, poolSituation(pool), MARKING);
  const none = [[null, 'Aucun membre.', null, null, null, null, null]];
  const next = sheet.table({
    name: table,
    row: row + 3,
    columns: COLUMNS,
    rows: pool.members.length > 0 ? membersOf(pool, table) : none,
  });
  writePoolProof(sheet, next, pool, {
    charges: column(table, MEMBER.charges),
    ssiFte: column(table, MEMBER.ssiFte),
    situations: column(table, MEMBER.situation),
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
    MEMBER_SITUATIONS[situation],
    activity === null ? null : tenThousandths(activity),
    {
      formula: key,
      result: activity === null || sum === 0n ? '' : tenThousandths(activity) / tenThousandths(sum),
    },
    hundredthsOrBlank(charges),
    hundredthsOrBlank(ssiFte),
  ]);
}
