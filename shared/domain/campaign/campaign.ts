import { type Day, writeDay } from '../calendar/day.ts';

/** The year in which establishments report; four digits. */
export type CampaignYear = number & { readonly __campaign: unique symbol };

/** Action 7: entered « après la clôture des comptes, fin du S1 de chaque année pour la part de l'année N-1 ». */
export interface Campaign {
  readonly year: CampaignYear;
  readonly opening: Day;
  readonly deadline: Day;
  readonly close: Day;
  readonly ruleSet: string;
}

export function campaignYear(text: string): CampaignYear | null {
  return /^[1-9]\d{3}$/.test(text) ? (Number(text) as CampaignYear) : null;
}

/** The accounting year reported on: N-1. */
export function financialYear(year: CampaignYear): number {
  return year - 1;
}

/** The one whose figures stand beside, a year before. */
export function previousCampaign(year: CampaignYear): CampaignYear {
  return (year - 1) as CampaignYear;
}

/** 31 December N-1: the first day on which the accounts of N-1 can be closed. */
export function endOfFinancialYear(year: CampaignYear): Day {
  return writeDay(financialYear(year), 12, 31);
}

/** 1 January N: a maturity self-assessment counts for the campaign from that day. */
export function firstDayOf(year: CampaignYear): Day {
  return writeDay(year, 1, 1);
}

/** Where no campagnes.csv says otherwise: 1 January, 30 June, 31 December of N. */
export function defaultCampaign(year: CampaignYear, ruleSet: string): Campaign {
  return {
    year,
    opening: writeDay(year, 1, 1),
    deadline: writeDay(year, 6, 30),
    close: writeDay(year, 12, 31),
    ruleSet,
  };
}
