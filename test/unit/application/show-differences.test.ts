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

  it('set what is declared beside the year before where there are no figures yet', async () => {
    const { ports, deposit } = await readingStage(generation({ history: [pastFigures(LONER)] }));
    await deposit(rowOf({ cloture: 'provisoire' }), bodiesOf(LONER));
    const { previousYear } = await showDifferences(ports, DNS, asked);
    expect(previousYear).toMatchObject({
      campaign: CAMPAIGN - 1,
      figures: [{ figure: 'charges_totales', after: 100_000_000n }],
      share: null,
    });
  });

  it('have nothing to set beside it where nothing is declared', async () => {
    const { ports, act } = await readingStage(generation({ history: [pastFigures(LONER)] }));
    await act(actOf(), 'etablissement');
    expect(await showDifferences(ports, DNS, asked)).toMatchObject({ previousYear: null });
  });

  it('of an extract that only checks are what it says of the budget, and it is not refused', async () => {
    const { ports, deposit } = await readingStage();
    const whole = await deposit(rowOf(), bodiesOf(LONER));
    const titles = ['I', 'II', 'III', 'IV'].map((title) => `Dépenses Titre ${title} Budget global`);
    const amounts = Object.fromEntries(titles.map((title) => [title, '-200000']));
    const extract = csvOf({ 'Finess EJ': LONER, 'Finess ET': '', Année: '2025', ...amounts });
    const { id } = await deposit(extract, bodiesOf(LONER));
    expect(await showDifferences(ports, DNS, { ...asked, deposit: id })).toMatchObject({
      deposit: { fact: id },
      since: { fact: whole.id },
      refused: false,
      differences: [{ subject: { kind: 'known-budget' }, before: null, after: 80_000_000n }],
    });
    expect(await showDifferences(ports, DNS, asked)).toMatchObject({ deposit: { fact: whole.id } });
  });

  it('name the measures as the questionnaire does', async () => {
    const measures = [{ code: 'M1', theme: 'Sauvegarde', label: 'Sauvegardes hors ligne', highest: 4 }];
    const { ports, deposit } = await readingStage(generation({ measures }));
    const answers = { date_evaluation: '2026-03-01', mesure: 'M1', niveau: '2' };
    await deposit(csvOf(answers), bodiesOf(LONER));
    const { differences } = await showDifferences(ports, DNS, asked);
    expect(differences).toMatchObject([
      { subject: { kind: 'column', column: 'maturite_date' } },
      { subject: { kind: 'measure', measure: 'M1', label: 'Sauvegardes hors ligne' }, after: 2n },
    ]);
  });

  it('pass over acts, and are blank where nothing was deposited', async () => {
    const { ports, act } = await readingStage();
    const { id } = await act(actOf(), 'etablissement');
    expect(await refusedWith(() => showDifferences(ports, DNS, { ...asked, deposit: id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
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
