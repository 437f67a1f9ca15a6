import type { AccountMode, Block } from '../../../../shared/domain/accounts/digital-account.ts';
import { ACTION_ITEM_NAMES, ACTION_ITEMS } from '../../../../shared/domain/actions/action-items.ts';
import { readDeposit } from '../../../../shared/domain/deposit/read-deposit.ts';
import type { WorkbookContent } from '../../../../shared/domain/deposit/table.ts';
import { ALERT_CODES } from '../../../../shared/domain/figures/alert-codes.ts';
import { ALERT_LABELS } from '../../../../shared/domain/figures/alert-labels.ts';
import { cell, GOOD_ROW, readingContext, sheetOf, workbookOf } from '../../../builders/declaration.ts';
import { CARRIER, directory, LONER } from '../../../builders/directory.ts';
import { templateWith } from '../../../builders/template-workbook.ts';

const KEYS = { finess: LONER, campagne: '2026' };

function read(content: WorkbookContent, over: Parameters<typeof readingContext>[0] = {}) {
  const reading = readDeposit({ kind: 'workbook', content }, readingContext(over));
  const [entry] = reading.entries;
  if (!entry) throw new Error(JSON.stringify(reading));
  return entry;
}
const issuesOf = (content: WorkbookContent) =>
  read(content).issues.map(({ code, at, seen }) => [code, at.cell, seen]);

const STAFF = ['Fonction', 'Type', 'Quotité (%)', 'Mois', 'Nombre', 'ETP annuel', 'Contrôle'];
const never = (formula: string) => cell(formula, 'formula-without-value');

