import {
  campaignYear,
  defaultCampaign,
  endOfFinancialYear,
  financialYear,
  firstDayOf,
} from '../../../../shared/domain/campaign/campaign.ts';
import { CAMPAIGN } from '../../../builders/entry.ts';

describe('campaignYear', () => {
  it('reads four digits and nothing else', () => {
    expect(campaignYear('2026')).toBe(2026);
    for (const text of ['', '26', '0026', '02026', '2026.0', ' 2026', '20260', '２０２６'])
      expect(campaignYear(text)).toBeNull();
  });
});

describe('a campaign', () => {
  it('reports on the year before', () => {
    expect(financialYear(CAMPAIGN)).toBe(2025);
    expect(endOfFinancialYear(CAMPAIGN)).toBe('2025-12-31');
    expect(firstDayOf(CAMPAIGN)).toBe('2026-01-01');
  });

  it('runs from 1 January to 31 December and is due on 30 June where nothing says otherwise', () => {
    expect(defaultCampaign(CAMPAIGN, '2026-1')).toEqual({
      year: 2026,
      opening: '2026-01-01',
      deadline: '2026-06-30',
      close: '2026-12-31',
      ruleSet: '2026-1',
    });
  });
});
