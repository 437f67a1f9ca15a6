import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { ContributionPageBody } from '../../../shared/contracts/api/explain.ts';
import { BUDGET_SIZES } from '../../../shared/contracts/api/nation.ts';
import { ROUTES } from '../../../shared/contracts/routes.ts';
import { ALL_AXES, AXES } from '../../../shared/domain/aggregates/aggregate.ts';
import { explainFigure } from '../../../shared/domain/explain/explain-figure.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { csvRows } from '../../../shared/lambda/http/csv.ts';
import { budgetSizeInWords } from '../../../shared/messages/budget-sizes.ts';
import {
  aggregateInWords,
  aggregateSymbols,
  figureSymbols,
} from '../../../shared/messages/explain-figures.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { fictionalCampaign, finessOf } from '../../builders/fictional-campaign.ts';
import { openWorkbook } from '../../builders/open-workbook.ts';
import { wideNation } from '../../builders/wide-nation.ts';
import { readGuide } from './read-guide.ts';
import { expectQuotations, type Shown } from './shown.ts';

const GUIDE = readGuide('guide-dns.md');
const { standing, context } = fictionalCampaign();
const symbols = (figure: 'part_numerique' | 'charges_numeriques_retenues') =>
  figureSymbols(explainFigure(finessOf(1), figure, { standing, ...context }));

const SHOWN: Shown = [
  ['an aggregate', () => `${aggregateSymbols('part_numerique')}\n${aggregateInWords('part_numerique')}`],
  ['a figure', () => `${symbols('part_numerique')}\n${symbols('charges_numeriques_retenues')}`],
];

const rows = (table: string) => GUIDE.tables.get(table) ?? [];
const bare = (cell = '') => cell.replaceAll('`', '').replaceAll('\\', '');

describe("a sentence of the DNS's guide", () => {
  expectQuotations(GUIDE, SHOWN);
});

describe("a table of the DNS's guide", () => {
  it('gives every sheet of the national workbook, in its order', async () => {
    const writer = createWorkbookWriter({ wording: frenchWording });
    const workbook = await openWorkbook(await writer.national(wideNation(40)));
    expect(rows('feuilles').map(([sheet]) => sheet)).toEqual(workbook.worksheets.map(({ name }) => name));
  });

  it('gives every axis, and says which are in aggregates.csv', () => {
    // The slice `84|public` is cut by the reader of tables: first and last cells are looked at.
    expect(rows('axes').map((cells) => [bare(cells[0]), cells.at(-1)])).toEqual(
      ALL_AXES.map((axis) => [axis, AXES.some((one) => one === axis) ? 'oui' : 'non']),
    );
  });

  it('gives every size of budget in words', () => {
    expect(rows('tailles').map(([code, words]) => [bare(code), words])).toEqual(
      BUDGET_SIZES.map((code) => [code, budgetSizeInWords(code, LATEST_RULE_SET)]),
    );
  });

  it('gives every column of the contributions', () => {
    const [headings] = csvRows({ elements: [] }, ContributionPageBody, ['elements']);
    expect(rows('contributions').map(([column]) => bare(column))).toEqual(headings);
  });
});

describe('what the guide names', () => {
  it('is a route of the API', () => {
    const routes = [...GUIDE.text.matchAll(/`(GET \/[^`]+)`/g)].map(([, route = '']) => route);
    const known = Object.values(ROUTES).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routes).size).toBe(7);
    expect(routes.filter((route) => !known.includes(route))).toEqual([]);
  });

  it('is a filter of the figures', () => {
    const [, filters = ''] = /\*\*Chiffres par déclarant\*\* : (.*) \(bornes/.exec(GUIDE.text) ?? [];
    const named = [...filters.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const asked = Object.keys(ROUTES['list-figures'].query.shape);
    expect([...named, 'apres', 'limite'].sort()).toEqual(asked.sort());
  });

  it('is the smallest number of levels that is shown', () => {
    expect(LATEST_RULE_SET.smallestShownSlice).toBe(5);
    expect(GUIDE.text).toContain('moins de cinq niveaux donnés');
  });
});
