import { type Day, readDay } from '../../shared/domain/calendar/day.ts';
import { type CampaignYear, campaignYear } from '../../shared/domain/campaign/campaign.ts';
import { type Options, required, UsageError } from './command.ts';

/** Where the server of one machine keeps its state. */
export const DATA_FOLDER = '.data/serveur';

export function campaignOption(options: Options): CampaignYear {
  const text = required(options, 'campaign');
  const year = campaignYear(text);
  if (year === null)
    throw new UsageError(`Erreur : --campaign attend une année à quatre chiffres, et non « ${text} ».`);
  return year;
}

export function dayOption(options: Options, name: string): Day {
  const text = required(options, name);
  const reading = readDay(text);
  if (!reading.ok || reading.value !== text) {
    throw new UsageError(`Erreur : --${name} attend une date de la forme 2026-07-15, et non « ${text} ».`);
  }
  return reading.value;
}
