import { checkDeposit } from '../../../shared/application/check-deposit.ts';
import type { Perimeter } from '../../../shared/domain/access/perimeter.ts';
import type { Role } from '../../../shared/domain/access/role.ts';
import type { ReferenceSet } from '../../../shared/domain/declarant/reference-set.ts';
import { type Finess, withKey } from '../../../shared/domain/finess/finess.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { csvOf, generation } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import {
  CARRIER,
  declarantOf,
  EXTERNAL,
  LONER,
  MEMBER,
  NEIGHBOUR,
  pastFigures,
  referenceSet,
} from '../../builders/directory.ts';
import { CAMPAIGN, year } from '../../builders/entry.ts';
import { tombstoneOf } from '../../builders/tombstone.ts';
import { factId, readingStage } from '../../doubles/reading-stage.ts';
import { withoutWriting } from '../../doubles/without-writing.ts';

const rowOf = (finess: Finess, over: Readonly<Record<string, string>> = {}) =>
  csvOf({ ...GOOD_ROW, finess, ...over });

/** A stage, and dry runs that come after all its deposits and may only read. */
async function stage(over: Partial<ReferenceSet> = {}) {
  const stood = await readingStage(generation(over));
  const ports = withoutWriting({ ...stood.ports, newFactId: () => factId(1_000) });
  const check = (
    bytes: Uint8Array,
    over: Partial<{ role: Role; within: Perimeter; finess: Finess }> = {},
  ) => {
    const caller = callerOf(over.role ?? 'etablissement', over.within ?? bodiesOf(LONER));
    return checkDeposit(ports, caller, {
      campaign: CAMPAIGN,
      file: 'essai.csv',
      bytes,
      finess: over.finess ?? null,
    });
  };
  return { ...stood, check };
}

