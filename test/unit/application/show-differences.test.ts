import { showDifferences } from '../../../shared/application/show-differences.ts';
import { actOf } from '../../builders/act.ts';
import { bodiesOf, callerOf, refusedWith } from '../../builders/caller.ts';
import { csvOf, generation } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER, MEMBER, OUTSIDER, pastFigures } from '../../builders/directory.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { readingStage } from '../../doubles/reading-stage.ts';

const DNS = callerOf('dns');
const rowOf = (over: Readonly<Record<string, string>> = {}) => csvOf({ ...GOOD_ROW, finess: LONER, ...over });
const asked = { campaign: CAMPAIGN, finess: LONER };

describe('the differences of a return', () => {
  it('are those of the last deposit taken with what stood before it', async () => {
    const { ports, deposit } = await readingStage();
    const first = await deposit(rowOf(), bodiesOf(LONER));
    const second = await deposit(rowOf({ num_general: '1' }), bodiesOf(LONER));
    expect(await showDifferences(ports, DNS, asked)).toMatchObject({
      deposit: { fact: second.id },
      since: { fact: first.id },
      refused: false,
      differences: [{ subject: { kind: 'column', column: 'num_general' }, after: 100n }],
    });
  });

  it('are those of a deposit asked for, whatever came after', async () => {
    const { ports, deposit } = await readingStage();
    const first = await deposit(rowOf({ etp_total: '500' }), bodiesOf(LONER));
    await deposit(rowOf({ etp_total: '600' }), bodiesOf(LONER));
    const shown = await showDifferences(ports, DNS, { ...asked, deposit: first.id });
    expect(shown).toMatchObject({ deposit: { fact: first.id }, since: null });
    expect(shown.differences).toContainEqual(
      expect.objectContaining({
        before: null,
        after: 50_000n,
        subject: { kind: 'column', column: 'etp_total' },
      }),
    );
  });

  it('are none of a refused deposit, which is said', async () => {
    const { ports, deposit } = await readingStage();
    await deposit(rowOf(), bodiesOf(LONER));
    const refused = await deposit(rowOf({ num_general: 'x' }), bodiesOf(LONER));
    expect(await showDifferences(ports, DNS, { ...asked, deposit: refused.id })).toMatchObject({
      refused: true,
      differences: [],
    });
  });

  it('set the figures beside those of the year before', async () => {
    const { ports, deposit } = await readingStage(generation({ history: [pastFigures(LONER)] }));
    await deposit(rowOf(), bodiesOf(LONER));
    expect(await showDifferences(ports, DNS, asked)).toMatchObject({
      previousYear: { campaign: CAMPAIGN - 1, figures: [{ before: 100_000_000n }, {}, {}] },
    });
  });

  it('pass over acts, and are blank where nothing was deposited', async () => {
    const { ports, act } = await readingStage();
    await act(actOf(), 'etablissement');
    expect(await showDifferences(ports, DNS, asked)).toEqual({
      deposit: null,
      since: null,
      refused: false,
      differences: [],
      previousYear: null,
    });
  });

  it.each([
    ['a body elsewhere', callerOf('etablissement', bodiesOf(MEMBER)), asked],
    ['a body unknown', DNS, { ...asked, finess: OUTSIDER }],
    ['a deposit of somebody else', DNS, { ...asked, deposit: '01K00000000000000000000099' as never }],
  ])('are not found for %s', async (_, caller, question) => {
    const { ports } = await readingStage();
    expect(await refusedWith(() => showDifferences(ports, caller, question))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
