import type { RowCode } from '../domain/issues/codes.ts';
import type { Example } from './example.ts';

/** What is read in a row that cannot be taken, or that is taken with a word: as its specimen under test/fixtures/defects has it. */
export const ROW_EXAMPLES: Readonly<Record<RowCode, Example>> = {
  FINESS_BLANK: { at: { line: 2, column: 'finess' }, seen: '' },
  FINESS_MALFORMED: { at: { line: 2, column: 'finess' }, seen: '12345' },
  FINESS_KEY: { at: { line: 2, column: 'finess' }, seen: '380000043' },
  FINESS_UNKNOWN: { at: { line: 2, column: 'finess' }, seen: '990000077' },
  FINESS_REPLACED: {
    at: { line: 2, column: 'finess' },
    seen: '770000016',
    facts: { successor: '380000042', since: '01/01/2026' },
  },
  FINESS_OUT_OF_SCOPE: { at: { line: 2, column: 'finess' }, seen: '010000024' },
  CAMPAIGN_MISMATCH: { at: { line: 2, column: 'campagne' }, seen: '2025', facts: { campaign: '2026' } },
  CELL_BEYOND_HEADER: { at: { line: 2, column: 'E' }, seen: '5' },
  CELL_IN_ERROR: {
    at: { sheet: 'Feuil1', cell: 'C2', column: 'charges_titre1' },
    seen: '#REF!',
    facts: { label: 'Titre 1 – Charges de personnel' },
  },
  FORMULA_WITHOUT_VALUE: {
    at: { sheet: 'Feuil1', cell: 'C2', column: 'charges_titre1' },
    seen: '=B12+B13',
    facts: { label: 'Titre 1 – Charges de personnel' },
  },
  NUMBER_UNREADABLE: {
    at: { line: 2, column: 'charges_titre1' },
    seen: '1.234,56',
    facts: { label: 'Titre 1 – Charges de personnel' },
  },
  NUMBER_TOO_PRECISE: {
    at: { line: 2, column: 'charges_titre1' },
    seen: '600000,125',
    facts: { label: 'Titre 1 – Charges de personnel' },
  },
  NUMBER_TOO_LARGE: {
    at: { line: 2, column: 'charges_titre1' },
    seen: '10000000000000',
    facts: { label: 'Titre 1 – Charges de personnel' },
  },
  NUMBER_NEGATIVE: {
    at: { line: 2, column: 'charges_titre1' },
    seen: '-600000',
    facts: { label: 'Titre 1 – Charges de personnel' },
  },
  DATE_UNREADABLE: {
    at: { line: 2, column: 'maturite_date' },
    seen: 'mars 2026',
    facts: { label: "Date d'auto-évaluation de la maturité" },
  },
  DATE_IMPOSSIBLE: {
    at: { line: 2, column: 'maturite_date' },
    seen: '31/02/2026',
    facts: { label: "Date d'auto-évaluation de la maturité" },
  },
  DATE_SERIAL: {
    at: { line: 2, column: 'maturite_date' },
    seen: '46091',
    facts: { label: "Date d'auto-évaluation de la maturité" },
  },
  CLOSURE_UNKNOWN: {
    at: { line: 2, column: 'cloture' },
    seen: 'en cours',
    facts: { label: "Clôture des comptes de l'exercice" },
  },
  CLOSURE_WITHOUT_DATE: {
    at: { line: 2, column: 'date_cloture' },
    seen: '',
    facts: { cloture: 'definitive' },
  },
  CLOSURE_DATE_TOO_EARLY: {
    at: { line: 2, column: 'date_cloture' },
    seen: '2025-12-30',
    facts: { day: '15/07/2026', yearEnd: '31/12/2025' },
  },
  CLOSURE_DATE_AFTER_DEPOSIT: {
    at: { line: 2, column: 'date_cloture' },
    seen: '2026-07-16',
    facts: { day: '15/07/2026', yearEnd: '31/12/2025' },
  },
  CLOSURE_DATE_YEAR_END: {
    at: { line: 2, column: 'date_cloture' },
    seen: '2025-12-31',
    facts: { day: '15/07/2026', yearEnd: '31/12/2025' },
  },
  MATURITY_DATE_AFTER_DEPOSIT: {
    at: { line: 2, column: 'maturite_date' },
    seen: '2026-07-16',
    facts: { day: '15/07/2026', firstDay: '01/01/2026' },
  },
  MATURITY_DATE_BEFORE_CAMPAIGN: {
    at: { line: 2, column: 'maturite_date' },
    seen: '2025-12-31',
    facts: { day: '15/07/2026', firstDay: '01/01/2026' },
  },
  PART_OVER_WHOLE: {
    at: { line: 2, column: 'num_personnel' },
    seen: '600000.01',
    facts: {
      part: 'Charges numériques – personnel',
      whole: 'Titre 1 – Charges de personnel',
      limit: '600000.00',
    },
  },
  POOLED_FTE_OVER_INTERNAL: {
    at: { line: 2, column: 'mutualise_etp_ssi' },
    seen: '2.51',
    facts: { part: 'ETP SSI portés pour le groupement', whole: 'ETP SSI internes', limit: '2.50' },
  },
  POOLED_AND_PAID_OVER_DIGITAL: {
    at: { line: 2, column: 'quote_part_versee' },
    seen: '20000.01',
    facts: { limit: '20000.00' },
  },
  POOLED_BY_NO_CARRIER: {
    at: { line: 2, column: 'mutualise_charges' },
    seen: '1000',
    facts: { value: '1000.00' },
  },
  CONTRIBUTION_OF_NO_MEMBER: {
    at: { line: 2, column: 'quote_part_versee' },
    seen: '1000',
    facts: { value: '1000.00' },
  },
  DECLARANT_TWICE_IN_FILE: { at: { line: 3, column: 'finess' }, seen: '380000042', facts: { first: '2' } },
  FINANCIAL_YEAR_MISMATCH: { at: { line: 2, column: 'exercice' }, seen: '2024', facts: { exercice: '2025' } },
  NOMENCLATURE_UNKNOWN: { at: { line: 2, column: 'nomenclature' }, seen: 'M57' },
  ACCOUNTS_UNKNOWN: { at: {}, seen: 'M22', facts: { nomenclature: 'M22', exercice: '2025' } },
  ACCOUNT_MALFORMED: { at: { line: 2, column: 'compte' }, seen: '6O26' },
  LINE_NOT_AN_ACCOUNT: { at: { line: 3, column: 'compte' }, seen: 'Total' },
  ACCOUNT_SUBTOTAL: { at: { line: 2, column: 'compte' }, seen: '64' },
  BALANCE_WITHOUT_EXPENSES: { at: { line: 2 }, seen: '' },
  TITLE_NEGATIVE: { at: { line: 2 }, seen: '-600000.00', facts: { title: 'Titre 1 – Charges de personnel' } },
  BUDGETS_TOGETHER: { at: { line: 1, column: 'budget' }, seen: 'E, H' },
  DIGITAL_PART_MISSING: {
    at: { line: 4, column: 'part_numerique' },
    seen: '',
    facts: { account: '62880', label: 'Autres prestations' },
  },
  DIGITAL_PART_OVER_AMOUNT: {
    at: { line: 2, column: 'part_numerique' },
    seen: '1234.51',
    facts: { account: '6288', amount: '1234.50' },
  },
  DIGITAL_PART_OF_NO_ACCOUNT: {
    at: { line: 2, column: 'part_numerique' },
    seen: '100.00',
    facts: { account: '60611' },
  },
  STAFF_TYPE_UNKNOWN: { at: { line: 2, column: 'type' }, seen: 'stagiaire' },
  STAFF_LINE_INCOMPLETE: { at: { line: 2, column: 'quotite' }, seen: '', facts: { column: 'quotite' } },
  QUOTA_OUT_OF_RANGE: { at: { line: 2, column: 'quotite' }, seen: '180 %' },
  MONTHS_OUT_OF_RANGE: { at: { line: 2, column: 'mois' }, seen: '13' },
  MEASURE_UNKNOWN: { at: { line: 4, column: 'mesure' }, seen: 'M9' },
  MEASURE_TWICE: { at: { line: 4, column: 'mesure' }, seen: 'M1', facts: { first: 'ligne 2' } },
  MEASURE_UNANSWERED: { at: { line: 1, column: 'mesure' }, seen: 'M2' },
  LEVEL_OUT_OF_RANGE: { at: { line: 2, column: 'niveau' }, seen: '5', facts: { highest: '4' } },
  LEVEL_AND_NOT_APPLICABLE: { at: { line: 2, column: 'niveau' }, seen: '2' },
  ASSESSMENT_DATES_DISAGREE: {
    at: { line: 3, column: 'maturite_date' },
    seen: '2026-03-11',
    facts: { first: '10/03/2026' },
  },
  CHOICE_UNKNOWN: {
    at: { line: 2, column: 'non_applicable' },
    seen: 'peut-être',
    facts: { choices: 'oui, non' },
  },
  SCORE_OUT_OF_RANGE: { at: { sheet: 'Actions', cell: 'B42', column: 'Score ADS' }, seen: '6' },
  TEXT_TOO_LONG: {
    at: { line: 2, column: 'commentaire' },
    seen: 'Sauvegardes vérifiées chaque mois…',
    facts: { limit: '2000' },
  },
  TOTAL_DISAGREES: {
    at: { sheet: 'Saisie', cell: 'B4' },
    seen: '2,5',
    facts: { total: '0.80', label: 'ETP SSI internes' },
  },
  EXTRACT_ROW_TWICE: { at: { line: 3 }, seen: '010000016', facts: { first: 'ligne 2' } },
};
