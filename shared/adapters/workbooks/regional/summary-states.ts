import type { RegionalReport } from '../../../domain/report/regional-report.ts';
import { hundredths } from '../exact.ts';
import type { Sheet } from '../package/sheet.ts';
import { column, thisRow } from '../package/structured.ts';
import { AMOUNT, COUNT, FTE, NOTE, RATIO, type Style, TEXT } from '../package/styles.ts';
import { IDENTITY } from './identity.ts';
import { HEADINGS, STATE_LABELS, TABLES } from './tables.ts';

const H = {
  state: 'État',
  count: 'Établissements',
  rate: 'Part des attendus',
} as const;

const STATES = ['calcule', 'non_calcule', 'non_repondant'] as const;

/** Beside the table, which keeps to its numbers. */
const MEANINGS = {
  calcule: 'Ses chiffres comptent dans tous les indicateurs.',
  non_calcule: 'Il a déposé, mais il lui manque quelque chose : voir « À relancer ».',
  non_repondant: "Rien de recevable n'a été déposé : voir « À relancer ».",
} as const;

const BESIDE: Style = { ...NOTE, alignment: { horizontal: 'left', indent: 1 } };

/** How many declarants stand in each state, live. @returns the row after the table. */
export function writeStates(sheet: Sheet, row: number, { rows }: RegionalReport): number {
  const all = `COUNTA(${column(TABLES.declared, IDENTITY.finess)})`;
  const count = `COUNTIFS(${column(TABLES.declared, HEADINGS.declared.state)},${thisRow(TABLES.states, H.state)})`;
  for (const [i, state] of STATES.entries()) sheet.put(row + 1 + i, 4, MEANINGS[state], BESIDE);
  return sheet.table({
    name: TABLES.states,
    row,
    columns: [
      { name: H.state, style: TEXT },
      { name: H.count, style: COUNT },
      { name: H.rate, style: RATIO },
    ],
    rows: STATES.map((state) => {
      const n = rows.filter(({ outcome }) => outcome.state === state).length;
      return [
        STATE_LABELS[state],
        { formula: count, result: n },
        {
          formula: `IF(${all}=0,"",${thisRow(TABLES.states, H.count)}/${all})`,
          result: rows.length > 0 ? n / rows.length : '',
        },
      ];
    }),
  });
}

/** What pools gave to members without figures: in no establishment's figures, shown so that nothing disappears. */
export function writeUnfigured(sheet: Sheet, row: number, { pools }: RegionalReport): number {
  const H = HEADINGS.pools;
  const fell = pools.flatMap(({ withoutFigures }) => withoutFigures ?? []);
  const charges = fell.reduce((sum, amounts) => sum + amounts.charges, 0n);
  const ssiFte = fell.reduce((sum, amounts) => sum + amounts.ssiFte, 0n);
  const total = (heading: string) => `ROUND(SUM(${column(TABLES.pools, heading)}),2)`;
  sheet.put(row, 1, 'Charges numériques', TEXT);
  sheet.put(row, 2, { formula: total(H.unfigured), result: hundredths(charges) }, AMOUNT);
  sheet.put(row + 1, 1, 'ETP SSI', TEXT);
  sheet.put(row + 1, 2, { formula: total(H.unfiguredFte), result: hundredths(ssiFte) }, FTE);
  return row + 2;
}
