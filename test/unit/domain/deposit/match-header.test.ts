import {
  COLUMN_NAMES,
  COLUMNS,
  columnsOf,
  KEY_COLUMNS,
  NO_VALUES,
  SECTIONS,
} from '../../../../shared/domain/deposit/columns.ts';
import { columnOf } from '../../../../shared/domain/deposit/match-header.ts';

describe('columnOf', () => {
  it('knows every column by its own name', () => {
    for (const column of [...KEY_COLUMNS, ...COLUMN_NAMES]) expect(columnOf(column)).toBe(column);
  });

  it.each([
    ['Date clôture', 'date_cloture'],
    ['DATE-CLOTURE', 'date_cloture'],
    [' date.cloture\u00a0', 'date_cloture'],
    ['Date clo\u0302ture', 'date_cloture'],
    ['date_arrete_comptes', 'date_cloture'],
    ["Date d'arrêté", null],
    ['Date arrêté comptes', 'date_cloture'],
    ['FINESS', 'finess'],
    ['Charges titre 1', 'charges_titre1'],
    ['N° FINESS', null],
    ['charges_titre', null],
    ['charges_titre5', null],
    ['constructor', null],
    ['', null],
    ['---', null],
  ])('takes the heading %j for %s', (heading, column) => {
    expect(columnOf(heading)).toBe(column);
  });
});

describe('the columns', () => {
  it('fall into the sections of the rules, and the other actions have none', () => {
    expect(Object.fromEntries(SECTIONS.map((section) => [section, columnsOf(section)]))).toEqual({
      cloture: ['cloture', 'date_cloture'],
      budget: [
        'charges_titre1',
        'charges_titre2',
        'charges_titre3',
        'charges_titre4',
        'emplois_investissement',
      ],
      numerique: ['num_personnel', 'num_medical', 'num_general', 'num_amortissement', 'num_investissement'],
      mutualisation: [
        'mutualise_charges',
        'mutualise_etp_ssi',
        'quote_part_versee',
        'quotes_parts_refacturees',
      ],
      etp: ['etp_total', 'etp_ssi_internes', 'etp_ssi_externes'],
      maturite: ['maturite_date'],
      actions: [],
    });
  });

  it('hold FTE where the rules count people and amounts where they count euros', () => {
    const ofType = (type: string) => COLUMN_NAMES.filter((column) => COLUMNS[column].type === type);
    expect(ofType('fte')).toEqual(['mutualise_etp_ssi', 'etp_total', 'etp_ssi_internes', 'etp_ssi_externes']);
    expect(ofType('date')).toEqual(['date_cloture', 'maturite_date']);
    expect(ofType('closure')).toEqual(['cloture']);
    expect(ofType('amount')).toHaveLength(13);
  });

  it('are all missing where nothing was said', () => {
    expect(Object.keys(NO_VALUES)).toEqual(COLUMN_NAMES);
    expect(new Set(Object.values(NO_VALUES))).toEqual(new Set([null]));
  });
});