describe('the staff of a template', () => {
  const lines = [
    STAFF,
    ['RSSI', 'interne', cell('0.8', 'number'), cell('12', 'number'), cell('1', 'number'), never('=x')],
    [],
    ['', '', '', '', '', never('=x'), never('=x')],
    ['SOC', 'externe', '50 %', '6', '2', cell('0.5', 'number')],
  ];

  it('gives the single inputs that are formulas, calculated or not, and blank lines are passed over', () => {
    for (const shown of [never('=SUM()'), cell('0.79', 'number'), '']) {
      const inputs = { ...KEYS, etp_ssi_internes: shown, etp_ssi_externes: never('=SUM()') };
      const entry = read(templateWith(inputs, { tableau_etp: lines }));
      expect(entry.issues).toEqual([]);
      expect(entry.values).toMatchObject({ etp_ssi_internes: 80n, etp_ssi_externes: 50n });
      expect(entry.sections).toEqual(['etp']);
      expect(entry.details?.staff?.map(({ function: of }) => of)).toEqual(['RSSI', 'SOC']);
      expect(entry.places.etp_ssi_externes).toEqual({ sheet: 'Saisie', cell: 'B4' });
    }
  });

  it('wins over what the total shows, and says so, but for a hundredth', () => {
    const shows = (shown: string) =>
      issuesOf(templateWith({ ...KEYS, etp_ssi_internes: shown }, { tableau_etp: lines }));
    expect(shows('0.81')).toEqual([]);
    expect(shows('0.79')).toEqual([]);
    expect(shows('0.82')).toEqual([['TOTAL_DISAGREES', 'B3', '0.82']]);
    expect(shows('x')).toEqual([['TOTAL_DISAGREES', 'B3', 'x']]);
    const entry = read(templateWith({ ...KEYS, etp_ssi_internes: '3' }, { tableau_etp: lines }));
    expect(entry.values.etp_ssi_internes).toBe(80n);
    expect(entry.issues[0]?.facts).toEqual({ total: '0.80', label: 'ETP SSI internes' });
  });

  it('leaves to what is typed the total of which it has no line', () => {
    const inputs = { ...KEYS, etp_ssi_internes: never('=x'), etp_ssi_externes: '3' };
    const entry = read(templateWith(inputs, { tableau_etp: lines.slice(0, 2) }));
    expect(entry.issues).toEqual([]);
    expect(entry.values).toMatchObject({ etp_ssi_internes: 80n, etp_ssi_externes: 300n });
    const uncalculated = read(
      templateWith({ ...KEYS, etp_ssi_externes: never('=x') }, { tableau_etp: lines.slice(0, 2) }),
    );
    expect(uncalculated.values.etp_ssi_externes).toBe(0n);
  });

  it('is nothing where it is blank: what is typed counts, and a formula counts as blank', () => {
    const blank = [STAFF, ['', '', '', '', '', never('=x')]];
    const inputs = { ...KEYS, etp_ssi_internes: '2.5', etp_ssi_externes: never('=x'), etp_total: '100' };
    const entry = read(templateWith(inputs, { tableau_etp: blank }));
    expect(entry.issues).toEqual([]);
    expect(entry.values).toMatchObject({
      etp_ssi_internes: 250n,
      etp_ssi_externes: null,
      etp_total: 10_000n,
    });
    expect(entry.details).toEqual({ staff: [] });
  });

  it('leaves a formula that was never calculated an error anywhere else', () => {
    const inputs = { ...KEYS, etp_total: never('=1') };
    expect(issuesOf(templateWith(inputs, { tableau_etp: lines }))).toEqual([
      ['FORMULA_WITHOUT_VALUE', 'B3', '=1'],
    ]);
    expect(issuesOf(templateWith({ ...KEYS, etp_ssi_internes: never('=1') }, {}))).toEqual([
      ['FORMULA_WITHOUT_VALUE', 'B3', '=1'],
    ]);
  });

  it('is wrong at its cells, and its total is then not compared', () => {
    const wrong = [STAFF, ['RSSI', 'stagiaire', '120 %', '13', '-1'], ['RSSI', 'interne', '', '12', '1']];
    expect(issuesOf(templateWith({ ...KEYS, etp_ssi_internes: '7' }, { tableau_etp: wrong }))).toEqual([
      ['STAFF_TYPE_UNKNOWN', 'B4', 'stagiaire'],
      ['QUOTA_OUT_OF_RANGE', 'C4', '120 %'],
      ['MONTHS_OUT_OF_RANGE', 'D4', '13'],
      ['NUMBER_NEGATIVE', 'E4', '-1'],
      ['STAFF_LINE_INCOMPLETE', 'C5', ''],
    ]);
  });

  it('gives a carrier its pooled FTE, where the file has its pool', () => {
    const pooled = [STAFF, ['RSSI', 'mutualisé', '1', '12', '1'], ['SOC', 'interne', '1', '12', '2']];
    const carrier = { ...KEYS, finess: CARRIER, etp_ssi_internes: never('=x') };
    const entry = read(templateWith({ ...carrier, mutualise_etp_ssi: never('=x') }, { tableau_etp: pooled }));
    expect(entry.values).toMatchObject({ etp_ssi_internes: 300n, mutualise_etp_ssi: 100n });
    expect(entry.sections).toEqual(['mutualisation', 'etp']);
    const without = read(templateWith(carrier, { tableau_etp: pooled }));
    expect(without.values).toMatchObject({ etp_ssi_internes: 300n, mutualise_etp_ssi: null });
    expect(without.sections).toEqual(['etp']);
  });

  it('is found by its name in a sheet that was renamed, under lines that were inserted, beside other columns', () => {
    const sheet = sheetOf(
      [
        ['Titre'],
        [],
        ['Type', '', ...STAFF, '', 'Nombre'],
        ['', '', 'RSSI', 'interne', '1', '12', '1', '', '', '', 'x'],
      ],
      { name: 'Mes agents', firstRow: 12 },
    );
    const { sheets, names } = templateWith(KEYS, {});
    const content = {
      sheets: [...sheets, sheet],
      names: new Map([...names, ['tableau_etp', { sheet: 'Mes agents', cell: 'C14' }] as const]),
    };
    const entry = read(content);
    expect(entry.issues).toEqual([]);
    // The names of its totals are lost: they stand at the table.
    expect(entry.values.etp_ssi_internes).toBe(100n);
    expect(entry.places.etp_ssi_internes).toEqual({ sheet: 'Mes agents', cell: 'C14' });
  });
});

