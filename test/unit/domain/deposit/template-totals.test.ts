import fc from 'fast-check';
import { readDeposit } from '../../../../shared/domain/deposit/read-deposit.ts';
import type { Cell } from '../../../../shared/domain/deposit/table.ts';
import { formatHundredths } from '../../../../shared/domain/numbers/format-hundredths.ts';
import { cell, delimited, readingContext } from '../../../builders/declaration.ts';
import { LONER } from '../../../builders/directory.ts';
import { templateWith } from '../../../builders/template-workbook.ts';

const HEADINGS = ['Fonction', 'Type', 'Quotité (%)', 'Mois', 'Nombre'];

/** Lines of staff as they may be typed, blank lines among them. */
const lines = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(
        fc.constantFrom('RSSI', 'SOC', 'DPO'),
        fc.constantFrom('interne', 'externe', 'mutualisé'),
        fc.integer({ min: 0, max: 100 }).map((percent) => `${percent} %`),
        fc.integer({ min: 0, max: 12 }).map(String),
        fc
          .integer({ min: 0, max: 900 })
          .map((count) => `${Math.floor(count / 100)},${String(count % 100).padStart(2, '0')}`),
      ),
    },
    { weight: 1, arbitrary: fc.constant(['', '', '', '', ''] as const) },
  ),
  { minLength: 1, maxLength: 12 },
);

function read(rows: readonly (readonly string[])[], shown: string | Cell) {
  const inputs = { finess: LONER, campagne: '2026', etp_ssi_internes: shown };
  const content = templateWith(inputs, { tableau_etp: [HEADINGS, ...rows] });
  const [entry] = readDeposit({ kind: 'workbook', content }, readingContext()).entries;
  if (!entry) throw new Error('a template of a declarant has an entry');
  return entry;
}

/** What an extract of the same lines says. */
function extracted(rows: readonly (readonly string[])[]): bigint | null {
  const filled = rows.filter(([type]) => type !== '').map((row) => [LONER, '2025', ...row]);
  if (filled.length === 0) return null;
  const content = delimited(['finess', 'exercice', ...HEADINGS], ...filled);
  const { entries } = readDeposit({ kind: 'delimited', content }, readingContext());
  return entries[0]?.values.etp_ssi_internes ?? null;
}

describe('the total of a table', () => {
  it('is that of an extract of the same lines, whether its formula was calculated or not', () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const entry = read(rows, cell('=SUM()', 'formula-without-value'));
        expect(entry.issues).toEqual([]);
        expect(entry.values.etp_ssi_internes).toBe(extracted(rows));
      }),
    );
  });

  it('wins over what is shown: without a word up to a hundredth of difference, with one beyond', () => {
    fc.assert(
      fc.property(lines, fc.bigInt({ min: -3n, max: 3n }), (rows, off) => {
        const total = extracted(rows);
        const hasInternal = rows.some(([, type]) => type === 'interne' || type === 'mutualisé');
        fc.pre(total !== null && hasInternal);
        const entry = read(rows, formatHundredths((total ?? 0n) + off));
        const agrees = off >= -1n && off <= 1n;
        expect(entry.issues.map(({ code }) => code)).toEqual(agrees ? [] : ['TOTAL_DISAGREES']);
        expect(entry.values.etp_ssi_internes).toBe(total);
      }),
    );
  });
});
