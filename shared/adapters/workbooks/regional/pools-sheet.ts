import type { PoolBlock } from '../../../domain/report/regional-report.ts';
import { hundredths, hundredthsOrBlank } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { TableColumn } from '../package/sheet.ts';
import { column, quoted, thisRow } from '../package/structured.ts';
import { AMOUNT, FTE, SENTENCE, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { orNone } from './identity.ts';
import { MEMBER, UNFIGURED, unfiguredOf, writePoolBlock } from './pool-block.ts';
import { poolSituation } from './pool-situation.ts';
import { HEADINGS, poolTable, SHEETS, TABLES } from './tables.ts';

const H = HEADINGS.pools;

const COLUMNS: readonly TableColumn[] = [
  { name: 'FINESS', style: TEXT, numberLike: true },
  { name: 'Raison sociale', style: TEXT },
  { name: 'Groupe', style: TEXT, numberLike: true },
  { name: 'Libellé', style: TEXT },
  { name: 'Situation', style: SENTENCE },
  { name: H.charges, style: AMOUNT },
  { name: H.shared, style: AMOUNT },
  { name: H.residue, style: AMOUNT },
  { name: H.unfigured, style: AMOUNT },
  { name: H.unfiguredElsewhere, style: AMOUNT },
  { name: H.fte, style: FTE },
  { name: H.sharedFte, style: FTE },
  { name: H.residueFte, style: FTE },
  { name: H.unfiguredFte, style: FTE },
  { name: H.unfiguredFteElsewhere, style: FTE },
];

/** A line per pool, then a block per pool with its members: proof that the shares sum to what is carried. */
export function writePoolsSheet({ book, owner, report }: RegionalContext): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.pools,
    title: 'Mutualisation : partage des charges et des ETP portés',
    reading:
      'Une ligne par groupement et son porteur, puis un tableau par groupement. La somme des parts égale le montant porté, au centime : le résidu est nul.',
    frozenColumns: 2,
    list: true,
  });
  sheet.widths([12, 44, 20, 30, 36, 20, 20, 16, 22, 20, 13, 13, 13, 20, 20]);
  sheet.rowHeight(HEADING_ROW, 48);
  let row = sheet.table({
    name: TABLES.pools,
    row: HEADING_ROW,
    columns: COLUMNS,
    rows: orNone(
      report.pools.map((pool, i) => cells(pool, poolTable(i + 1))),
      COLUMNS.length,
      'Aucun groupement ne touche un établissement de la région.',
    ),
  });
  for (const [i, pool] of report.pools.entries())
    row = writePoolBlock(sheet, row + 1, pool, poolTable(i + 1));
}

function cells(pool: PoolBlock, members: string): readonly Content[] {
  const { here, elsewhere } = unfiguredOf(pool);
  return [
    pool.carrier.finess,
    plainText(`${pool.carrier.name}${pool.carrier.external ? ' (porteur externe)' : ''}`),
    plainText(pool.code),
    plainText(pool.label),
    poolSituation(pool),
    ...share(pool.charges, here.charges, elsewhere.charges, {
      whole: thisRow(TABLES.pools, H.charges),
      shared: thisRow(TABLES.pools, H.shared),
      members,
      heading: MEMBER.charges,
    }),
    ...share(pool.ssiFte, here.ssiFte, elsewhere.ssiFte, {
      whole: thisRow(TABLES.pools, H.fte),
      shared: thisRow(TABLES.pools, H.sharedFte),
      members,
      heading: MEMBER.ssiFte,
    }),
  ];
}

interface ShareRefs {
  readonly whole: string;
  readonly shared: string;
  /** Table of the members, and its column of shares. */
  readonly members: string;
  readonly heading: string;
}

/** What is carried, then live: the sum of the shares, what they leave, what fell to members without figures. */
function share(whole: bigint | null, here: bigint, elsewhere: bigint, refs: ShareRefs): readonly Content[] {
  const shares = column(refs.members, refs.heading);
  const situations = column(refs.members, MEMBER.situation);
  const fell = UNFIGURED.map((s) => `SUMIFS(${shares},${situations},${quoted(MEMBER.situations[s])})`);
  const live = (formula: string, result: bigint) => ({
    formula: `IF(${refs.whole}="","",ROUND(${formula},2))`,
    result: whole === null ? '' : hundredths(result),
  });
  return [
    hundredthsOrBlank(whole),
    live(`SUM(${shares})`, whole ?? 0n),
    live(`${refs.whole}-${refs.shared}`, 0n),
    live(fell.join('+'), here),
    whole === null ? null : hundredths(elsewhere),
  ];
}
