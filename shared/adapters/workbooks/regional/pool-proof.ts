import type { PoolBlock, PoolMember } from '../../../domain/report/regional-report.ts';
import { hundredths, hundredthsOrBlank } from '../exact.ts';
import type { Content } from '../package/content.ts';
import type { Sheet } from '../package/sheet.ts';
import { quoted } from '../package/structured.ts';
import { AMOUNT, FTE, TERM } from '../package/styles.ts';
import { MEMBER_SITUATIONS } from './pool-situation.ts';

/** Carried, sum of the shares, residue, what it proves, fallen to members without figures here, and elsewhere. */
export const PROOF_ROWS = 6;

const CHARGES_COLUMN = 6;
const FTE_COLUMN = 7;

/** Members whose share is in no establishment's figures: it is shown, and does not disappear. */
const UNFIGURED: readonly PoolMember['situation'][] = ['sans-chiffres', 'hors-champ'];

/** What a residue of zero proves. */
export const PROVEN = { charges: 'Conservé au centime', ssiFte: 'Conservé au centième' } as const;
const NOT_PROVEN = 'Écart : parts modifiées';

/** Live, in words: blank while there is nothing to share. @param residues references to what the shares leave */
export function conserved(residues: readonly string[], proven: string): string {
  const blank = residues.map((residue) => `${residue}=""`).join(',');
  const zero = residues.map((residue) => `${residue}=0`).join(',');
  return `IF(OR(${blank}),"",IF(AND(${zero}),${quoted(proven)},${quoted(NOT_PROVEN)}))`;
}

/** Rows of the last two lines of a proof that starts on that row. */
export function unfiguredRows(row: number): readonly [number, number] {
  return [row + 4, row + 5];
}

export interface MemberColumns {
  readonly charges: string;
  readonly ssiFte: string;
  readonly situations: string;
}

/** Six lines under the members: what is carried, live sum, residue and proof, and what is in nobody's figures. */
export function writePoolProof(sheet: Sheet, row: number, pool: PoolBlock, members: MemberColumns): void {
  const labels = [
    'Porté pour le groupement',
    'Somme des parts',
    'Résidu',
    'Preuve',
    'Échu à des membres sans chiffres',
    '… et dans les autres régions',
  ];
  const charges = lines(pool, 'charges', 'F', row, members);
  const ssiFte = lines(pool, 'ssiFte', 'G', row, members);
  for (const [i, label] of labels.entries()) {
    sheet.put(row + i, CHARGES_COLUMN - 1, label, TERM);
    sheet.put(row + i, CHARGES_COLUMN, charges[i] ?? null, AMOUNT);
    sheet.put(row + i, FTE_COLUMN, ssiFte[i] ?? null, FTE);
  }
}

function lines(
  pool: PoolBlock,
  what: 'charges' | 'ssiFte',
  letter: string,
  row: number,
  members: MemberColumns,
): readonly Content[] {
  const whole = pool[what];
  const here = pool.members
    .filter(({ situation }) => UNFIGURED.includes(situation))
    .reduce((sum, member) => sum + (member[what] ?? 0n), 0n);
  const live = (formula: string, result: bigint) => ({
    formula: `IF(${letter}${row}="","",ROUND(${formula},2))`,
    result: whole === null ? '' : hundredths(result),
  });
  const fell = UNFIGURED.map(
    (s) => `SUMIFS(${members[what]},${members.situations},${quoted(MEMBER_SITUATIONS[s])})`,
  );
  return [
    hundredthsOrBlank(whole),
    live(`SUM(${members[what]})`, whole ?? 0n),
    live(`${letter}${row}-${letter}${row + 1}`, 0n),
    {
      formula: conserved([`${letter}${row + 2}`], PROVEN[what]),
      result: whole === null ? '' : PROVEN[what],
    },
    live(fell.join('+'), here),
    // Their lines are in the workbooks of their own regions: a value here.
    whole === null ? null : hundredths((pool.withoutFigures?.[what] ?? here) - here),
  ];
}
