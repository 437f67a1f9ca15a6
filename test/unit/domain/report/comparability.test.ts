import { defaultCampaign } from '../../../../shared/domain/campaign/campaign.ts';
import { directoryOf } from '../../../../shared/domain/declarant/directory.ts';
import type { PastFigures } from '../../../../shared/domain/declarant/reference-set.ts';
import type { Succession } from '../../../../shared/domain/declarant/successions.ts';
import { type Finess, withKey } from '../../../../shared/domain/finess/finess.ts';
import {
  breaksBetween,
  breaksOn,
  COMPARABILITY_BREAKS,
  type ComparabilityContext,
} from '../../../../shared/domain/report/comparability.ts';
import { BREAK_WORDS, breakLabels, comparisonInWords } from '../../../../shared/messages/comparability.ts';
import { declarantOf, LONER, pastFigures, referenceSet } from '../../../builders/directory.ts';
import { CAMPAIGN, day, year } from '../../../builders/entry.ts';

const [A, B] = [withKey('77000001'), withKey('77000002')];
const of = (finess: Finess, campaign: string) => pastFigures(finess, { campaign: year(campaign) });
const replacing = (former: Finess, from = '2026-01-01'): Succession => ({
  former,
  successor: LONER,
  from: day(from),
});

function contextOf(
  history: readonly PastFigures[],
  successions: readonly Succession[] = [],
  rules: Readonly<Record<string, string>> = {},
): ComparabilityContext {
  const campaigns = Object.entries(rules).map(([name, set]) => defaultCampaign(year(name), set));
  const directory = directoryOf(referenceSet({ history, successions, campaigns }));
  return { campaign: CAMPAIGN, directory, rules: { id: '2026-1' } };
}

describe('figures of the campaign before', () => {
  it.each<[string, readonly PastFigures[], readonly Succession[], readonly string[]]>([
    ['the same number', [of(LONER, '2025')], [], []],
    ['another number', [of(A, '2025')], [replacing(A)], ['succession']],
    ['two numbers, both replaced', [of(A, '2025'), of(B, '2025')], [replacing(A), replacing(B)], ['fusion']],
    ['its own number and one that joined it', [of(LONER, '2025'), of(A, '2025')], [replacing(A)], ['fusion']],
    ['one of two numbers', [of(A, '2025')], [replacing(A), replacing(B)], ['fusion_partielle']],
    [
      'its own number, where those that joined it had none',
      [of(LONER, '2025')],
      [replacing(A), replacing(B)],
      [],
    ],
    [
      'its own number, and one of the two that joined it',
      [of(LONER, '2025'), of(A, '2025')],
      [replacing(A), replacing(B)],
      ['fusion_partielle'],
    ],
    [
      'the first number of a chain',
      [of(A, '2025')],
      [{ ...replacing(A), successor: B }, replacing(B)],
      ['succession'],
    ],
    ['no number', [], [replacing(A)], []],
    ['a number replaced before that year ended', [of(LONER, '2025')], [replacing(A, '2024-07-01')], []],
  ])('published under %s', (_case, history, successions, expected) => {
    expect(breaksOn(LONER, contextOf(history, successions))).toEqual(expected);
  });

  it('were computed by other rules, where campagnes.csv says so of both', () => {
    const history = [of(LONER, '2025')];
    expect(breaksOn(LONER, contextOf(history, [], { '2025': '2025-1' }))).toEqual(['regles']);
    expect(breaksOn(LONER, contextOf(history, [], { '2025': '2026-1' }))).toEqual([]);
    expect(breaksOn(LONER, contextOf(history, [], { '2024': '2025-1' }))).toEqual([]);
    expect(breaksOn(LONER, contextOf([], [], { '2025': '2025-1' }))).toEqual([]);
  });

  it('may be broken twice, in the order of the breaks', () => {
    const found = breaksOn(LONER, contextOf([of(A, '2025')], [replacing(A)], { '2025': '2025-1' }));
    expect(found).toEqual(['succession', 'regles']);
    expect(breakLabels(found)).toBe('Autre numéro FINESS ; Autres règles');
    expect(breakLabels([])).toBe('');
  });
});

describe('two earlier campaigns', () => {
  const between = (context: ComparabilityContext) => (before: string, after: string) =>
    breaksBetween(LONER, year(before), year(after), context);

  it('compare while both stand under the old number, and break where the new one takes over', () => {
    const history = [of(A, '2023'), of(A, '2024'), of(LONER, '2025')];
    const look = between(contextOf(history, [replacing(A, '2024-06-01')]));
    expect(look('2023', '2024')).toEqual([]);
    expect(look('2024', '2025')).toEqual(['succession']);
  });

  it('are a part of the whole where one of the merged has figures in one of them alone', () => {
    const history = [of(A, '2024'), of(B, '2024'), of(A, '2025')];
    expect(between(contextOf(history, [replacing(A), replacing(B)]))('2024', '2025')).toEqual([
      'fusion_partielle',
    ]);
  });

  it('are a part of the whole where one that joined it since has figures in the later one alone', () => {
    const history = [of(LONER, '2024'), of(LONER, '2025'), of(A, '2025')];
    expect(between(contextOf(history, [replacing(A)]))('2024', '2025')).toEqual(['fusion_partielle']);
  });

  it('do not compare where the later one has nothing', () => {
    expect(between(contextOf([of(A, '2024')], [replacing(A)]))('2024', '2025')).toEqual([]);
  });
});

it('names the other numbers under which the campaign before was published', () => {
  const said = (previousSources: readonly Finess[]) =>
    comparisonInWords({ declarant: declarantOf(LONER), breaks: ['fusion', 'regles'], previousSources });
  expect(said([LONER])).toBe('Fusion ; Autres règles');
  expect(said([LONER, A])).toBe(`Fusion ; Autres règles (${LONER} + ${A})`);
  expect(comparisonInWords({ declarant: declarantOf(LONER), breaks: [], previousSources: [A] })).toBe('');
});

it('has a few words and a sentence for each', () => {
  const labels = COMPARABILITY_BREAKS.map((found) => BREAK_WORDS[found].label);
  expect(new Set(labels).size).toBe(COMPARABILITY_BREAKS.length);
  for (const found of COMPARABILITY_BREAKS) expect(BREAK_WORDS[found].sentence).toMatch(/^\p{Lu}.*\.$/u);
});
