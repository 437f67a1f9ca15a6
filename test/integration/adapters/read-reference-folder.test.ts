import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readReferenceFolder } from '../../../shared/adapters/files/read-reference-folder.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import {
  REFERENCE_FAULT_CODES,
  type ReferenceFaultCode,
} from '../../../shared/domain/declarant/reading/fault.ts';
import { referenceFaultLines, referenceFaultSentence } from '../../../shared/messages/reference-faults.ts';
import { TOTALS_ALONE } from '../../builders/directory.ts';
import { referenceWith, SOUND_REFERENCE, withFolder } from '../../builders/reference-folder.ts';

type Change = ((sound: string) => string) | null;
const replace = (from: string, to: string) => (sound: string) => {
  if (!sound.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return sound.replace(from, to);
};
const add = (line: string) => (sound: string) => `${sound}${line}\n`;

/** One defect each: the fault it must raise, the file, the line. */
const SPECIMENS: readonly [ReferenceFaultCode, string, number | null, Change][] = [
  ['FILE_MISSING', 'declarants.csv', null, null],
  ['HEADER_MISSING', 'declarants.csv', null, () => ''],
  ['COLUMN_MISSING', 'declarants.csv', 1, replace('statut', 'statuts')],
  ['COLUMN_MISSING', 'groupes.csv', 1, replace(';activite_combinee', '')],
  ['COLUMN_TWICE', 'declarants.csv', 1, replace('finess;', 'finess;finess;')],
  ['CSV_QUOTES', 'declarants.csv', 2, replace('CH fictif B', '"CH fictif" B')],
  ['CELL_BEYOND_HEADER', 'declarants.csv', 2, replace('CH fictif B', 'CH; fictif B')],
  ['FINESS_BLANK', 'declarants.csv', 3, replace('699900015;CH', ';CH')],
  ['FINESS_MALFORMED', 'declarants.csv', 3, replace('699900015;CH', '6999000150;CH')],
  ['FINESS_KEY', 'declarants.csv', 3, replace('699900015;CH', '699900016;CH')],
  ['FINESS_KEY', 'declarants.csv', 4, replace('01;971;', '01;971;699900016')],
  ['FINESS_KEY', 'groupes.csv', 3, replace('699900031;membre', '699900032;membre')],
  ['FINESS_MALFORMED', 'contacts.csv', 2, replace('699900015', 'X')],
  ['DECLARANT_TWICE', 'declarants.csv', 5, add('699900015;A;public;355;84;69;')],
  ['REGION_UNKNOWN', 'declarants.csv', 4, replace(';01;', ';1;')],
  ['REGION_UNKNOWN', 'declarants.csv', 4, replace(';01;', ';;')],
  ['REGION_OUT_OF_SCOPE', 'declarants.csv', 4, replace(';01;971', ';986;986')],
  ['REGION_OUT_OF_SCOPE', 'declarants.csv', 4, replace(';01;971', ';987;987')],
  ['REGION_OUT_OF_SCOPE', 'declarants.csv', 4, replace(';01;971', ';988;988')],
  ['STATUS_UNKNOWN', 'declarants.csv', 4, replace('prive_lucratif', 'privé')],
  ['GROUP_BLANK', 'groupes.csv', 6, replace('G1;Groupement 1;699900015', ';;699900015')],
  ['GROUP_WITHOUT_CARRIER', 'groupes.csv', 4, replace('porteur;10', 'membre;10')],
  ['GROUP_WITH_TWO_CARRIERS', 'groupes.csv', 6, replace('membre;0', 'porteur;0')],
  ['ROLE_UNKNOWN', 'groupes.csv', 6, replace('membre;0', 'associé;0')],
  ['CARRIER_IS_NO_DECLARANT', 'groupes.csv', 7, add('G3;x;699909982;porteur;1')],
  ['EXTERNAL_CARRIER_IS_DECLARANT', 'groupes.csv', 7, add('G3;x;699900015;porteur_externe;')],
  ['CARRIER_OF_TWO_GROUPS', 'groupes.csv', 7, add('G3;x;699900023;porteur;1')],
  ['CARRIER_OF_TWO_GROUPS', 'groupes.csv', 7, add('G3;x;699909974;porteur_externe;')],
  ['MEMBER_TWICE', 'groupes.csv', 7, add('G1;x;699900023;membre;1')],
  ['ACTIVITY_NEGATIVE', 'groupes.csv', 6, replace('membre;0', 'membre;-0.0001')],
  ['ACTIVITY_UNREADABLE', 'groupes.csv', 6, replace('membre;0', 'membre;1.23456')],
  ['ACTIVITY_UNREADABLE', 'groupes.csv', 6, replace('membre;0', 'membre;NC')],
  ['CAMPAIGN_UNREADABLE', 'campagnes.csv', 2, replace('2026;', '26;')],
  ['CAMPAIGN_TWICE', 'campagnes.csv', 3, add('2026;;;;')],
  ['DATE_UNREADABLE', 'campagnes.csv', 2, replace('2026-01-15', '15 janvier')],
  ['DATES_OUT_OF_ORDER', 'campagnes.csv', 2, replace('2026-01-15', '2026-07-15')],
  ['RULE_SET_UNKNOWN', 'campagnes.csv', 3, add('2027;;;;1999-1')],
  ['STATE_UNKNOWN', 'historique.csv', 2, replace('calcule;', 'calculé;')],
  ['FIGURE_UNREADABLE', 'historique.csv', 2, replace('12345.67', '')],
  ['FIGURE_NEGATIVE', 'historique.csv', 2, replace('12345.67', '-1.00')],
  ['FIGURES_TWICE', 'historique.csv', 4, add('2025;699900015;calcule;1.00;1.00;1.00')],
  ['NOMENCLATURE_UNKNOWN', 'comptes.csv', 2, replace('M21;2024;64', 'M99;2024;64')],
  ['YEAR_UNREADABLE', 'comptes.csv', 2, replace('2024;64;', '24;64;')],
  ['ACCOUNT_MALFORMED', 'comptes.csv', 3, replace('615261', '6A')],
  ['BLOCK_UNKNOWN', 'comptes.csv', 2, replace('personnel', 'paie')],
  ['MODE_UNKNOWN', 'comptes.csv', 3, replace('general;lecture', 'general;lire')],
  ['ACCOUNT_TWICE', 'comptes.csv', 6, add('M21;2024;64;Encore;general;lecture')],
  ['MEASURE_BLANK', 'mesures.csv', 3, replace('EXPL-1;', ' ;')],
  ['MEASURE_TWICE', 'mesures.csv', 4, add('gouv-1;Gouvernance;Encore;4')],
  ['HIGHEST_LEVEL_UNREADABLE', 'mesures.csv', 2, replace(';4', ';0')],
  ['HIGHEST_LEVEL_UNREADABLE', 'mesures.csv', 2, replace(';4', ';101')],
  ['HIGHEST_LEVEL_UNREADABLE', 'mesures.csv', 3, replace(';3', ';3,5')],
  ['RULE_NOT_RELAXABLE', 'regles.csv', 3, replace('PART_OVER_WHOLE', 'PART_OVER_WHOL')],
  ['RULE_NOT_RELAXABLE', 'regles.csv', 3, replace('PART_OVER_WHOLE', 'CLOSURE_DATE_AFTER_DEPOSIT')],
  ['RULE_NOT_RELAXABLE', 'regles.csv', 3, replace('PART_OVER_WHOLE', '')],
  ['RULE_SEVERITY_UNKNOWN', 'regles.csv', 3, replace('Avertissement', 'erreur')],
  ['RULE_SEVERITY_UNKNOWN', 'regles.csv', 3, replace('Avertissement', '')],
  ['RULE_SEVERITY_OF_ALERT', 'regles.csv', 2, replace('ignoree', 'avertissement')],
  ['RULE_DAY_UNREADABLE', 'regles.csv', 2, replace('2026-05-01', 'mai 2026')],
  ['RULE_DAY_UNREADABLE', 'regles.csv', 3, replace('1/3/2026', '')],
  ['RULE_REASON_BLANK', 'regles.csv', 4, add('SHARE_LOW;ignoree;2026-05-01; ')],
  ['RULE_TWICE', 'regles.csv', 4, add('SHARE_HIGH;ignoree;01/05/2026;Encore')],
  ['FINESS_KEY', 'successions.csv', 2, replace('699900064', '699900065')],
  ['FINESS_BLANK', 'successions.csv', 4, add('699900072;;2026-01-01')],
  ['SUCCESSION_DAY_UNREADABLE', 'successions.csv', 2, replace('1/7/2025', '')],
  ['SUCCESSION_DAY_UNREADABLE', 'successions.csv', 2, replace('1/7/2025', '31/6/2025')],
  ['SUCCESSION_TO_ITSELF', 'successions.csv', 4, add('699900072;699900072;2026-01-01')],
  ['SUCCESSION_TWICE', 'successions.csv', 4, add('699900064;699900023;2026-01-01')],
  ['SUCCESSION_DAYS_BACKWARDS', 'successions.csv', 2, replace('1/7/2025', '2/1/2026')],
  ['SUCCESSION_OF_A_FILER', 'successions.csv', 4, add('699900031;699900015;2026-01-01')],
  ['SUCCESSION_OF_A_FILER', 'successions.csv', 4, add('699909974;699900015;2026-01-01')],
  ['SUCCESSION_OF_A_MEMBER', 'successions.csv', 4, add('699909982;699900015;2026-01-01')],
  ['SUCCESSION_TO_NOBODY', 'successions.csv', 3, replace('699900056;699900015', '699900056;699900080')],
  ['EDITION_OF_ANOTHER_CAMPAIGN', 'edition_reference.csv', 4, replace('2026;699900072', '2025;699900072')],
  ['CAMPAIGN_UNREADABLE', 'edition_reference.csv', 4, replace('2026;699900072', '26;699900072')],
  ['FINESS_MALFORMED', 'edition_reference.csv', 4, replace('699900072', 'X')],
  ['REGION_UNKNOWN', 'edition_reference.csv', 4, replace('72;84;', '72;;')],
  ['STATE_UNKNOWN', 'edition_reference.csv', 4, replace(';non_repondant', ';')],
  ['REASON_UNKNOWN', 'edition_reference.csv', 2, replace('|champs-manquants', '|autre')],
  ['REASON_UNKNOWN', 'edition_reference.csv', 2, replace('comptes-non-clos|champs-manquants', '')],
  ['FIGURE_UNREADABLE', 'edition_reference.csv', 3, replace('20000.00', '')],
  ['FIGURE_NEGATIVE', 'edition_reference.csv', 3, replace('20000.00', '-20000.00')],
  ['SHARE_UNREADABLE', 'edition_reference.csv', 3, replace('0.021875', '0.0218751')],
  ['SHARE_UNREADABLE', 'edition_reference.csv', 3, replace('0.021875', '')],
  ['FIGURES_TWICE', 'edition_reference.csv', 5, add('2026;699900015;84;non_repondant;;;;;;;;;;;;;;')],
];

describe('a folder that is refused', () => {
  it.each(SPECIMENS)('says %s of %s, line %s', async (code, file, line, change) => {
    const reading = await withFolder(referenceWith(file, change), readReferenceFolder);
    if (reading.ok) throw new Error('the set was taken');
    expect(reading.faults).toHaveLength(1);
    const [fault] = reading.faults;
    expect(fault).toMatchObject({ code, line });
    expect(fault?.file).toContain(file);
    const sentence = fault ? referenceFaultSentence(fault) : '';
    expect(sentence).toContain(line === null ? file : `${file}, ligne ${line}`);
    expect(sentence).not.toMatch(/undefined|«\s*»/);
  });

  it('has a specimen for every fault that a file can have', () => {
    const shown = new Set(SPECIMENS.map(([code]) => code));
    const elsewhere = [
      'FOLDER_MISSING',
      'FILE_UNREADABLE',
      'FILE_TWICE',
      'CSV_TOO_MANY_CELLS',
      'SUCCESSION_CYCLE',
    ];
    expect(REFERENCE_FAULT_CODES.filter((code) => !shown.has(code))).toEqual(elsewhere);
  });

  it('refuses a circle of successions at each of its lines, and at no other', async () => {
    const circle = `finess_ancien;finess;depuis
699900080;699900064;2025-01-01
699900064;699900056;2025-01-01
699900056;699900064;2025-01-01
`;
    const reading = await withFolder(
      referenceWith('successions.csv', () => circle),
      readReferenceFolder,
    );
    expect(reading.ok ? [] : reading.faults.map(({ code, line }) => [code, line])).toEqual([
      ['SUCCESSION_CYCLE', 3],
      ['SUCCESSION_CYCLE', 4],
    ]);
    const [fault] = reading.ok ? [] : reading.faults;
    expect(fault && referenceFaultSentence(fault)).toContain('« 699900064 » se remplace lui-même');
  });

  it('refuses a reference edition of another campaign than the one in hand, at each of its lines', async () => {
    const reading = await withFolder(SOUND_REFERENCE, (folder) =>
      readReferenceFolder(folder, { campaign: 2027 as CampaignYear }),
    );
    const faults = reading.ok ? [] : reading.faults;
    expect(faults.map(({ code, line }) => [code, line])).toEqual(
      [2, 3, 4].map((line) => ['EDITION_OF_ANOTHER_CAMPAIGN', line]),
    );
    expect(faults.map(referenceFaultSentence)[0]).toContain(
      'edition_reference.csv, ligne 2, colonne campagne : ces chiffres sont ceux de la campagne 2026, et non 2027.',
    );
  });

  it('refuses a reference edition given beside the one of the folder', async () => {
    const beside = new Map([['edition_reference.csv', new Uint8Array()]] as const);
    const reading = await withFolder(SOUND_REFERENCE, (folder) => readReferenceFolder(folder, { beside }));
    expect(reading).toMatchObject({
      ok: false,
      faults: [{ code: 'FILE_TWICE', file: 'edition_reference.csv', line: null }],
    });
  });

  it('says everything that is wrong in one pass, in the order of the files and lines', async () => {
    const folder = {
      ...referenceWith('declarants.csv', (sound) => sound.replace(';84;', ';99;').replace('public', 'x')),
      'groupes.csv': 'groupe;libelle;finess;role;activite_combinee\nG1;x;699900015;membre;-1\n',
    };
    const reading = await withFolder(folder, readReferenceFolder);
    expect(reading.ok ? [] : reading.faults.map(({ code, line }) => [code, line])).toEqual([
      ['REGION_UNKNOWN', 2],
      ['STATUS_UNKNOWN', 2],
      ['ACTIVITY_NEGATIVE', 2],
      ['GROUP_WITHOUT_CARRIER', 2],
    ]);
  });

  it('says that the folder is not there, or that a file of it is a folder', async () => {
    expect(await readReferenceFolder('/nowhere/at/all')).toMatchObject({
      ok: false,
      faults: [{ code: 'FOLDER_MISSING', file: '/nowhere/at/all' }],
    });
    const reading = await withFolder(SOUND_REFERENCE, (folder) => {
      mkdirSync(join(folder, 'sub', 'declarants.csv'), { recursive: true });
      return readReferenceFolder(join(folder, 'sub'));
    });
    expect(reading).toMatchObject({ ok: false, faults: [{ code: 'FILE_UNREADABLE', seen: 'EISDIR' }] });
  });

  it('shows so many faults, and counts the others', () => {
    const fault = { code: 'FINESS_BLANK', file: 'a.csv', line: 2, seen: '' } as const;
    expect(referenceFaultLines([fault, fault, fault], 2)).toEqual([
      expect.any(String),
      expect.any(String),
      '… et une autre anomalie.',
    ]);
    expect(referenceFaultLines([fault, fault], 2)).toHaveLength(2);
  });
});

describe('a folder that is taken', () => {
  it('gives the set, sorted, numbers exact, and the bytes of each file', async () => {
    const reading = await withFolder(SOUND_REFERENCE, readReferenceFolder);
    if (!reading.ok) throw new Error(referenceFaultLines(reading.faults).join('\n'));
    expect(reading.reference.declarants.map(({ finess, region }) => [finess, region])).toEqual([
      ['699900015', '84'],
      ['699900023', '84'],
      ['699900031', '01'],
    ]);
    expect(reading.reference.groups).toEqual([
      {
        code: 'G1',
        label: 'Groupement 1',
        carrier: '699900023',
        externalCarrier: false,
        members: [
          { finess: '699900015', activity: 0n },
          { finess: '699900023', activity: 100_625n },
          { finess: '699909982', activity: null },
        ],
      },
      {
        code: 'G2',
        label: 'Groupement 2',
        carrier: '699909974',
        externalCarrier: true,
        members: [{ finess: '699900031', activity: 15_000n }],
      },
    ]);
    expect(reading.reference.contacts).toHaveLength(1);
    expect(reading.reference.campaigns).toEqual([
      {
        year: 2026,
        opening: '2026-01-15',
        deadline: '2026-06-30',
        close: '2026-12-31',
        ruleSet: '2026-1',
      },
    ]);
    expect(reading.reference.measures).toEqual([
      { code: 'GOUV-1', theme: 'Gouvernance', label: 'Un responsable SSI est nommé', highest: 4 },
      { code: 'EXPL-1', theme: 'Exploitation', label: 'Les sauvegardes sont testées', highest: 3 },
    ]);
    expect(reading.reference.relaxations).toEqual([
      {
        code: 'PART_OVER_WHOLE',
        to: 'warning',
        from: '2026-03-01',
        reason: 'Les titres 2 et 3 ne se recoupent pas avec les comptes numériques',
      },
      {
        code: 'SHARE_HIGH',
        to: 'off',
        from: '2026-05-01',
        reason: 'Les CLCC dépassent ce seuil depuis leur informatisation',
      },
    ]);
    expect(reading.reference.history).toEqual([
      {
        campaign: 2025,
        finess: '699900015',
        totalExpenses: 100_000_000n,
        retainedDigital: 1_234_567n,
        retainedSsiFte: 50n,
        ...TOTALS_ALONE,
      },
    ]);
    expect(reading.reference.successions).toEqual([
      { former: '699900056', successor: '699900015', from: '2026-01-01' },
      { former: '699900064', successor: '699900056', from: '2025-07-01' },
    ]);
    expect(reading.reference.referenceEdition).toEqual([
      {
        finess: '699900015',
        region: '84',
        outcome: {
          state: 'calcule',
          figures: {
            totalExpenses: 100_000_000n,
            ownDigital: 2_000_000n,
            carriedDigital: 0n,
            contributions: 0n,
            allocatedDigital: 187_500n,
            retainedDigital: 2_187_500n,
            digitalShare: { numerator: 21_875n, denominator: 1_000_000n },
            investmentShare: { numerator: 20_000n, denominator: 1_000_000n },
            ownSsiFte: 50n,
            carriedSsiFte: 0n,
            allocatedSsiFte: 0n,
            retainedSsiFte: 50n,
            externalSsiFte: 125n,
          },
        },
      },
      {
        finess: '699900023',
        region: '84',
        outcome: { state: 'non_calcule', reasons: ['comptes-non-clos', 'champs-manquants'] },
      },
      { finess: '699900072', region: '84', outcome: { state: 'non_repondant' } },
    ]);
    expect([...reading.files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual(
      Object.entries(SOUND_REFERENCE).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });

  it('needs declarants.csv alone', async () => {
    const { 'declarants.csv': declarants = '' } = SOUND_REFERENCE;
    const reading = await withFolder({ 'declarants.csv': declarants }, readReferenceFolder);
    expect(reading).toMatchObject({
      ok: true,
      reference: {
        groups: [],
        campaigns: [],
        history: [],
        relaxations: [],
        successions: [],
        referenceEdition: null,
      },
    });
  });

  it('takes the reference edition from beside, among the files in the order of their names', async () => {
    const { 'edition_reference.csv': edition = '', ...others } = SOUND_REFERENCE;
    const beside = new Map([['edition_reference.csv', new TextEncoder().encode(edition)]] as const);
    const reading = await withFolder(others, (folder) => readReferenceFolder(folder, { beside }));
    expect(reading.ok && reading.reference.referenceEdition).toHaveLength(3);
    expect(reading.ok && [...reading.files.keys()]).toEqual(Object.keys(SOUND_REFERENCE).sort());
  });

  it('may turn a rule off, then raise it again as a warning: by day, then as in the file', async () => {
    const rules = `code;severite;depuis;motif
PART_OVER_WHOLE;avertissement;2026-05-01;b
PART_OVER_WHOLE;ignorée;2026-03-01;a
COLUMN_UNKNOWN;ignoree;2026-03-01;c
`;
    const reading = await withFolder(
      referenceWith('regles.csv', () => rules),
      readReferenceFolder,
    );
    expect(reading.ok && reading.reference.relaxations.map(({ to, reason }) => [to, reason])).toEqual([
      ['off', 'a'],
      ['off', 'c'],
      ['warning', 'b'],
    ]);
  });

  it('pads the FINESS numbers whose zeros a spreadsheet ate', async () => {
    const folder = referenceWith(
      'declarants.csv',
      (sound) => `${sound}19990019;Z;public;355;84;69;19990019\n`,
    );
    const reading = await withFolder(folder, readReferenceFolder);
    expect(reading.ok && reading.reference.declarants[0]).toMatchObject({
      finess: '019990019',
      legalEntity: '019990019',
    });
  });

  const examples = new URL('../../../../shared/examples/', import.meta.url);
  (existsSync(examples) ? it : it.skip).each([
    ['corse', 29, 2],
    ['bretagne', 167, 4],
    ['cas-limites', 72, 12],
  ])('takes the example %s', async (name, declarants, groups) => {
    const reading = await readReferenceFolder(new URL(`${name}/reference`, examples).pathname);
    if (!reading.ok) throw new Error(referenceFaultLines(reading.faults).join('\n'));
    expect(reading.reference.declarants).toHaveLength(declarants);
    expect(reading.reference.groups).toHaveLength(groups);
  });
});
