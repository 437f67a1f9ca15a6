import type { Figures } from '../../../domain/figures/figures.ts';
import { FIGURE_COLUMNS, FIGURE_TYPES, type FigureColumn } from '../../../domain/report/figure-texts.ts';
import type { RuleSet } from '../../../domain/rules/rule-set.ts';
import { figureRules } from '../../../messages/figure-rules.ts';
import { hundredths, hundredthsOrBlank, quotient } from '../exact.ts';
import type { Content } from '../package/content.ts';
import { column, thisRow } from '../package/structured.ts';
import { AMOUNT, FTE, RATIO, type Style } from '../package/styles.ts';
import { IDENTITY } from './identity.ts';
import { NATURES, type ProvenanceLine } from './provenance-line.ts';
import { type ListPlace, toFigures } from './row-link.ts';
import { HEADINGS, SHEETS, TABLES } from './tables.ts';

export const SHARE_LIST: ListPlace = { sheet: SHEETS.share, table: TABLES.share };
export const SSI_FTE_LIST: ListPlace = { sheet: SHEETS.ssiFte, table: TABLES.ssiFte };

interface ShownFigure {
  readonly list: ListPlace;
  readonly heading: string;
  /** As its cell shows it; null where it is blank. */
  readonly value: (figures: Figures) => number | null;
}

const share = (heading: string, value: ShownFigure['value']): ShownFigure => ({
  list: SHARE_LIST,
  heading,
  value,
});
const ssiFte = (heading: string, value: ShownFigure['value']): ShownFigure => ({
  list: SSI_FTE_LIST,
  heading,
  value,
});

/** Where each figure stands in the workbook. */
const SHOWN: Readonly<Record<FigureColumn, ShownFigure>> = {
  charges_totales: share(HEADINGS.share.total, (of) => hundredths(of.totalExpenses)),
  charges_numeriques_propres: share(HEADINGS.share.own, (of) => hundredths(of.ownDigital)),
  mutualise_porte: share(HEADINGS.share.carried, (of) => hundredths(of.carriedDigital)),
  quotes_parts: share(HEADINGS.share.contributions, (of) => hundredths(of.contributions)),
  mutualise_attribue: share(HEADINGS.share.allocated, (of) => hundredths(of.allocatedDigital)),
  charges_numeriques_retenues: share(HEADINGS.share.retained, (of) => hundredths(of.retainedDigital)),
  part_numerique: share(HEADINGS.share.share, (of) => quotient(of.digitalShare)),
  part_investissement: share(
    HEADINGS.share.investment,
    (of) => of.investmentShare && quotient(of.investmentShare),
  ),
  etp_ssi_propres: ssiFte(HEADINGS.ssiFte.own, (of) => hundredths(of.ownSsiFte)),
  etp_ssi_portes: ssiFte(HEADINGS.ssiFte.carried, (of) => hundredths(of.carriedSsiFte)),
  etp_ssi_attribues: ssiFte(HEADINGS.ssiFte.allocated, (of) => hundredths(of.allocatedSsiFte)),
  etp_ssi_retenus: ssiFte(HEADINGS.ssiFte.retained, (of) => hundredths(of.retainedSsiFte)),
  etp_ssi_externes: ssiFte(HEADINGS.ssiFte.external, (of) => hundredthsOrBlank(of.externalSsiFte)),
};

const STYLES: Readonly<Record<(typeof FIGURE_TYPES)[FigureColumn], Style>> = {
  amount: AMOUNT,
  fte: FTE,
  ratio: RATIO,
};

/** A line per figure that the declarant has, in the order of figures.csv: its live value, and its formula in words. */
export function figureLines(figures: Figures, rules: RuleSet): readonly ProvenanceLine[] {
  const words = figureRules(rules);
  return FIGURE_COLUMNS.flatMap((name) => {
    const { list, heading, value } = SHOWN[name];
    const result = value(figures);
    if (result === null) return [];
    return [
      {
        nature: NATURES.figure,
        label: heading,
        column: name,
        value: { content: shownIn(list.table, heading, result), style: STYLES[FIGURE_TYPES[name]] },
        link: toFigures(list),
        readIn: null,
        rule: words[name],
      },
    ];
  });
}

/** Live: the cell of another list on the row of the same declarant. */
export function shownIn(table: string, heading: string, result: number): Content {
  const row = `MATCH(${thisRow(TABLES.provenance, IDENTITY.finess)},${column(table, IDENTITY.finess)},0)`;
  return { formula: `INDEX(${column(table, heading)},${row})`, result };
}
