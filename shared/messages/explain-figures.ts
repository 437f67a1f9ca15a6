import type { Indicator } from '../domain/aggregates/aggregate.ts';
import type { ExplainedFigure, FigureInput } from '../domain/explain/explain-figure.ts';
import type { FigureColumn } from '../domain/report/figure-texts.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { figureRules } from './figure-rules.ts';

/** A figure's formula by the names of its inputs: « charges_numeriques_retenues ÷ charges_totales ». */
export function figureSymbols({ figure, inputs }: Pick<ExplainedFigure, 'figure' | 'inputs'>): string {
  const [first, second] = inputs;
  if (first === undefined) return `${figure} = 0`;
  const right =
    first.role === 'numerateur' && second
      ? `${inputName(first)} ÷ ${inputName(second)}`
      : inputs.map(signed).join(' ');
  return `${figure} = ${right}`;
}

function signed(input: FigureInput, index: number): string {
  const sign = input.role === 'moins' ? '−' : '+';
  return index === 0 && sign === '+' ? inputName(input) : `${sign} ${inputName(input)}`;
}

/** As the formula names it: a column, or « part de GHT01 dans mutualise_charges ». */
export function inputName(input: FigureInput): string {
  switch (input.kind) {
    case 'figure':
      return input.figure;
    case 'declared':
      return input.column;
    case 'share':
      return `part(${input.column}, ${input.group})`;
  }
}

/** The rule of a figure in words, with its source. */
export function figureInWords(figure: FigureColumn, rules: RuleSet): string {
  return figureRules(rules)[figure];
}

/** Of each indicator: whose sums it is the quotient of, as columns. */
const SUMMED: Readonly<Record<Indicator, readonly [numerator: string, denominator: string | null]>> = {
  part_numerique: ['charges_numeriques_retenues', 'charges_totales'],
  part_investissement: ['num_investissement', 'emplois_investissement'],
  etp_ssi_retenus: ['etp_ssi_retenus', null],
};

/** « Σ charges_numeriques_retenues ÷ Σ charges_totales » */
export function aggregateSymbols(indicator: Indicator): string {
  const [numerator, denominator] = SUMMED[indicator];
  return denominator === null ? `Σ ${numerator}` : `Σ ${numerator} ÷ Σ ${denominator}`;
}

/** How an aggregate and its quartiles are obtained, and from whom. rules.md, « Aggregates ». */
export function aggregateInWords(indicator: Indicator): string {
  const [numerator, denominator] = SUMMED[indicator];
  const ratio =
    denominator === null
      ? `Somme de ${numerator}`
      : `Somme de ${numerator} divisée par la somme de ${denominator}, jamais une moyenne de parts`;
  return `${ratio}, sur les seuls déclarants de la tranche dont le chiffre est calculé. Médiane et quartiles des valeurs individuelles, comme QUARTILE.INCLURE : rang (n − 1) × q, interpolation linéaire. Instruction DNS/2025/12, action 7 ; notre règle pour le rapport de sommes.`;
}