const ACCOUNTS = [
  'Nomenclature',
  'Compte',
  'Libellé',
  'Bloc',
  'Mode',
  'Montant du compte',
  'Part numérique',
  'Contrôle',
];

describe('the digital accounts of a template', () => {
  const listed = (account: string, block: Block, mode: AccountMode) =>
    ({ nomenclature: 'PCG', year: 2025, account, label: `Compte ${account}`, block, mode }) as const;
  const accounts = [
    listed('2183', 'investissement', 'lecture'),
    listed('6156', 'general', 'retraitement'),
    listed('61561', 'general', 'lecture'),
    listed('64', 'personnel', 'retraitement'),
  ];
  const over = { directory: directory({ accounts }) };
  const given = (account: string, amount: string, part: string) => [
    'PCG',
    account,
    '',
    never('=LOOKUP()'),
    never('=LOOKUP()'),
    amount,
    part,
    never('=IF()'),
  ];
  const NUM = ['num_personnel', 'num_medical', 'num_general', 'num_amortissement', 'num_investissement'];
  const formulas = Object.fromEntries(NUM.map((column) => [column, never('=SUMIFS()')]));
  const accountsOf = (inputs: Parameters<typeof templateWith>[0], ...rows: Parameters<typeof given>[]) =>
    templateWith(
      { ...KEYS, ...inputs },
      { tableau_comptes: [ACCOUNTS, ...rows.map((row) => given(...row))] },
    );

  it('give the five lines, whole or in part as the account is, by the longest account of the list', () => {
    const content = accountsOf(
      formulas,
      ['2183', '', ''],
      ['2183', '', '500'],
      ['6156', '100,10', '40,10'],
      ['615612', '7', ''],
      ['64', '', ''],
    );
    const entry = read(content, over);
    expect(entry.issues).toEqual([]);
    expect(entry.values).toMatchObject({
      num_personnel: 0n,
      num_medical: 0n,
      num_general: 47_10n,
      num_amortissement: 0n,
      num_investissement: 500_00n,
    });
    expect(entry.details?.accounts?.map(({ account, digital }) => [account, digital])).toEqual([
      ['2183', 500_00n],
      ['6156', 40_10n],
      ['61561', 7_00n],
    ]);
  });

  it('leave a block without a line to what is typed, and investment blank', () => {
    const entry = read(accountsOf({ ...formulas, num_personnel: '1000' }, ['61561', '7', '']), over);
    expect(entry.issues).toEqual([]);
    expect(entry.values).toMatchObject({
      num_personnel: 1000_00n,
      num_general: 7_00n,
      num_investissement: null,
    });
  });

  it('win over what the total shows, and say so', () => {
    const entry = read(accountsOf({ ...formulas, num_general: '8' }, ['61561', '7', '']), over);
    expect(entry.issues).toMatchObject([{ code: 'TOTAL_DISAGREES', at: { sheet: 'Saisie', cell: 'B5' } }]);
    expect(entry.values.num_general).toBe(7_00n);
  });

  it('are nothing where no amount is given: what is typed counts, and a formula counts as blank', () => {
    const entry = read(
      accountsOf({ ...formulas, num_general: '8' }, ['61561', '', ''], ['64', '', '']),
      over,
    );
    expect(entry).toMatchObject({ issues: [], sections: ['numerique'], details: { accounts: [] } });
    expect(entry.values).toMatchObject({ num_general: 8_00n, num_personnel: null });
  });

  it('leave the section as it was while the digital part of an account is asked for', () => {
    const partial = accountsOf({ ...formulas, charges_titre1: '5' }, ['64', '100', ''], ['61561', '7', '']);
    const entry = read(partial, over);
    expect(entry.issues).toMatchObject([
      { code: 'DIGITAL_PART_MISSING', at: { sheet: 'tableau_comptes', cell: 'G4' } },
    ]);
    expect(entry.sections).toEqual(['budget']);
    expect(entry.values.num_general).toBeNull();
    expect(entry.details?.accounts).toBeUndefined();
    const asset = read(accountsOf(formulas, ['2183', '90000', '']), over);
    expect(asset.issues).toMatchObject([{ code: 'DIGITAL_PART_MISSING', at: { cell: 'G4' } }]);
    expect(asset.sections).toEqual([]);
  });

  it('are wrong at their cells', () => {
    const wrong = accountsOf(formulas, ['6156', 'x', '-1'], ['6156', '10', '11'], ['61561', '1,234', '']);
    expect(read(wrong, over).issues.map(({ code, at }) => [code, at.cell])).toEqual([
      ['NUMBER_UNREADABLE', 'F4'],
      ['NUMBER_NEGATIVE', 'G4'],
      ['NUMBER_TOO_PRECISE', 'F6'],
      ['DIGITAL_PART_OVER_AMOUNT', 'G5'],
    ]);
  });

  it('are what they say where the reference set lists none', () => {
    const rows = [ACCOUNTS, ['M21', '6284', '', 'général', 'lecture', '12', '']];
    const entry = read(templateWith({ ...KEYS, num_general: never('=x') }, { tableau_comptes: rows }));
    expect(entry.issues).toEqual([]);
    expect(entry.values.num_general).toBe(12_00n);
  });
});

