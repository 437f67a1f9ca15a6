import fc from 'fast-check';
import type { CampaignYear } from '../../../../shared/domain/campaign/campaign.ts';
import { directoryOf } from '../../../../shared/domain/declarant/directory.ts';
import type { PastFigures } from '../../../../shared/domain/declarant/reference-set.ts';
import type { Succession } from '../../../../shared/domain/declarant/successions.ts';
import { type Finess, withKey } from '../../../../shared/domain/finess/finess.ts';
import {
  CARRIER,
  declarantOf,
  directory,
  LONER,
  MEMBER,
  pastFigures,
  referenceSet,
  TOTALS_ALONE,
} from '../../../builders/directory.ts';
import { day } from '../../../builders/entry.ts';

const [A, B, C, D] = [1, 2, 3, 4].map((rank) => withKey(`7700000${rank}`)) as [
  Finess,
  Finess,
  Finess,
  Finess,
];

function replacing(former: Finess, successor: Finess, from = '2026-01-01'): Succession {
  return { former, successor, from: day(from) };
}

const year = (campaign: number) => campaign as CampaignYear;

describe('figures of a number that was replaced', () => {
  it('are its successor’s, of a campaign whose financial year ended before that day', () => {
    const known = directory({
      history: [pastFigures(A)],
      successions: [replacing(A, LONER, '2025-01-01')],
    });
    expect(known.past(LONER, 2025)).toEqual(pastFigures(LONER));
    expect(known.pastSources(LONER, 2025)).toEqual([A]);
    expect(known.past(A, 2025)).toBeNull();
    expect(known.pastSources(A, 2025)).toEqual([]);
  });

  it('are not when the year ended on that very day: then the successor answered for it', () => {
    const known = directory({
      history: [pastFigures(A)],
      successions: [replacing(A, LONER, '2024-12-31')],
    });
    expect(known.past(LONER, 2025)).toBeNull();
    expect(known.pastSources(LONER, 2025)).toEqual([]);
    expect(known.unpublishedPast(LONER, year(2025))).toEqual([]);
  });

  it('are added to the successor’s own and to those of the others that it replaced', () => {
    const known = directory({
      history: [
        pastFigures(A, { totalExpenses: 1n, retainedDigital: 20n, retainedSsiFte: 300n, ownDigital: 5n }),
        pastFigures(B, { totalExpenses: 2n, retainedDigital: 30n, retainedSsiFte: 400n, ownDigital: 6n }),
        pastFigures(LONER, { totalExpenses: 3n, retainedDigital: 40n, retainedSsiFte: 500n, ownDigital: 7n }),
      ],
      successions: [replacing(A, LONER), replacing(B, LONER)],
    });
    expect(known.past(LONER, 2025)).toEqual({
      campaign: 2025,
      finess: LONER,
      totalExpenses: 6n,
      retainedDigital: 90n,
      retainedSsiFte: 1200n,
      ...TOTALS_ALONE,
      ownDigital: 18n,
    });
    expect(known.pastSources(LONER, 2025)).toEqual([LONER, A, B].sort());
  });

  it('leave unknown what one of the added does not say', () => {
    const extra = {
      ownDigital: 1n,
      carriedDigital: 1n,
      contributions: 1n,
      ownSsiFte: 1n,
      carriedSsiFte: 1n,
      externalSsiFte: 1n,
    };
    const known = directory({
      history: [pastFigures(A, extra), pastFigures(B, { ...extra, contributions: null })],
      successions: [replacing(A, LONER), replacing(B, LONER)],
    });
    expect(known.past(LONER, 2025)).toMatchObject({
      ownDigital: 2n,
      carriedDigital: 2n,
      contributions: null,
      ownSsiFte: 2n,
      carriedSsiFte: 2n,
      externalSsiFte: 2n,
    });
  });

  it('follow a chain to its end, as far as each year goes', () => {
    const known = directory({
      history: [2024, 2025, 2026].map((campaign) => pastFigures(A, { campaign: year(campaign) })),
      successions: [replacing(A, B, '2024-06-01'), replacing(B, LONER, '2025-06-01')],
    });
    // The year 2023 ended before both; 2024 after A was replaced: its line is nobody's.
    expect([2024, 2025, 2026].map((campaign) => known.past(LONER, campaign) !== null)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each<[string, readonly Finess[], readonly Finess[]]>([
    ['none', [], [A, B, C, D]],
    ['the first of a chain', [A], [C, D]],
    ['the last of a chain', [B], [C, D]],
    ['each chain', [A, C, D], []],
    ['the heir alone', [LONER], [A, B, C, D]],
  ])('say what was never published, beside %s', (_case, published, expected) => {
    const known = directory({
      history: published.map((finess) => pastFigures(finess)),
      successions: [replacing(A, B), replacing(B, LONER), replacing(D, LONER), replacing(C, LONER)],
    });
    expect(known.unpublishedPast(LONER, year(2025))).toEqual(expected);
    expect(known.unpublishedPast(LONER, year(2027))).toEqual([]);
  });
});

describe('a number that was replaced', () => {
  const known = directory({
    successions: [replacing(A, B, '2024-06-01'), replacing(B, LONER, '2025-06-01')],
  });

  it('names who answers for it today, and since when', () => {
    expect(known.replaced(A)).toEqual({ heir: LONER, since: '2025-06-01' });
    expect(known.replaced(B)).toEqual({ heir: LONER, since: '2025-06-01' });
  });

  it('is none that nothing replaced', () => {
    expect([LONER, C, CARRIER].map(known.replaced)).toEqual([null, null, null]);
  });
});

/** Numbers 0…11; each may be replaced by a greater one, so that no chain comes back; days grow with the number. */
const BODIES = Array.from({ length: 12 }, (_, rank) => withKey(String(88_000_000 + rank)));
const bodyAt = (rank: number): Finess => BODIES[rank] ?? LONER;
const links = fc
  .array(fc.option(fc.nat(10)), { minLength: 11, maxLength: 11 })
  .chain((steps) => fc.tuple(fc.constant(steps), fc.integer({ min: 2020, max: 2026 })))
  .map(([steps, first]) =>
    steps.flatMap((step, rank) => {
      const successor = step === null ? null : rank + 1 + (step % (11 - rank));
      const from = day(`${first + Math.floor(rank / 4)}-0${1 + (rank % 4)}-15`);
      return successor === null ? [] : [{ former: bodyAt(rank), successor: bodyAt(successor), from }];
    }),
  );
const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const history = fc
  .uniqueArray(
    fc.record({
      campaign: fc.integer({ min: 2021, max: 2026 }).map(year),
      finess: fc.constantFrom(...BODIES),
      totalExpenses: amount,
      retainedDigital: amount,
      retainedSsiFte: amount,
      ownDigital: fc.option(amount),
      carriedDigital: fc.option(amount),
      contributions: fc.constant(null),
      ownSsiFte: fc.constant(null),
      carriedSsiFte: fc.constant(null),
      externalSsiFte: fc.constant(null),
    }),
    { selector: ({ campaign, finess }) => `${campaign} ${finess}` },
  )
  .map((lines): readonly PastFigures[] => lines);

function setOf(successions: readonly Succession[], lines: readonly PastFigures[]) {
  const former = new Set(successions.map((one) => one.former));
  const declarants = BODIES.filter((finess) => !former.has(finess)).map((finess) => declarantOf(finess));
  return referenceSet({ declarants, groups: [], successions, history: lines });
}

const CAMPAIGNS = [2021, 2022, 2023, 2024, 2025, 2026];

describe('any successions', () => {
  it('lose nothing and count nothing twice: what was published before each replacement is found once', () => {
    fc.assert(
      fc.property(links, history, (successions, lines) => {
        const { declarants } = setOf(successions, lines);
        const known = directoryOf(setOf(successions, lines));
        const replacedOn = new Map(successions.map(({ former, from }) => [former, from]));
        for (const campaign of CAMPAIGNS) {
          const lastDay = day(`${campaign - 1}-12-31`);
          const counted = lines.filter(
            (line) => line.campaign === campaign && lastDay < (replacedOn.get(line.finess) ?? '9999'),
          );
          const found = declarants.flatMap(({ finess }) => known.past(finess, campaign) ?? []);
          const sum = (of: (past: PastFigures) => bigint, all: readonly PastFigures[]) =>
            all.reduce((total, past) => total + of(past), 0n);
          for (const of of [
            (past: PastFigures) => past.totalExpenses,
            (past: PastFigures) => past.retainedDigital,
            (past: PastFigures) => past.retainedSsiFte,
          ])
            expect(sum(of, found)).toBe(sum(of, counted));
          const sources = declarants.flatMap(({ finess }) => known.pastSources(finess, campaign));
          expect(sources.toSorted()).toEqual(counted.map(({ finess }) => finess).toSorted());
        }
      }),
    );
  });

  it('say the same in whatever order their lines, and those of the history, stand', () => {
    fc.assert(
      fc.property(
        links.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        history.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        ([successions, otherSuccessions], [lines, otherLines]) => {
          const [one, other] = [
            directoryOf(setOf(successions, lines)),
            directoryOf(setOf(otherSuccessions, otherLines)),
          ];
          for (const campaign of CAMPAIGNS) {
            for (const finess of BODIES) {
              expect(other.past(finess, campaign)).toEqual(one.past(finess, campaign));
              expect(other.pastSources(finess, campaign)).toEqual(one.pastSources(finess, campaign));
              expect(other.unpublishedPast(finess, year(campaign))).toEqual(
                one.unpublishedPast(finess, year(campaign)),
              );
            }
          }
        },
      ),
    );
  });
});

function shuffled<T>(all: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
}

it('leaves a declarant that replaced nothing as it was', () => {
  const known = directory({ history: [pastFigures(MEMBER)], successions: [replacing(A, LONER)] });
  expect(known.past(MEMBER, 2025)).toEqual(pastFigures(MEMBER));
  expect(known.pastSources(MEMBER, 2025)).toEqual([MEMBER]);
});
