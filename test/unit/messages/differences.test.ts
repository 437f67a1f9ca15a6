import { NO_VALUES, type Values } from '../../../shared/domain/deposit/columns.ts';
import { ratio } from '../../../shared/domain/numbers/ratio.ts';
import { differencesBetween } from '../../../shared/domain/report/differences.ts';
import { type Details, NO_DETAILS, type StaffType } from '../../../shared/domain/return/details.ts';
import { BREAK_WORDS } from '../../../shared/messages/comparability.ts';
import { differenceInWords, previousYearInWords } from '../../../shared/messages/differences.ts';
import { day, sourceOf } from '../../builders/entry.ts';

/** Narrow spaces as people type them. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');
const stand = (values: Partial<Values> = {}, details: Partial<Details> = {}) => ({
  values: { ...NO_VALUES, ...values },
  details: { ...NO_DETAILS, ...details },
  budgetCheck: null,
});
const words = (before: Partial<Values>, after: Partial<Values>) =>
  differencesBetween(stand(before), stand(after), []).map(differenceInWords);
const listed = (before: Partial<Details>, after: Partial<Details>) =>
  differencesBetween(stand({}, before), stand({}, after), [
    { code: 'M1', theme: '', label: 'Sauvegardes hors ligne', highest: 4 },
  ])
    .map(differenceInWords)
    .map(plain);

describe('a difference in words', () => {
  it.each([
    ['12 000 000', 12_000_000n, 1_200_000n, '120 000 € → 12 000 €, −90 %'],
    ['a rise', 10_000n, 10_450n, '100 € → 104,50 €, +4,5 %'],
    ['halves upwards', 10_000n, 10_005n, '100 € → 100,05 €, +0,1 %'],
    ['less than is shown', 10_000_000n, 10_000_001n, '100 000 € → 100 000,01 €, 0 %'],
  ])('says before, after and the change: %s', (_, before, after, said) => {
    expect(words({ num_general: before }, { num_general: after }).map(plain)).toEqual([
      `Charges numériques – générales : ${said}`,
    ]);
  });

  it('says what was blank, and what is no more', () => {
    expect(words({ etp_ssi_externes: 25n }, { date_cloture: day('2026-05-20') })).toEqual([
      "Date d'arrêté ou d'approbation des comptes : vide → 20/05/2026",
      'ETP SSI externes : 0,25 ETP → effacé',
    ]);
  });

  it('says the closure in words', () => {
    expect(words({ cloture: 'provisoire' }, { cloture: 'definitive' })).toEqual([
      "Clôture des comptes de l'exercice : provisoire → définitive",
    ]);
  });

  it('says the FTE of a year by function', () => {
    const staff = (months: bigint, type: StaffType) => ({
      staff: [{ function: 'RSSI', type, quota: 8_000n, months, count: 100n, at: {} }],
    });
    expect(listed(staff(600n, 'interne'), staff(1_200n, 'interne'))).toEqual([
      'RSSI (interne) : 0,40 ETP → 0,80 ETP, +100 %',
    ]);
    expect(listed(staff(1_200n, 'mutualise'), {})).toEqual(['RSSI (mutualisé) : 0,80 ETP → effacé']);
  });

  it('says levels and scores, and names the measure where the questionnaire does', () => {
    const said = (measure: string, level: number | null) => ({ measure, level, comment: '', at: {} });
    expect(
      listed({ measures: [said('M1', 1), said('M2', 0)] }, { measures: [said('M1', null), said('M2', 3)] }),
    ).toEqual([
      'Mesure M1 (Sauvegardes hors ligne) : niveau 1 → non applicable',
      'Mesure M2 : niveau 0 → niveau 3',
    ]);
    const audited = (score: number) => ({ directories: [{ directory: 'AD', score, date: null, at: {} }] });
    expect(listed(audited(3), audited(2))).toEqual(["Score ADS de l'annuaire « AD » : 3 → 2"]);
  });

  it('says answers on the actions, days as people write them', () => {
    const said = (value: string) => ({ actions: [{ item: 'exercice_date' as const, value, at: {} }] });
    expect(listed(said('2025-11-01'), said('2026-02-03'))).toEqual([
      expect.stringMatching(/^Date du dernier exercice .* : 01\/11\/2025 → 03\/02\/2026$/),
    ]);
  });

  it('says what is known elsewhere of the budget', () => {
    const known = {
      ...stand(),
      budgetCheck: { titles: [100n, 0n, 0n, 0n] as const, at: {}, source: sourceOf() },
    };
    expect(differencesBetween(stand(), known, []).map(differenceInWords)).toEqual([
      "Charges du compte financier connu de l'ARS : vide → 1 €",
    ]);
  });

  it('names an account by its label', () => {
    const account = (digital: bigint) => ({
      accounts: [
        {
          nomenclature: 'M21' as const,
          account: '615261',
          label: 'Charges de maintenance',
          block: 'general' as const,
          amount: digital,
          digital,
          at: {},
        },
      ],
    });
    const [difference] = differencesBetween(
      stand({}, account(12_000_000n)),
      stand({}, account(1_200_000n)),
      [],
    );
    expect(difference && plain(differenceInWords(difference))).toBe(
      'Charges de maintenance (compte 615261) : 120 000 € → 12 000 €, −90 %',
    );
  });
});

describe('the year before in words', () => {
  it('gives each figure, then the share in points', () => {
    const compared = {
      figures: [
        { figure: 'charges_totales', before: 100_000n, after: 100_000n, change: ratio(0n, 1n) },
        { figure: 'etp_ssi_retenus', before: 0n, after: 25n, change: null },
      ],
      share: { before: ratio(19n, 1000n), after: ratio(215n, 10_000n), difference: ratio(25n, 10_000n) },
    } as const;
    expect(previousYearInWords(compared, []).map(plain)).toEqual([
      "Charges d'exploitation totales : 1 000 € → 1 000 €",
      'ETP SSI retenus : 0 ETP → 0,25 ETP',
      'Part du numérique : de 1,90 % à 2,15 %, soit +0,25 point',
    ]);
    expect(previousYearInWords(compared, ['fusion', 'regles']).slice(3)).toEqual([
      BREAK_WORDS.fusion.sentence,
      BREAK_WORDS.regles.sentence,
    ]);
  });

  it.each([
    [-1n, '−0,01 point'],
    [0n, '0 point'],
    [-200n, '−2 points'],
  ])('counts points as people do', (hundredths, said) => {
    const share = { before: ratio(1n, 10n), after: ratio(1n, 10n), difference: ratio(hundredths, 10_000n) };
    expect(previousYearInWords({ figures: [], share }, [])[0]).toMatch(new RegExp(`soit ${said}$`));
  });
});