const MEASURES = ['Mesure', 'Thème', 'Libellé', 'Niveau', 'Niveau maximal', 'Non applicable', 'Commentaire'];

describe('the questionnaire of a template', () => {
  const measures = [
    { code: 'M1', theme: 'Accès', label: 'Comptes', highest: 3 },
    { code: 'M2', theme: 'Accès', label: 'Mots de passe', highest: 4 },
  ];
  const over = { directory: directory({ measures }) };
  const table = (first: string, second: string, comment = '') => [
    MEASURES,
    ['M1', 'Accès', 'Comptes', first, cell('3', 'number'), '', comment],
    ['M2', 'Accès', 'Mots de passe', second, cell('4', 'number'), ''],
  ];

  it('is nothing until a measure is answered, then each without an answer is told', () => {
    const blank = read(
      templateWith({ ...KEYS, maturite_date: '' }, { tableau_mesures: table('', '') }),
      over,
    );
    expect(blank).toMatchObject({ issues: [], sections: ['maturite'], details: { measures: [] } });
    const half = read(templateWith(KEYS, { tableau_mesures: table('2', '', 'à revoir') }), over);
    expect(half.issues).toMatchObject([{ code: 'MEASURE_UNANSWERED', at: { cell: 'D5' }, seen: 'M2' }]);
    expect(half.details?.measures).toMatchObject([{ measure: 'M1', level: 2, comment: 'à revoir' }]);
  });
});

const ACTIONS = ['Action', 'Élément', 'Attendu', 'Réponse', 'Échéance', 'Repère'];

