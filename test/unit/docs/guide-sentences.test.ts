import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../../shared/adapters/tables/limits.ts';
import { LARGEST_CHECK } from '../../../shared/contracts/api/check.ts';
import { ROUTES } from '../../../shared/contracts/routes.ts';
import { balanceColumn } from '../../../shared/domain/deposit/balance/columns.ts';
import { columnsOf, SECTIONS } from '../../../shared/domain/deposit/columns.ts';
import { LARGEST_DEPOSIT } from '../../../shared/domain/deposit/largest-deposit.ts';
import { measureColumn } from '../../../shared/domain/deposit/maturity/columns.ts';
import { staffColumn } from '../../../shared/domain/deposit/staff/columns.ts';
import { ALERT_CODES } from '../../../shared/domain/figures/alert-codes.ts';
import { MOST_ISSUES } from '../../../shared/domain/issues/cut.ts';
import { TODOS } from '../../../shared/domain/issues/todo.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { ALERT_WORDINGS } from '../../../shared/messages/alerts.ts';
import { HOW_TO_GO_ON } from '../../../shared/messages/annotation-texts.ts';
import { differenceInWords } from '../../../shared/messages/differences.ts';
import { grouped, megabytes } from '../../../shared/messages/french-number.ts';
import { REASON_SENTENCES } from '../../../shared/messages/reasons.ts';
import { SECTION_WORDS } from '../../../shared/messages/sections.ts';
import { TODO_TITLES } from '../../../shared/messages/todos.ts';
import {
  checkGuideFile,
  commentOn,
  previewOn,
  sentenceOn,
  sentenceOnTypedTotal,
  templateSheets,
  verdictOn,
} from './guide-runs.ts';
import { plainLines, readGuide } from './read-guide.ts';
import { expectQuotations, type Shown } from './shown.ts';

const GUIDE = readGuide('guide-etablissement.md');

/** What the guide promises to show, in its order. */
const SHOWN: Shown = [
  ['why figures are not computed', () => Object.values(REASON_SENTENCES).join('\n')],
  ['a total that its lines do not make', sentenceOnTypedTotal],
  ['a table of declarations', () => verdictOn(GUIDE, 'declaration.csv')],
  ['a balance', () => verdictOn(GUIDE, 'balance.csv')],
  ['an HR extract', () => verdictOn(GUIDE, 'effectifs.csv')],
  ['a questionnaire', () => verdictOn(GUIDE, 'maturite.csv')],
  ['a dry run', () => previewOn(GUIDE, 'effectifs.csv', 'declaration.csv')],
  ['what there is to do', () => TODOS.map((todo) => TODO_TITLES[todo]).join('\n')],
  ['a refused file', () => verdictOn(GUIDE, 'a-corriger.csv')],
  ['the comment of a cell', () => commentOn(GUIDE, 'a-corriger.csv', 'NUMBER_TOO_PRECISE')],
  ['how to go on', () => HOW_TO_GO_ON],
  ['alerts', () => ALERT_CODES.map(alertInWords).join('\n')],
  ['differences', () => differencesOn('effectifs.csv', 'declaration.csv')],
  ...(
    [
      'FINESS_KEY',
      'FINESS_UNKNOWN',
      'CAMPAIGN_MISMATCH',
      'FINANCIAL_YEAR_MISMATCH',
      'NUMBER_UNREADABLE',
      'NUMBER_TOO_PRECISE',
      'CELL_BEYOND_HEADER',
      'CLOSURE_DATE_YEAR_END',
      'MATURITY_DATE_BEFORE_CAMPAIGN',
      'PART_OVER_WHOLE',
      'POOLED_AND_PAID_OVER_DIGITAL',
      'CONTRIBUTION_OF_NO_MEMBER',
      'COLUMN_MISSING',
      'NOT_A_DECLARATION',
      'ACCOUNT_MALFORMED',
      'STAFF_TYPE_UNKNOWN',
      'FILE_IS_LEGACY_XLS',
      'FILE_HAS_MACROS',
      'FORMULA_WITHOUT_VALUE',
    ] as const
  ).map((code) => [code, () => sentenceOn(code)] as const),
];

