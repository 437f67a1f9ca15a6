import type { PastFigures } from '../../../domain/declarant/reference-set.ts';
import type { EditionSources } from '../../../domain/report/edition-sources.ts';
import { PUBLISHED_RULE, PUBLISHED_SHARE_RULE } from '../../../messages/figure-rules.ts';
import { hundredths, quotient } from '../exact.ts';
import { AMOUNT, FTE, RATIO, type Style } from '../package/styles.ts';
import { SHARE_LIST, SSI_FTE_LIST, shownIn } from './provenance-figures.ts';
import { NATURES, type ProvenanceLine, type ReadIn } from './provenance-line.ts';
import { type ListPlace, toFigures } from './row-link.ts';
import { HEADINGS } from './tables.ts';

const HISTORY = 'historique.csv';

/** A line per figure of the campaign before that stands beside those of this one: from the reference set. */
export function publishedLines(
  previous: PastFigures | null,
  { files }: EditionSources,
): readonly ProvenanceLine[] {
  if (!previous) return [];
  const { retainedDigital, totalExpenses, retainedSsiFte } = previous;
  const source = { file: HISTORY, sha256: files[HISTORY] ?? '' };
  const published = (list: ListPlace, heading: string, value: bigint, style: Style, column: string) =>
    lineOf(list, heading, hundredths(value), { style, column, readIn: { source, at: { column } } });
  const share = HEADINGS.share;
  return [
    published(SHARE_LIST, share.retainedBefore, retainedDigital, AMOUNT, 'charges_numeriques_retenues'),
    published(SHARE_LIST, share.totalBefore, totalExpenses, AMOUNT, 'charges_totales'),
    ...(totalExpenses > 0n
      ? [
          lineOf(
            SHARE_LIST,
            share.previous,
            quotient({ numerator: retainedDigital, denominator: totalExpenses }),
            { style: RATIO, column: 'part_numerique', readIn: null },
          ),
        ]
      : []),
    published(SSI_FTE_LIST, HEADINGS.ssiFte.previous, retainedSsiFte, FTE, 'etp_ssi_retenus'),
  ];
}

interface LineOver {
  readonly style: Style;
  readonly column: string;
  /** Null of what is computed from the other lines. */
  readonly readIn: ReadIn | null;
}

function lineOf(
  list: ListPlace,
  heading: string,
  value: number,
  { style, column, readIn }: LineOver,
): ProvenanceLine {
  return {
    nature: NATURES.published,
    label: heading,
    column,
    value: { content: shownIn(list.table, heading, value), style },
    link: toFigures(list),
    readIn,
    rule: readIn ? PUBLISHED_RULE : PUBLISHED_SHARE_RULE,
  };
}
