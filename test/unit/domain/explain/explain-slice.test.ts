import * as fc from 'fast-check';
import { INDICATORS } from '../../../../shared/domain/aggregates/aggregate.ts';
import { contributionOf } from '../../../../shared/domain/explain/contributions.ts';
import { explainSlice } from '../../../../shared/domain/explain/explain-slice.ts';
import { observedNation } from '../../../../shared/domain/explain/observed-nation.ts';
import { type SliceAsked, sliceSums } from '../../../../shared/domain/explain/slice-sums.ts';
import { formatHundredths } from '../../../../shared/domain/numbers/format-hundredths.ts';
import { compareRatios, formatRatio, type Ratio, ratio } from '../../../../shared/domain/numbers/ratio.ts';
import { aggregatesTable } from '../../../../shared/domain/report/aggregates-table.ts';
import { buildNationalReport } from '../../../../shared/domain/report/build-national-report.ts';
import { figuresTable } from '../../../../shared/domain/report/figures-table.ts';
import { observedTable } from '../../../../shared/domain/report/observed-table.ts';
import { slicePlaceOf } from '../../../../shared/domain/report/slice-place.ts';
import { tableLines } from '../../../../shared/domain/report/table-lines.ts';
import { fictionalCampaign } from '../../../builders/fictional-campaign.ts';

const { standing, context } = fictionalCampaign(80);
const { declarants } = context.directory.reference;
const nation = observedNation(
  tableLines(figuresTable(context.campaign, declarants, standing)),
  tableLines(observedTable(declarants, standing, context.rules)),
);
const report = buildNationalReport(standing, {
  ...context,
  manifest: 'm',
  sources: { files: {}, rules: '' },
});
const lines = tableLines(aggregatesTable(context.campaign, [...report.aggregates, ...report.sizes]));
const FRANCE = { axis: 'nation', slice: 'FR' } as const;

const write = (value: Ratio | null | undefined, asked: SliceAsked) =>
  value ? formatRatio(value, asked.indicator === 'etp_ssi_retenus' ? 2 : 6) : '';
const sum = (value: bigint | null) => (value === null ? '' : formatHundredths(value));

describe('the figure of a slice explained', () => {
  it('is the published one, of every slice and indicator: sums, counts, value, median and quartiles', () => {
    expect(lines.length).toBeGreaterThan(60);
    for (const line of lines) {
      const asked = slicePlaceOf(line);
      const found = explainSlice(nation, asked);
      const quartile = (name: string) => found?.quartiles.find((one) => one.quartile === name)?.value;
      expect({
        ...line,
        n: String(found?.n),
        attendus: String(found?.expected),
        numerateur: sum(found?.numerator ?? null),
        denominateur: sum(found?.denominator ?? null),
        valeur: write(found?.value, asked),
        mediane: write(quartile('mediane'), asked),
        q1: write(quartile('q1'), asked),
        q3: write(quartile('q3'), asked),
      }).toEqual(line);
    }
  });

  it('counts everyone that is expected once: with the figure, without it, not computed, silent', () => {
    for (const indicator of INDICATORS) {
      const found = explainSlice(nation, { ...FRANCE, indicator });
      const { n = 0, silent = 0, notComputed = 0, withoutThis = 0 } = found ?? {};
      expect(n + silent + notComputed + withoutThis).toBe(declarants.length);
    }
    expect(
      explainSlice(nation, { ...FRANCE, indicator: 'part_investissement' })?.withoutThis,
    ).toBeGreaterThan(0);
  });

  it('has each quartile between its neighbours, at the rank of QUARTILE.INC', () => {
    for (const line of lines.filter((one) => one['n'] !== '0')) {
      const found = explainSlice(nation, slicePlaceOf(line));
      expect(found?.quartiles.map(({ position, low, high }) => [position, low.rank, high.rank])).toEqual(
        [1, 2, 3].map((q) => {
          const position = (Number(line['n']) - 1) * q;
          return [BigInt(position + 4), Math.floor(position / 4) + 1, Math.ceil(position / 4) + 1];
        }),
      );
      for (const { value, low, high } of found?.quartiles ?? []) {
        expect(compareRatios(low.value, value)).toBeLessThanOrEqual(0);
        expect(compareRatios(value, high.value)).toBeLessThanOrEqual(0);
      }
    }
  });

  it('is not there where no declarant is in the slice', () => {
    expect(explainSlice(nation, { axis: 'region', slice: '53', indicator: 'part_numerique' })).toBeNull();
    expect(explainSlice(nation, { axis: 'nation', slice: 'XX', indicator: 'part_numerique' })).toBeNull();
  });
});

describe('what a declarant brings', () => {
  const anyLine = fc.constantFrom(...lines.filter((line) => line['n'] !== '0'));

  it('sums to the figure, its shares to one', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const asked = slicePlaceOf(line);
        const sums = sliceSums(nation, asked);
        if (!sums) throw new Error('no such slice');
        const isFte = asked.indicator === 'etp_ssi_retenus';
        const all = sums.contributors.map((one) => contributionOf(one, sums, isFte));
        const total = all.reduce((added, { numerator }) => added + numerator, 0n);
        expect(formatHundredths(total)).toBe(line['numerateur']);
        if (total === 0n) return;
        const shares = all.reduce((added, { shareOfSum }) => added + (shareOfSum?.numerator ?? 0n), 0n);
        expect(shares).toBe(total);
      }),
    );
  });

  it('moves the figure to what it is over the others alone, exactly', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(), (line, pick) => {
        const asked = slicePlaceOf(line);
        const sums = sliceSums(nation, asked);
        const chosen = sums?.contributors[pick % sums.contributors.length];
        if (!sums || !chosen) throw new Error('no such slice');
        const isFte = asked.indicator === 'etp_ssi_retenus';
        const found = contributionOf(chosen, sums, isFte);
        const others = { ...nation, bodies: nation.bodies.filter(({ finess }) => finess !== found.finess) };
        const without = explainSlice(others, asked)?.value ?? null;
        expect(found.without).toEqual(without);
        if (!without || !found.move) return;
        const all = explainSlice(nation, asked)?.value;
        const { move } = found;
        // move + with = without, by cross-multiplication
        expect(
          (move.numerator * (all?.denominator ?? 0n) + (all?.numerator ?? 0n) * move.denominator) *
            without.denominator,
        ).toBe(without.numerator * move.denominator * (all?.denominator ?? 0n));
      }),
    );
  });

  it('has no figure to move where nobody else contributes', () => {
    const one = { value: ratio(1n, 2n), body: nation.bodies[0] };
    if (!one.body) throw new Error('no one');
    const alone = { value: one.value, body: one.body };
    const sums = { members: [alone.body], contributors: [alone], numerator: 1n, denominator: 2n };
    expect(contributionOf(alone, sums, false)).toMatchObject({ without: null, move: null });
  });
});