function alertInWords(code: (typeof ALERT_CODES)[number]): string {
  const { label, limit } = ALERT_WORDINGS[code];
  return `- ${label} : ${limit(LATEST_RULE_SET.alerts[code].limit)}`;
}

async function differencesOn(name: string, previous: string): Promise<string> {
  const { returns } = await checkGuideFile(GUIDE, name, previous);
  return returns
    .flatMap(({ differences }) => differences.map((one) => `- ${differenceInWords(one)}`))
    .join('\n');
}

describe("a sentence of the establishment's guide", () => {
  expectQuotations(GUIDE, SHOWN);
});

describe("a table of the establishment's guide", () => {
  const rows = (table: string) => GUIDE.tables.get(table) ?? [];
  const names = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

  it.each([
    ['balance', balanceColumn],
    ['effectifs', staffColumn],
    ['maturite', measureColumn],
  ] as const)(
    'gives headings that a file may have: %s',
    (table, columnOf: (heading: string) => string | null) => {
      const headings = rows(table).flatMap(([own = '', others = '']) => {
        const [column = ''] = names(own);
        return [column, ...others.split(', ').filter((name) => name !== '')].map((heading) => [
          heading,
          column,
        ]);
      });
      expect(headings.length).toBeGreaterThan(10);
      expect(headings.map(([heading = '']) => [heading, columnOf(heading)])).toEqual(headings);
    },
  );

  it('gives every section and every column of it', () => {
    const said = rows('rubriques').map(([section, columns = '']) => [
      section,
      names(columns.replace('`charges_titre1` à ', '`charges_titre1`, `charges_titre2`, `charges_titre3`, ')),
    ]);
    expect(said).toEqual(SECTIONS.map((section) => [SECTION_WORDS[section], columnsOf(section)]));
  });

  it('gives every sheet of the template, in its order', async () => {
    expect(rows('feuilles').map(([sheet]) => sheet)).toEqual(await templateSheets());
  });
});

describe('what the guide names', () => {
  const portal = join(import.meta.dirname, '../../../portal');
  const pages = readdirSync(portal)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(portal, file), 'utf8'))
    .join('\n');
  const named = (pattern: RegExp) => [...GUIDE.text.matchAll(pattern)].map(([, name = '']) => name);
  const buttons = named(/<kbd>([^<]+)<\/kbd>/g);
  const routes = named(/`((?:GET|POST) \/[^`]+)`/g);

  it('is a button of the pages', () => {
    expect(buttons.length).toBeGreaterThan(3);
    expect(buttons.filter((button) => !pages.includes(`'${button}'`))).toEqual([]);
  });

  it('is a route of the API', () => {
    const known = Object.values(ROUTES).map(({ method, path }) => `${method} ${path}`);
    expect(routes.length).toBeGreaterThan(3);
    expect(routes.filter((route) => !known.includes(route))).toEqual([]);
  });
});

describe('a limit that the guide gives', () => {
  const text = plainLines(GUIDE.text).join('\n');

  it.each([
    ['a file', `${megabytes(String(LARGEST_DEPOSIT))},`],
    ['a dry run', `${megabytes(String(LARGEST_CHECK))}.`],
    ['the cells of a workbook', `${grouped(String(LIMITS.cells))} cellules pour un classeur`],
    ['the cells of a CSV', `${grouped(String(LIMITS.delimitedCells))} pour un CSV`],
    ['the issues of a verdict', `${grouped(String(MOST_ISSUES))} anomalies au plus`],
  ])('is that of the code: %s', (_, said) => {
    expect(text).toContain(plainLines(said).join(''));
  });

  it('is that of the rules: whose median is shown', () => {
    expect(LATEST_RULE_SET.smallestShownSlice).toBe(5);
    expect(text).toContain('si au moins cinq établissements y ont des chiffres');
  });
});