describe('the actions of a template', () => {
  const answered = (answers: Readonly<Record<string, string>>) => [
    ACTIONS,
    ...ACTION_ITEM_NAMES.map((item) => ['1', ACTION_ITEMS[item].label, '', answers[item] ?? '', '', item]),
  ];

  it('are answered by yes or no, a date, or a whole number, as each item asks', () => {
    const answers = {
      exercice_date: '12/03/2026',
      exercice_retex: 'Oui',
      club_ssi: 'VRAI',
      silene: 'non',
      sso_utilisateurs: '5 200,00',
    };
    const entry = read(templateWith(KEYS, { tableau_actions: answered(answers) }));
    expect(entry.issues).toEqual([]);
    expect(entry.sections).toEqual(['actions']);
    expect(entry.details?.actions?.map(({ item, value }) => [item, value])).toEqual([
      ['exercice_date', '2026-03-12'],
      ['exercice_retex', 'oui'],
      ['club_ssi', 'oui'],
      ['silene', 'non'],
      ['sso_utilisateurs', '5200'],
    ]);
    expect(entry.details?.actions?.[0]?.at).toEqual({
      sheet: 'tableau_actions',
      cell: 'D4',
      column: 'Réponse',
    });
  });

  it('are wrong at the cell of their answer', () => {
    const answers = {
      exercice_date: '31/02/2026',
      exercice_retex: 'bientôt',
      silene: '12/03/2026',
      pcra_cadre_date: 'juin',
      sso_services_sensibles: '2,5',
      sso_utilisateurs: 'cent',
    };
    const row = (item: (typeof ACTION_ITEM_NAMES)[number]) => `D${4 + ACTION_ITEM_NAMES.indexOf(item)}`;
    const { issues } = read(templateWith(KEYS, { tableau_actions: answered(answers) }));
    expect(issues[0]?.facts).toBeUndefined();
    expect(issues[1]?.facts).toEqual({ choices: 'oui, non' });
    expect(issues.map(({ code, at, seen }) => [code, at.cell, seen])).toEqual([
      ['DATE_IMPOSSIBLE', row('exercice_date'), '31/02/2026'],
      ['CHOICE_UNKNOWN', row('exercice_retex'), 'bientôt'],
      ['CHOICE_UNKNOWN', row('silene'), '12/03/2026'],
      ['DATE_UNREADABLE', row('pcra_cadre_date'), 'juin'],
      ['NUMBER_UNREADABLE', row('sso_services_sensibles'), '2,5'],
      ['NUMBER_UNREADABLE', row('sso_utilisateurs'), 'cent'],
    ]);
  });

  it('are known by their code or by their words; an answer to nothing of the template is told', () => {
    const rows = [
      ACTIONS,
      ['3', 'mots effacés', '', 'oui', '', 'club_ssi'],
      ['3', ACTION_ITEMS.silene.label, '', 'oui', '', ''],
      ['9', 'Autre action', '', 'oui', '', ''],
    ];
    const entry = read(templateWith(KEYS, { tableau_actions: rows }));
    expect(entry.details?.actions?.map(({ item }) => item)).toEqual(['club_ssi', 'silene']);
    expect(entry.issues).toMatchObject([
      { code: 'CHOICE_UNKNOWN', at: { cell: 'B6' }, seen: 'Autre action' },
    ]);
  });

  it('end where the audits of directories begin', () => {
    const stacked = sheetOf(
      [
        ACTIONS,
        ['3', 'x', '', 'oui', '', 'silene'],
        [],
        ['', 'Audits des annuaires'],
        ['', 'Annuaire', 'Score ADS', 'Date de l’audit'],
        ['', 'AD interne', cell('3', 'number'), cell('2026-02-01', 'date')],
      ],
      { name: 'Actions' },
    );
    const { sheets, names } = templateWith(KEYS, {});
    const content = {
      sheets: [...sheets, stacked],
      names: new Map([
        ...names,
        ['tableau_actions', { sheet: 'Actions', cell: 'A1' }] as const,
        ['tableau_annuaires', { sheet: 'Actions', cell: 'B5' }] as const,
      ]),
    };
    const entry = read(content);
    expect(entry.issues).toEqual([]);
    expect(entry.details).toMatchObject({
      actions: [{ item: 'silene', value: 'oui' }],
      directories: [{ directory: 'AD interne', score: 3, date: '2026-02-01' }],
    });
  });
});

