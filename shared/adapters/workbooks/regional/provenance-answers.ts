import { ACTION_ITEMS } from '../../../domain/actions/action-items.ts';
import { type Measure, measureKey } from '../../../domain/maturity/measure.ts';
import type { Return } from '../../../domain/return/fold.ts';
import { actionRule, MEASURE_RULE, SCORE_RULE } from '../../../messages/detail-rules.ts';
import { subjectInWords } from '../../../messages/differences.ts';
import { COUNT, DATE, TEXT } from '../package/styles.ts';
import { answered } from './maturity-columns.ts';
import { readIn } from './provenance-details.ts';
import { NATURES, type ProvenanceLine } from './provenance-line.ts';
import { toAnswers } from './row-link.ts';

/** A line per answer that « Maturité » shows: measures of the questionnaire, other actions, audits of directories. */
export function answerLines(state: Return, measures: readonly Measure[]): readonly ProvenanceLine[] {
  const labels = new Map(measures.map(({ code, label }) => [measureKey(code), label]));
  const link = toAnswers();
  const { details } = state;
  return [
    ...readIn(
      state,
      'measures',
      details.measures.map(({ measure, level, at }) => ({
        nature: NATURES.measure,
        label: subjectInWords({ kind: 'measure', measure, label: labels.get(measureKey(measure)) ?? '' }),
        column: null,
        value: { content: level ?? 'n.a.', style: level === null ? TEXT : COUNT },
        link,
        rule: MEASURE_RULE,
        at,
      })),
    ),
    ...readIn(
      state,
      'actions',
      details.actions.map(({ item, value, at }) => ({
        nature: NATURES.action,
        label: subjectInWords({ kind: 'action', item }),
        column: item,
        value: {
          content: answered(ACTION_ITEMS[item].type, value),
          style: ANSWER_STYLES[ACTION_ITEMS[item].type],
        },
        link,
        rule: actionRule(item),
        at,
      })),
    ),
    ...readIn(
      state,
      'directories',
      details.directories.map(({ directory, score, at }) => ({
        nature: NATURES.directory,
        label: subjectInWords({ kind: 'directory', directory }),
        column: null,
        value: { content: score, style: COUNT },
        link,
        rule: SCORE_RULE,
        at,
      })),
    ),
  ];
}

const ANSWER_STYLES = { date: DATE, nombre: COUNT, 'oui-non': TEXT } as const;
