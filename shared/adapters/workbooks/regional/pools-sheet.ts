import type { PoolBlock } from '../../../domain/report/regional-report.ts';
import { hundredths, hundredthsOrBlank } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { TableColumn } from '../package/sheet.ts';
import { column, thisRow } from '../package/structured.ts';
import { AMOUNT, FTE, SENTENCE, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { orNone } from './identity.ts';
import { blockRows, MEMBER, unfiguredCells, writePoolBlock } from './pool-block.ts';
import { conserved, PROVEN } from './pool-proof.ts';
import { poolSituation } from './pool-situation.ts';
import { HEADINGS, poolTable, SHEETS, TABLES } from './tables.ts';

const H = HEADINGS.pools;

const COLUMNS: readonly TableColumn[] = [
  { name: 'FINESS', style: TEXT, numberLike: true },
  { name: 'Raison sociale', style: TEXT },
  { name: 'Groupe', style: TEXT, numberLike: true },
  { name: 'Libellé', style: SENTENCE },
  { name: 'Situation', style: SENTENCE },
  { name: 'Conservation', style: TEXT },
  { name: H.charges, style: AMOUNT },
  { name: H.shared, style: AMOUNT },
  { name: H.residue, style: AMOUNT },
  { name: H.unfigured, style: AMOUNT },
  { name: H.fte, style: FTE },
  { name: H.sharedFte, style: FTE },
  { name: H.residueFte, style: FTE },
  { name: H.unfiguredFte, style: FTE },
];

/** A line per pool, then a block per pool with its members: proof that the shares sum to what is carried. */
export function writePoolsSheet({ book, owner, report }: RegionalContext): void {
  const { pools } = report;
  const sheet = openSheet(book, owner, {
    name: SHEETS.pools,
    title: 'Mutualisation : partage des charges et des ETP portés',
    reading:
      'Une ligne par groupement et son porteur, puis un tableau par groupement. La somme des parts égale le montant porté, au centime : le résidu est nul, et « Conservation » le dit. Les membres d’autres régions tiennent en une ligne.',
    frozenColumns: 2,
    pagesWide: 2,
    // Several tables one under the other: the headings of the first do not stand for the others.
    list: false,
  });
  sheet.widths([13, 38, 18, 24, 36, 24, 21, 20, 14, 22, 12, 12, 12, 17]);
  const starts = blockStarts(pools);
  sheet.table({
    name: TABLES.pools,
    row: HEADING_ROW,
    columns: COLUMNS,
    rows: orNone(
      pools.map((pool, i) => cells(pool, poolTable(i + 1), starts[i] ?? 0)),
      COLUMNS.length,
      'Aucun groupement ne touche un établissement de la région.',
    ),
  });
  for (const [i, pool] of pools.entries()) writePoolBlock(sheet, starts[i] ?? 0, pool, poolTable(i + 1));
}

/** The row on which each block starts, one row apart. */
function blockStarts(pools: readonly PoolBlock[]): readonly number[] {
  let next = HEADING_ROW + Math.max(1, pools.length) + 2;
  return pools.map((pool) => {
    const start = next;
    next += blockRows(pool) + 1;
    return start;
  });
}

function cells(pool: PoolBlock, members: string, start: number): readonly Content[] {
  const unfigured = unfiguredCells(pool, start);
  return [
    pool.carrier.finess,
    plainText(`${pool.carrier.name}${pool.carrier.external ? ' (porteur externe)' : ''}`),
    plainText(pool.code),
    plainText(pool.label),
    poolSituation(pool),
    conservation(pool),
    ...share(pool.charges, pool.withoutFigures?.charges ?? 0n, {
      whole: thisRow(TABLES.pools, H.charges),
      shared: thisRow(TABLES.pools, H.shared),
      shares: column(members, MEMBER.charges),
      unfigured: unfigured.charges,
    }),
    ...share(pool.ssiFte, pool.withoutFigures?.ssiFte ?? 0n, {
      whole: thisRow(TABLES.pools, H.fte),
      shared: thisRow(TABLES.pools, H.sharedFte),
      shares: column(members, MEMBER.ssiFte),
      unfigured: unfigured.ssiFte,
    }),
  ];
}

/** Said at once of charges and of FTE. */
function conservation({ charges, ssiFte }: PoolBlock): Content {
  const residues = [thisRow(TABLES.pools, H.residue), thisRow(TABLES.pools, H.residueFte)];
  const isShared = charges !== null && ssiFte !== null;
  return { formula: conserved(residues, PROVEN.charges), result: isShared ? PROVEN.charges : '' };
}

interface ShareRefs {
  readonly whole: string;
  readonly shared: string;
  /** The members' column of shares. */
  readonly shares: string;
  /** The block's cells of what fell to members without figures, as a sum. */
  readonly unfigured: string;
}

/** What is carried, then live: the sum of the shares, what they leave, what fell to members without figures. */
function share(whole: bigint | null, unfigured: bigint, refs: ShareRefs): readonly Content[] {
  const live = (formula: string, result: bigint) => ({
    formula: `IF(${refs.whole}="","",ROUND(${formula},2))`,
    result: whole === null ? '' : hundredths(result),
  });
  return [
    hundredthsOrBlank(whole),
    live(`SUM(${refs.shares})`, whole ?? 0n),
    live(`${refs.whole}-${refs.shared}`, 0n),
    live(refs.unfigured, unfigured),
  ];
}
