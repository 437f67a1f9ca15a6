import { createBook } from '../../../shared/adapters/workbooks/package/book.ts';
import { writeTrend } from '../../../shared/adapters/workbooks/trend-table.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import type { TrendPoint } from '../../../shared/domain/report/trend.ts';
import { openWorkbook, readTable } from '../../builders/open-workbook.ts';

const point = (campaign: number): TrendPoint => ({
  campaign: campaign as CampaignYear,
  n: 1,
  expected: null,
  retainedDigital: 0n,
  totalExpenses: 100_00n,
  digitalShare: { numerator: 0n, denominator: 100_00n },
  retainedSsiFte: 0n,
  ruleSet: null,
  breaks: [],
});

it('shows a zero that was published as a zero, and not as a blank', async () => {
  const book = createBook({ title: 't', subject: 's', creator: 'c', asOf: new Date(Date.UTC(2026, 0, 1)) });
  const side = { left: '', right: '' };
  const sheet = book.sheet({
    name: 'Feuille',
    frozen: { rows: 1, columns: 0 },
    pagesWide: 1,
    header: side,
    footer: { left: '', center: '' },
    gridLines: false,
  });
  writeTrend(sheet, 1, { name: 'Evolution', trend: [point(2025), point(2026)], indicatorCell: () => '1' });
  const [past] = readTable(await openWorkbook(await book.toBytes()), 'Evolution');
  expect(past).toMatchObject({ Campagne: 2025, 'Charges numériques retenues': 0, 'ETP SSI retenus': 0 });
});
