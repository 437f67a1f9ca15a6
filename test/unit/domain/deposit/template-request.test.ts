import type { Day } from '../../../../shared/domain/calendar/day.ts';
import { defaultCampaign } from '../../../../shared/domain/campaign/campaign.ts';
import { NO_VALUES, type Values } from '../../../../shared/domain/deposit/columns.ts';
import { templateRequest } from '../../../../shared/domain/deposit/template/make-request.ts';
import type { AccountLine } from '../../../../shared/domain/return/details.ts';
import {
  CARRIER,
  directory,
  EXTERNAL,
  LONER,
  MEMBER,
  OUTSIDER,
  pastFigures,
  STRANGER,
} from '../../../builders/directory.ts';
import { CAMPAIGN } from '../../../builders/entry.ts';

const MEASURES = [{ code: 'M1', theme: '', label: 'Comptes', highest: 3 }];
const account = (nomenclature: 'M21' | 'PCG', year: number, number: string) =>
  ({ nomenclature, year, account: number, label: '', block: 'general', mode: 'lecture' }) as const;
const ACCOUNTS = [
  account('M21', 2024, '6261'),
  account('M21', 2025, '6262'),
  account('M21', 2026, '6263'),
  account('PCG', 2023, '6135'),
];

describe('what a template is made of', () => {
  it('is, for anyone, the campaign and the questionnaire alone', () => {
    expect(templateRequest(null, directory({ measures: MEASURES }), CAMPAIGN, null)).toEqual({
      campaign: 2026,
      deadline: '2026-06-30',
      body: null,
      measures: MEASURES,
    });
  });

  it('has the deadline announced for its campaign', () => {
    const campaigns = [2025, 2026].map((year) => ({
      ...defaultCampaign(year as typeof CAMPAIGN, '2026-1'),
      deadline: `${year}-07-15` as Day,
    }));
    for (const finess of [null, LONER]) {
      expect(templateRequest(finess, directory({ campaigns }), CAMPAIGN, null)?.deadline).toBe('2026-07-15');
    }
  });

  it('is nothing for a body that files nothing', () => {
    for (const finess of [STRANGER, OUTSIDER]) {
      expect(templateRequest(finess, directory(), CAMPAIGN, null)).toBeNull();
    }
  });

  it('is its identity, its groups with its role, and the accounts of its chart for the year', () => {
    const of = (finess: typeof CARRIER) =>
      templateRequest(finess, directory({ accounts: ACCOUNTS }), CAMPAIGN, null)?.body;
    expect(of(CARRIER)).toMatchObject({
      finess: CARRIER,
      name: `Établissement ${CARRIER}`,
      groups: [{ label: 'GHT des Dombes', role: 'porteur' }],
      carries: true,
      nomenclature: 'M21',
      accounts: [{ account: '6262' }],
    });
    expect(of(MEMBER)).toMatchObject({
      carries: false,
      groups: [
        { label: 'GCS e-santé', role: 'membre' },
        { label: 'GHT des Dombes', role: 'membre' },
      ],
    });
    expect(of(LONER)).toMatchObject({ nomenclature: 'PCG', accounts: [{ account: '6135' }], groups: [] });
    expect(of(EXTERNAL)).toMatchObject({
      name: 'GCS e-santé',
      declarant: null,
      carries: true,
      groups: [{ label: 'GCS e-santé', role: 'porteur' }],
    });
  });

  it('recalls what was declared a year before, with its sums where all of their lines are known', () => {
    const values: Values = {
      ...NO_VALUES,
      charges_titre1: 1n,
      charges_titre2: 2n,
      charges_titre3: 3n,
      charges_titre4: 4n,
      num_personnel: 5n,
      num_medical: 6n,
      num_general: 7n,
    };
    const known = directory({ history: [pastFigures(LONER, { ownSsiFte: 9n })] });
    const body = templateRequest(LONER, known, CAMPAIGN, values)?.body;
    expect(body?.previous).toEqual(values);
    expect(body?.previousTotals).toEqual({ expenses: 10n, digital: null });
  });

  it('recalls the figures published for the year before, and no other year, where nothing was declared', () => {
    const past = pastFigures(LONER, {
      ownDigital: 1n,
      carriedDigital: 2n,
      contributions: 3n,
      ownSsiFte: 4n,
      carriedSsiFte: 5n,
      externalSsiFte: 6n,
    });
    const body = templateRequest(LONER, directory({ history: [past] }), CAMPAIGN, null)?.body;
    expect(body?.previous).toEqual({
      mutualise_charges: 2n,
      quote_part_versee: 3n,
      etp_ssi_internes: 4n,
      mutualise_etp_ssi: 5n,
      etp_ssi_externes: 6n,
    });
    expect(body?.previousTotals).toEqual({ expenses: 100_000_000n, digital: 1n });
    const older = directory({ history: [{ ...past, campaign: 2024 as typeof past.campaign }] });
    expect(templateRequest(LONER, older, CAMPAIGN, null)?.body?.previousTotals).toEqual({
      expenses: null,
      digital: null,
    });
  });

  it('recalls the amounts of its accounts, in its own chart', () => {
    const line = (nomenclature: 'M21' | 'PCG', amount: bigint): AccountLine => ({
      nomenclature,
      account: '6262',
      label: '',
      block: 'general',
      amount,
      digital: 0n,
      at: {},
    });
    const lines = [line('M21', 8n), line('PCG', 7n)];
    const body = templateRequest(CARRIER, directory(), CAMPAIGN, null, lines)?.body;
    expect([...(body?.previousAccounts ?? [])]).toEqual([['6262', 8n]]);
  });
});
