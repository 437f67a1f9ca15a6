import type { PastFigures } from '../../../domain/declarant/reference-set.ts';
import type { EditionSources } from '../../../domain/report/edition-sources.ts';
import { PUBLISHED_RULES } from '../../../messages/figure-rules.ts';
import { hundredths, quotient } from '../exact.ts';
import { FTE, RATIO } from '../package/styles.ts';
import { SHARE_LIST, SSI_FTE_LIST, shownIn } from './provenance-figures.ts';
import { NATURES, type ProvenanceLine } from './provenance-line.ts';
import { toFigures } from './row-link.ts';
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
  const line = { nature: NATURES.published, column: null } as const;
  const share: readonly ProvenanceLine[] =
    totalExpenses <= 0n
      ? []
      : [
          {
            ...line,
            label: HEADINGS.share.previous,
            value: {
              content: shownIn(
                SHARE_LIST.table,
                HEADINGS.share.previous,
                quotient({ numerator: retainedDigital, denominator: totalExpenses }),
              ),
              style: RATIO,
            },
            link: toFigures(SHARE_LIST),
            readIn: { source, at: {} },
            rule: PUBLISHED_RULES.part,
          },
        ];
  return [
    ...share,
    {
      ...line,
      label: HEADINGS.ssiFte.previous,
      value: {
        content: shownIn(SSI_FTE_LIST.table, HEADINGS.ssiFte.previous, hundredths(retainedSsiFte)),
        style: FTE,
      },
      link: toFigures(SSI_FTE_LIST),
      readIn: { source, at: { column: 'etp_ssi_retenus' } },
      rule: PUBLISHED_RULES.fte,
    },
  ];
}