describe('the directories of a template', () => {
  const HEADINGS = ['Annuaire', 'Score ADS', "Date de l'audit"];

  it('have a score from 1 to 5, and a date or none', () => {
    const rows = [HEADINGS, ['a', '1', ''], ['b', '5', '2026-02-01'], ['', '2', '']];
    expect(read(templateWith(KEYS, { tableau_annuaires: rows })).details?.directories).toMatchObject([
      { directory: 'a', score: 1, date: null },
      { directory: 'b', score: 5, date: '2026-02-01' },
      { directory: '', score: 2, date: null },
    ]);
  });

  it('are wrong at each of their cells', () => {
    const rows = [
      HEADINGS,
      ['a', '0', ''],
      ['b', '6', ''],
      ['c', '2,5', ''],
      ['d', '', ''],
      ['e', '3', 'hier'],
      ['x'.repeat(201), '3', ''],
      ['x'.repeat(200), '3', ''],
    ];
    expect(issuesOf(templateWith(KEYS, { tableau_annuaires: rows }))).toEqual([
      ['SCORE_OUT_OF_RANGE', 'B4', '0'],
      ['SCORE_OUT_OF_RANGE', 'B5', '6'],
      ['SCORE_OUT_OF_RANGE', 'B6', '2,5'],
      ['SCORE_OUT_OF_RANGE', 'B7', ''],
      ['DATE_UNREADABLE', 'C8', 'hier'],
      ['TEXT_TOO_LONG', 'A9', 'x'.repeat(201)],
    ]);
  });
});

describe('the justifications of a template', () => {
  const HEADINGS = ['Alerte', 'Ce qui la déclenche', 'Justification', 'Repère'];
  const longest = 'é'.repeat(2_000);

  it('answer the alert of their code or of their words; an alert without a text is passed over', () => {
    const rows = [
      HEADINGS,
      ...ALERT_CODES.map((code) => [
        ALERT_LABELS[code],
        '',
        code === 'SHARE_LOW' ? ` ${longest} ` : '',
        code,
      ]),
      [ALERT_LABELS.SSI_FTE_ZERO, '', 'Poste vacant depuis mars.', ''],
    ];
    const entry = read(templateWith(KEYS, { tableau_justifications: rows }));
    expect(entry.issues).toEqual([]);
    expect(entry.sections).toEqual([]);
    expect(entry.justifications).toEqual([
      {
        alert: 'SHARE_LOW',
        text: longest,
        at: { sheet: 'tableau_justifications', cell: 'C4', column: 'Justification' },
      },
      {
        alert: 'SSI_FTE_ZERO',
        text: 'Poste vacant depuis mars.',
        at: { sheet: 'tableau_justifications', cell: 'C12', column: 'Justification' },
      },
    ]);
  });

  it('are refused beyond 2 000 characters, and for no alert', () => {
    const rows = [HEADINGS, ['', '', `${longest}é`, 'SHARE_LOW'], ['Autre', '', 'texte', '']];
    expect(issuesOf(templateWith(KEYS, { tableau_justifications: rows }))).toEqual([
      ['TEXT_TOO_LONG', 'C4', `${longest}é`],
      ['CHOICE_UNKNOWN', 'A5', 'Autre'],
    ]);
  });
});

describe('a template', () => {
  it('loses the column of a table: it says which', () => {
    const rows = [
      ['Alerte', 'Texte'],
      ['', 'x'],
    ];
    expect(read(templateWith(KEYS, { tableau_justifications: rows })).issues).toMatchObject([
      { code: 'COLUMN_MISSING', facts: { column: 'justification' } },
    ]);
  });

  it('has no table where a name points at a blank cell, or at a sheet that is not there', () => {
    const { sheets, names } = templateWith({ ...GOOD_ROW }, {});
    for (const target of [
      { sheet: 'Saisie', cell: 'Z99' },
      { sheet: 'Absente', cell: 'A1' },
    ]) {
      const entry = read({ ...workbookOf(...sheets), names: new Map([...names, ['tableau_etp', target]]) });
      expect(entry.issues).toEqual([]);
      expect(entry.values.etp_ssi_internes).toBe(250n);
      expect(entry.details).toBeUndefined();
    }
  });
});
