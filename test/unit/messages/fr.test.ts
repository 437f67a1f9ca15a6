import { COLUMNS } from '../../../shared/domain/deposit/columns.ts';
import { readDeposit } from '../../../shared/domain/deposit/read-deposit.ts';
import { FILE_CODES, type IssueCode, ROW_CODES } from '../../../shared/domain/issues/codes.ts';
import type { Issue, Place } from '../../../shared/domain/issues/issue.ts';
import { foldEntries } from '../../../shared/domain/return/fold.ts';
import { RULES_2026_1 } from '../../../shared/domain/rules/2026-1.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { declarations, GOOD_ROW, readingContext } from '../../builders/declaration.ts';
import { CARRIER, LONER } from '../../builders/directory.ts';

/** What the readers say beside the place, as they say it. */
const FACTS: Partial<Record<IssueCode, Readonly<Record<string, string>>>> = {
  FILE_TOO_LARGE: { limit: '26214400' },
  FILE_KIND_UNKNOWN: { kind: 'PDF' },
  ZIP_TOO_MANY_ENTRIES: { limit: '2000' },
  ZIP_TOO_LARGE: { what: 'bytes', limit: '209715200' },
  ZIP_RATIO: { limit: '200' },
  WORKBOOK_PART_MISSING: { part: 'xl/workbook.xml' },
  XML_DAMAGED: { part: 'xl/workbook.xml' },
  XML_TOO_DEEP: { part: 'xl/workbook.xml', limit: '64' },
  SHEET_TOO_MANY_CELLS: { what: 'cells', limit: '300000' },
  CSV_TOO_MANY_CELLS: { limit: '300000' },
  TEMPLATE_VERSION_UNKNOWN: { versions: '2026-1' },
  FINESS_REPLACED: { successor: '380000042', since: '01/01/2026' },
  FILE_ERASED: { reason: 'déposé par mégarde' },
  COLUMN_MISSING: { column: 'campagne' },
  CAMPAIGN_MISMATCH: { campaign: '2026' },
  CLOSURE_WITHOUT_DATE: { cloture: 'definitive' },
  CLOSURE_DATE_TOO_EARLY: { yearEnd: '31/12/2025' },
  CLOSURE_DATE_AFTER_DEPOSIT: { day: '15/07/2026' },
  CLOSURE_DATE_YEAR_END: { yearEnd: '31/12/2025' },
  MATURITY_DATE_AFTER_DEPOSIT: { day: '15/07/2026' },
  MATURITY_DATE_BEFORE_CAMPAIGN: { firstDay: '01/01/2026' },
  PART_OVER_WHOLE: { part: COLUMNS.num_general.label, whole: COLUMNS.charges_titre3.label, limit: '12.00' },
  POOLED_FTE_OVER_INTERNAL: {
    part: COLUMNS.mutualise_etp_ssi.label,
    whole: COLUMNS.etp_ssi_internes.label,
    limit: '2.50',
  },
  POOLED_AND_PAID_OVER_DIGITAL: { limit: '12.00' },
  DECLARANT_TWICE_IN_FILE: { first: '2' },
  SHEET_IGNORED: { read: 'Balance' },
  YEAR_NOT_GIVEN: { exercice: '2025' },
  NO_ROW_OF_YEAR: { exercice: '2025', found: '2023, 2024' },
  FINANCIAL_YEAR_MISMATCH: { exercice: '2025' },
  ACCOUNTS_UNKNOWN: { nomenclature: 'M22', exercice: '2025' },
  TITLE_NEGATIVE: { title: COLUMNS.charges_titre3.label },
  DIGITAL_PART_MISSING: { account: '615261', label: 'Maintenance informatique' },
  DIGITAL_PART_OVER_AMOUNT: { account: '615261', amount: '1234.50' },
  DIGITAL_PART_OF_NO_ACCOUNT: { account: '60611' },
  STAFF_LINE_INCOMPLETE: { column: 'quotité' },
  MEASURE_TWICE: { first: 'ligne 4' },
  LEVEL_OUT_OF_RANGE: { highest: '4' },
  ASSESSMENT_DATES_DISAGREE: { first: '10/03/2026' },
  CHOICE_UNKNOWN: { choices: 'oui, non' },
  TEXT_TOO_LONG: { limit: '2000' },
  TOTAL_DISAGREES: { total: '1234.50', label: COLUMNS.etp_ssi_internes.label },
  EXTRACT_ROW_TWICE: { first: 'ligne 3' },
};
/** Where their readers may have read nothing. */
const MAY_BE_BLANK: readonly IssueCode[] = [
  ...FILE_CODES.filter((code) => !['COLUMN_TWICE', 'COLUMN_UNKNOWN', 'SHEET_IGNORED'].includes(code)),
  'FINESS_BLANK',
  'CAMPAIGN_MISMATCH',
  'FINANCIAL_YEAR_MISMATCH',
  'CLOSURE_WITHOUT_DATE',
  'FORMULA_WITHOUT_VALUE',
  'DATE_UNREADABLE',
  'LINE_NOT_AN_ACCOUNT',
  'DIGITAL_PART_MISSING',
  'STAFF_LINE_INCOMPLETE',
  'MEASURE_UNKNOWN',
  'CHOICE_UNKNOWN',
  'SCORE_OUT_OF_RANGE',
];
/** What a sentence shows where something it needs is not there. */
const HOLE = /undefined|\bnull\b|NaN|\[object|\$\{| {2}|\(\s*\)|«\s*»|\.\.|…|\(s\)|\s$/;
const PLACE: Place = { line: 12, column: 'Colonne' };

const issueOf = (code: IssueCode, over: Partial<Issue> = {}): Issue => {
  const facts = FACTS[code];
  return { code, at: PLACE, seen: 'vu', ...(facts ? { facts } : {}), ...over };
};
/** Numbers as readers write them, back to how the domain does. */
const plain = (text: string) => text.replace(/(?<=\d)\u202f(?=\d)/g, '').replace(/(?<=\d),(?=\d{2}\b)/g, '.');
const codes = [...FILE_CODES, ...ROW_CODES];

describe.each(codes)('the sentence of %s', (code) => {
  const specimens = [
    issueOf(code),
    issueOf(code, { at: {} }),
    ...(MAY_BE_BLANK.includes(code)
      ? [issueOf(code, { seen: '' }), issueOf(code, { at: {}, seen: '' })]
      : []),
  ];

  it('is a French sentence that ends with a full stop and says what was expected', () => {
    for (const specimen of specimens) {
      const { message, expected, example } = frenchWording.issue(specimen);
      expect(message).toMatch(/\.$/);
      expect(expected.trim()).not.toBe('');
      expect(example).toBe(example.trim());
      for (const text of [message, expected, example]) expect(text).not.toMatch(HOLE);
    }
  });

  it('starts with its place, or with a capital, or with what was read', () => {
    expect(frenchWording.issue(issueOf(code)).message).toMatch(/^Ligne 12, colonne « Colonne » : /);
    expect(frenchWording.issue(issueOf(code, { at: {} })).message).toMatch(/^(\p{Lu}|« |vu )/u);
  });

  it('says what to do', () => {
    expect(frenchWording.issue(issueOf(code)).message).toMatch(/[. ;]\p{L}+ez[ -]/u);
  });

  it('says the facts that its reader gives', () => {
    const { facts = {} } = issueOf(code);
    const unsaid = ['limit', 'what', 'kind', 'versions'];
    const said =
      code === 'XML_TOO_DEEP' ? [] : Object.entries(facts).filter(([name]) => !unsaid.includes(name));
    const message = plain(frenchWording.issue(issueOf(code)).message);
    for (const [, value] of said) expect(message).toContain(value);
  });
});

describe('a sentence on a row', () => {
  /** Nothing was read, its facts say it as it was understood, or it is too long to be said. */
  const restated: readonly IssueCode[] = [
    'CLOSURE_WITHOUT_DATE',
    'ACCOUNTS_UNKNOWN',
    'BALANCE_WITHOUT_EXPENSES',
    'DIGITAL_PART_MISSING',
    'STAFF_LINE_INCOMPLETE',
    'TEXT_TOO_LONG',
  ];

  it.each(ROW_CODES.filter((code) => !restated.includes(code) && code !== 'FINESS_BLANK'))(
    'says what was read: %s',
    (code) => {
      expect(frenchWording.issue(issueOf(code, { seen: '31/02/26' })).message).toContain('31/02/26');
    },
  );

  it('does not quote what is blank', () => {
    for (const code of MAY_BE_BLANK)
      expect(frenchWording.issue(issueOf(code, { seen: ' ' })).message).not.toMatch(/«\s*»/);
    expect(frenchWording.issue(issueOf('CAMPAIGN_MISMATCH', { seen: '' }))).toEqual({
      expected: '2026',
      example: '2026',
      message:
        "Ligne 12, colonne « Colonne » : la campagne n'est pas renseignée, alors que la collecte porte sur 2026. Vérifiez l'année du fichier et saisissez 2026.",
    });
  });
});

describe('a sentence on a cell', () => {
  const labelled = { label: 'Titre 1 – Charges de personnel' };

  it.each([
    'CELL_IN_ERROR',
    'FORMULA_WITHOUT_VALUE',
    'NUMBER_UNREADABLE',
    'NUMBER_TOO_PRECISE',
    'NUMBER_TOO_LARGE',
    'NUMBER_NEGATIVE',
    'DATE_UNREADABLE',
    'DATE_IMPOSSIBLE',
    'DATE_SERIAL',
  ] as const)('says what the cell is for, where the reader knows: %s', (code) => {
    const { expected } = frenchWording.issue(issueOf(code, { facts: labelled }));
    expect(expected).toMatch(/ pour « Titre 1 – Charges de personnel »$/);
    expect(frenchWording.issue(issueOf(code)).expected).not.toContain('pour');
  });

  it('gives the number without its sign as an example of a negative one', () => {
    const example = (seen: string) => frenchWording.issue(issueOf('NUMBER_NEGATIVE', { seen })).example;
    expect(['-12,50', ' − 12', '-1E3'].map(example)).toEqual(['12,50', '12', '1E3']);
  });

  it.each([
    ['quotité de travail', '80 %'],
    ['Mois de présence', '12'],
    ['statut', 'interne'],
    ['effectif', '1'],
    ['poste', 'RSSI'],
  ])('gives an example of what a line of staff holds under « %s »', (column, example) => {
    expect(frenchWording.issue(issueOf('STAFF_LINE_INCOMPLETE', { facts: { column } })).example).toBe(
      example,
    );
  });
});

describe('a sentence on a file', () => {
  it.each([
    ['FILE_KIND_UNKNOWN', 'PDF'],
    ['ZIP_ENTRY_TWICE', 'xl/workbook.xml'],
    ['SHEET_BAD_REFERENCE', 'A0'],
    ['CSV_QUOTES', '"Clinique'],
    ['TEMPLATE_VERSION_UNKNOWN', '2031-4'],
    ['COLUMN_TWICE', 'cloture'],
    ['COLUMN_UNKNOWN', 'raison sociale'],
  ] as const)('says what was read: %s', (code, seen) => {
    expect(frenchWording.issue(issueOf(code, { at: {}, seen })).message).toContain(seen);
  });

  it('writes limits as people read them', () => {
    const limit = (code: IssueCode, facts: Readonly<Record<string, string>>) => {
      const { expected, message } = frenchWording.issue(issueOf(code, { at: {}, seen: '', facts }));
      return [expected, message.includes(expected.replace('au plus ', '').split(' une fois')[0] ?? '')];
    };
    expect(limit('FILE_TOO_LARGE', { limit: '26214400' })).toEqual(['au plus 25 Mo', true]);
    expect(limit('ZIP_TOO_LARGE', { what: 'bytes', limit: '209715200' })).toEqual([
      'au plus 200 Mo une fois décompressé',
      true,
    ]);
    expect(limit('ZIP_TOO_LARGE', { what: 'characters', limit: '40000000' })).toEqual([
      'au plus 40\u202f000\u202f000 caractères une fois décompressé',
      true,
    ]);
    expect(limit('ZIP_TOO_LARGE', { what: 'records', limit: '200000' })).toEqual([
      'au plus 200\u202f000 éléments internes une fois décompressé',
      true,
    ]);
    expect(limit('SHEET_TOO_MANY_CELLS', { what: 'cells', limit: '300000' })).toEqual([
      'au plus 300\u202f000 cellules remplies',
      true,
    ]);
    expect(limit('SHEET_TOO_MANY_CELLS', { what: 'elements', limit: '3000000' })).toEqual([
      'au plus 3\u202f000\u202f000 éléments internes',
      true,
    ]);
    expect(limit('SHEET_TOO_MANY_CELLS', { what: 'sharedStrings', limit: '300000' })).toEqual([
      'au plus 300\u202f000 textes',
      true,
    ]);
    expect(limit('CSV_TOO_MANY_CELLS', { limit: '300000' })).toEqual(['au plus 300\u202f000 cellules', true]);
    expect(limit('ZIP_TOO_MANY_ENTRIES', { limit: '2000' })).toEqual(['au plus 2\u202f000 éléments', true]);
  });
});

describe('the sentences of a row as it is really read', () => {
  const messages = (...rows: readonly Readonly<Record<string, string>>[]) => {
    const { entries, issues, orphans } = readDeposit(
      { kind: 'delimited', content: declarations(...rows) },
      readingContext(),
    );
    const judged = entries.flatMap((entry) => foldEntries([entry], RULES_2026_1).judgements);
    return [...issues, ...orphans.flatMap((o) => o.issues), ...judged.flatMap((j) => j.issues)].map(
      (issue) => frenchWording.issue(issue).message,
    );
  };

  it('have no hole', () => {
    const bad = {
      ...GOOD_ROW,
      finess: CARRIER,
      campagne: '2025',
      cloture: 'oui',
      date_cloture: '2025-12-30',
      maturite_date: '2027-01-01',
      charges_titre1: '1',
      num_medical: '-1',
      emplois_investissement: '1,005',
      mutualise_charges: '99999999',
      inconnue: 'x',
    };
    const blank = {
      ...bad,
      finess: LONER,
      campagne: '',
      cloture: 'provisoire',
      date_cloture: '',
      num_medical: '1',
    };
    const found = messages(bad, blank);
    expect(found.length).toBeGreaterThan(12);
    for (const message of found) expect(message).not.toMatch(HOLE);
    expect(found).toContain(
      "Ligne 2, colonne « num_personnel » : « Charges numériques – personnel » (10\u202f000,00) dépasse « Titre 1 – Charges de personnel » (1,00), qui doit le comprendre. Corrigez l'un ou l'autre ; une valeur absente de ce fichier est celle du dernier dépôt retenu.",
    );
  });
});