describe('a dry run', () => {
  it('gives the verdict and the figures of a first deposit', async () => {
    const { check } = await stage();
    const { verdict, preview } = await check(rowOf(LONER));
    expect(verdict).toMatchObject({ file: 'essai.csv', status: 'accepted', rows: { accepted: 1 } });
    expect(preview).toMatchObject({
      others: 0,
      returns: [
        {
          finess: LONER,
          name: `Établissement ${LONER}`,
          outcome: {
            state: 'calcule',
            figures: { totalExpenses: 100_000_000n, retainedDigital: 2_000_000n },
          },
          differences: [],
        },
      ],
    });
  });

  it('judges the file on what stands: a part of what was deposited before', async () => {
    const { check, deposit } = await stage();
    const part = csvOf({ finess: LONER, campagne: '2026', charges_titre1: '9000' });
    expect((await check(part)).verdict.status).toBe('accepted');
    await deposit(rowOf(LONER), bodiesOf(LONER));
    const { verdict, preview } = await check(part);
    expect(verdict.issues).toMatchObject([{ code: 'PART_OVER_WHOLE' }]);
    expect(preview).toEqual({ returns: [], others: 0 });
  });

  it('comes after what stands, and says what it would change of it', async () => {
    const { check, deposit } = await stage();
    await deposit(rowOf(LONER), bodiesOf(LONER));
    const { preview } = await check(rowOf(LONER, { charges_titre1: '660000' }));
    expect(preview.returns[0]?.differences).toMatchObject([
      { subject: { column: 'charges_titre1' }, before: 60_000_000n, after: 66_000_000n },
    ]);
  });

  it('comes after nothing where what was deposited is erased', async () => {
    const { check, deposit, ports } = await stage();
    const { id } = await deposit(rowOf(LONER, { charges_titre1: '1000000' }), bodiesOf(LONER));
    expect((await check(rowOf(LONER))).preview.returns[0]?.differences).toHaveLength(1);
    await ports.facts.erase(tombstoneOf(id));
    expect((await check(rowOf(LONER))).preview.returns[0]?.differences).toEqual([]);
  });

  it('leaves everything as it was', async () => {
    const { check, ports, generation: under } = await stage();
    await check(rowOf(LONER));
    expect(await ports.journal.ofTerritory(under.scope, '84')).toEqual([]);
    expect(await ports.facts.ids(CAMPAIGN)).toEqual([]);
    expect(await ports.verdicts.all(under.scope)).toEqual([]);
  });

  it('is judged within what its caller holds, or the one body that it names', async () => {
    const { check } = await stage();
    const two = csvOf({ ...GOOD_ROW, finess: LONER }, { ...GOOD_ROW, finess: CARRIER });
    const own = await check(two);
    expect(own.verdict.rows).toEqual({ read: 2, accepted: 1, refused: 1 });
    const region = await check(two, { role: 'ars', within: regionOf('84') });
    expect(region.verdict.rows).toEqual({ read: 2, accepted: 2, refused: 0 });
    const one = await check(two, { role: 'ars', within: regionOf('84'), finess: CARRIER });
    expect(one.verdict.issues).toMatchObject([{ code: 'FINESS_OUT_OF_SCOPE' }]);
    expect(one.preview.returns.map(({ finess }) => finess)).toEqual([CARRIER]);
  });

  it.each([
    ['a role that deposits nothing', { role: 'dns' }, 'ROLE_FORBIDDEN'],
    ['a body elsewhere', { finess: NEIGHBOUR }, 'OUTSIDE_PERIMETER'],
  ] as const)('is refused to %s', async (_, over, code) => {
    const { check } = await stage();
    expect(await refusedWith(() => check(rowOf(LONER), over))).toMatchObject({ code });
  });

  it('is refused for a campaign that was never published', async () => {
    const { ports } = await stage();
    const file = { campaign: year('2031'), file: 'x', bytes: rowOf(LONER), finess: null };
    expect(await refusedWith(() => checkDeposit(ports, callerOf('ars'), file))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('says of a file that is none why it cannot be read', async () => {
    const { check } = await stage();
    const { verdict, preview } = await check(new Uint8Array());
    expect(verdict).toMatchObject({ status: 'rejected', issues: [{ code: 'FILE_EMPTY' }] });
    expect(preview).toEqual({ returns: [], others: 0 });
  });
});

describe('the figures of a dry run', () => {
  const poolRow = (finess: Finess) => ({
    ...GOOD_ROW,
    finess,
    mutualise_charges: '1000',
    mutualise_etp_ssi: '0.5',
  });
  const externalRow = csvOf({
    finess: EXTERNAL,
    campagne: '2026',
    cloture: 'definitive',
    date_cloture: '2026-04-01',
    mutualise_charges: '500',
    mutualise_etp_ssi: '0.25',
  });

  it('take the pool from what its carrier has deposited', async () => {
    const { check, deposit } = await stage();
    const before = await check(rowOf(MEMBER), { within: bodiesOf(MEMBER) });
    expect(before.preview.returns[0]?.outcome).toEqual({
      state: 'non_calcule',
      reasons: ['mutualisation-non-close'],
    });
    await deposit(csvOf(poolRow(CARRIER)), bodiesOf(CARRIER));
    await deposit(externalRow, bodiesOf(EXTERNAL));
    const after = await check(rowOf(MEMBER), { within: bodiesOf(MEMBER) });
    // 30 % of 1,000.00 and half of 500.00.
    expect(after.preview.returns[0]?.outcome).toMatchObject({
      state: 'calcule',
      figures: { allocatedDigital: 55_000n },
    });
  });

  it('take it from the file where the carrier is in it too', async () => {
    const { check, deposit } = await stage();
    await deposit(externalRow, bodiesOf(EXTERNAL));
    await deposit(csvOf(poolRow(CARRIER)), bodiesOf(CARRIER));
    const both = csvOf(
      { ...poolRow(CARRIER), mutualise_charges: '2000' },
      { ...poolRow(MEMBER), mutualise_charges: '', mutualise_etp_ssi: '' },
    );
    const { preview } = await check(both, { role: 'ars', within: regionOf('84') });
    expect(preview.returns).toMatchObject([
      { finess: CARRIER, outcome: { figures: { carriedDigital: 200_000n, allocatedDigital: 100_000n } } },
      { finess: MEMBER, outcome: { figures: { allocatedDigital: 85_000n } } },
    ]);
  });

  it('of an external carrier are none', async () => {
    const { check } = await stage();
    const { preview } = await check(externalRow, { within: bodiesOf(EXTERNAL) });
    expect(preview.returns).toMatchObject([{ name: 'GCS e-santé', outcome: null, peers: null, alerts: [] }]);
  });

  it('raise the doubts that they would raise, beside the year before', async () => {
    const { check } = await stage({ history: [pastFigures(LONER, { retainedDigital: 500_000n })] });
    const { preview } = await check(rowOf(LONER));
    expect(preview.returns[0]).toMatchObject({
      previous: { retainedDigital: 500_000n },
      alerts: [{ code: 'CHANGE_ON_PREVIOUS_YEAR' }],
    });
  });

  it('compare to the category as the nation was last published, where enough have figures', async () => {
    const peers = [1, 2, 3, 4, 5].map((n) => withKey(`3800010${n}`));
    const declarants = [
      ...referenceSet().declarants,
      ...peers.map((finess) => declarantOf(finess, { category: '128', department: '38' })),
    ].sort((a, b) => (a.finess < b.finess ? -1 : 1));
    const { check, deposit, publishNation } = await stage({ declarants });
    for (const finess of peers.slice(0, 4)) await deposit(rowOf(finess), bodiesOf(finess));
    await publishNation();
    expect((await check(rowOf(LONER))).preview.returns[0]?.peers).toMatchObject({
      category: '128',
      digitalShare: null,
    });
    for (const finess of peers.slice(4)) await deposit(rowOf(finess), bodiesOf(finess));
    await publishNation();
    expect((await check(rowOf(LONER))).preview.returns[0]?.peers).toMatchObject({
      digitalShare: { n: 5n, median: '0.020000' },
      ssiFte: { n: 5n, median: '2.50' },
    });
  });

  it('are given for twenty bodies, in the order of the file, with the count of the others', async () => {
    const many = Array.from({ length: 23 }, (_, n) => withKey(`380002${String(n).padStart(2, '0')}`));
    const declarants = many
      .map((finess) => declarantOf(finess))
      .sort((a, b) => (a.finess < b.finess ? -1 : 1));
    const { check } = await stage({ declarants, groups: [] });
    const inFile = [...many].reverse();
    const { preview } = await check(csvOf(...inFile.map((finess) => ({ ...GOOD_ROW, finess }))), {
      role: 'ars',
      within: regionOf('84'),
    });
    expect(preview.returns.map(({ finess }) => finess)).toEqual(inFile.slice(0, 20));
    expect(preview.others).toBe(3);
  });
});
