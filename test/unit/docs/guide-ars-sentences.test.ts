import { readReferenceFiles } from '../../../shared/adapters/tables/read-reference-files.ts';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { NATION } from '../../../shared/domain/access/perimeter.ts';
import { directoryOf } from '../../../shared/domain/declarant/directory.ts';
import type { ReferenceFile } from '../../../shared/domain/declarant/reading/reference-files.ts';
import { strangerTo } from '../../../shared/domain/deposit/stranger.ts';
import { COMPARABILITY_BREAKS } from '../../../shared/domain/report/comparability.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { relaxed } from '../../../shared/domain/rules/severity.ts';
import { ALERT_WORDINGS } from '../../../shared/messages/alerts.ts';
import { BREAK_WORDS } from '../../../shared/messages/comparability.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { justificationAuthor } from '../../../shared/messages/justification.ts';
import { referenceFaultLines } from '../../../shared/messages/reference-faults.ts';
import { relaxationInWords } from '../../../shared/messages/relaxations.ts';
import { day, sourceOf } from '../../builders/entry.ts';
import { openWorkbook, readList } from '../../builders/open-workbook.ts';
import { regionalReport } from '../../builders/report.ts';
import { alertsOn, checkGuideFile, fileOf } from './guide-runs.ts';
import { readGuide } from './read-guide.ts';
import { expectQuotations, type Shown } from './shown.ts';

const GUIDE = readGuide('guide-ars.md');
const DECLARANTS = `finess;raison_sociale;statut;categorie;region;departement;finess_ej
010000016;Centre hospitalier des Dombes;public;355;84;01;010000016
`;
const OWN_FILES = [
  'comptes.csv',
  'mesures.csv',
  'regles.csv',
  'successions.csv',
] as const satisfies readonly ReferenceFile[];

/** The reference set of the guide, with more lines at the end of one of its files. */
function referenceWith(file: ReferenceFile, ...lines: readonly string[]) {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const contentOf = (name: (typeof OWN_FILES)[number]) => GUIDE.files.get(name) ?? '';
  return readReferenceFiles(
    new Map<ReferenceFile, Uint8Array>([
      ['declarants.csv', bytes(DECLARANTS)],
      ...OWN_FILES.map((name) => {
        const more = name === file ? lines.map((line) => `${line}\n`).join('') : '';
        return [name, bytes(contentOf(name) + more)] as const;
      }),
    ]),
  );
}

function refusal(file: ReferenceFile, ...lines: readonly string[]): string {
  const reading = referenceWith(file, ...lines);
  return reading.ok ? '' : referenceFaultLines(reading.faults).join('\n');
}

function authors(): string {
  const said = {
    kind: 'justification',
    by: 'etablissement',
    text: 'x',
    alert: 'SHARE_LOW',
    until: null,
    day: day('2026-06-15'),
    fact: sourceOf('1').fact,
  } as const;
  const takenSince = sourceOf('2', { day: day('2026-07-15') });
  return [
    justificationAuthor({ justification: { ...said, file: 'modele.xlsx' }, takenSince: null }),
    justificationAuthor({ justification: said, takenSince }),
  ].join('\n');
}

async function otherBudget(): Promise<string> {
  const declaration = fileOf(readGuide('guide-etablissement.md'), 'declaration.csv');
  const alerts = await alertsOn(fileOf(GUIDE, 'diamant.csv'), declaration);
  return alerts
    .filter(({ code }) => code === 'BUDGET_DISAGREES')
    .map(({ code, facts }) => ALERT_WORDINGS[code].sentence(facts))
    .join('\n');
}

function relaxations(): string {
  const reading = referenceWith('regles.csv');
  if (!reading.ok) return referenceFaultLines(reading.faults).join('\n');
  const { relaxations: all } = relaxed(LATEST_RULE_SET, reading.reference.relaxations);
  return all.map((one) => relaxationInWords(one).join(' : ')).join('\n');
}

/** What is said to who deposits under the former number of the guide. */
function replacedNumber(): string {
  const reading = referenceWith('successions.csv');
  if (!reading.ok) return referenceFaultLines(reading.faults).join('\n');
  const directory = directoryOf(reading.reference);
  return reading.reference.successions
    .map(({ former }) => {
      const stranger = strangerTo(former, { perimeter: NATION, directory });
      return stranger ? frenchWording.issue({ ...stranger, at: {}, seen: former }).message : '';
    })
    .join('\n');
}

const SHOWN: Shown = [
  ['who answered an alert', authors],
  ['an extract', async () => (await checkGuideFile(GUIDE, 'diamant.csv')).verdict.summary],
  ['another budget', otherBudget],
  [
    'faults of comptes.csv',
    () =>
      refusal(
        'comptes.csv',
        'M21;2024;615261;Doublon;general;lecture',
        'M21;2024;6184;Cours;logiciel;lecture',
      ),
  ],
  ['faults of mesures.csv', () => refusal('mesures.csv', 'EXPL-2;Exploitation;Les postes sont mis à jour;')],
  ['rules turned down', relaxations],
  [
    'faults of regles.csv',
    () =>
      refusal(
        'regles.csv',
        'SHARE_LOW;avertissement;2026-05-01;Petits établissements',
        'COLUMN_UNKNOWN;ignoree;2026-05-01;',
      ),
  ],
  ['breaks', () => COMPARABILITY_BREAKS.map((found) => BREAK_WORDS[found].label).join('\n')],
  ['a number that was replaced', replacedNumber],
  [
    'faults of successions.csv',
    () => refusal('successions.csv', '010000024;010000016;2026-02-01', '130000045;130000037;2026-01-01'),
  ],
];

describe("a sentence of the agency's guide", () => {
  expectQuotations(GUIDE, SHOWN);
});

describe("what the agency's guide gives", () => {
  it('is a reference set that is taken', () => {
    expect(OWN_FILES.map((file) => GUIDE.files.has(file))).toEqual([true, true, true, true]);
    expect(referenceWith('regles.csv').ok).toBe(true);
  });

  it('is every sheet of the workbook, and columns of « Alertes », in their order', async () => {
    const writer = createWorkbookWriter({ wording: frenchWording });
    const workbook = await openWorkbook(await writer.regional(regionalReport()));
    const first = (table: string) => (GUIDE.tables.get(table) ?? []).map(([cell]) => cell);
    expect(first('feuilles')).toEqual(workbook.worksheets.map(({ name }) => name));
    const headings = Object.keys(readList(workbook, 'Alertes')[0] ?? {});
    expect(first('alertes').length).toBeGreaterThan(3);
    expect(headings.filter((heading) => first('alertes').includes(heading))).toEqual(first('alertes'));
  });

  it('is the limit of the rules', () => {
    const { limit } = LATEST_RULE_SET.alerts.BUDGET_DISAGREES;
    expect(GUIDE.text).toContain(`Au-delà de ${limit} % d'écart`);
  });
});
