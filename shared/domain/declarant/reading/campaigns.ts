import { type Day, readDay } from '../../calendar/day.ts';
import { type Campaign, campaignYear, defaultCampaign } from '../../campaign/campaign.ts';
import { LATEST_RULE_SET, ruleSet } from '../../rules/rule-sets.ts';
import type { Line } from './lines.ts';

type CampaignLine = Line<'campagnes.csv'>;

/** campagnes.csv, by year. A blank cell takes the default: 1 January, 30 June, 31 December, the latest rules. */
export function readCampaigns(lines: readonly CampaignLine[]): readonly Campaign[] {
  const firstLines = new Map<number, number>();
  const campaigns: Campaign[] = [];
  for (const line of lines) {
    const year = campaignYear(line.text('campagne'));
    if (year === null) {
      line.fault('CAMPAIGN_UNREADABLE', 'campagne');
      continue;
    }
    const first = firstLines.get(year);
    if (first !== undefined) line.fault('CAMPAIGN_TWICE', 'campagne', { first: String(first) });
    else firstLines.set(year, line.line);

    const usual = defaultCampaign(year, LATEST_RULE_SET.id);
    const rules = line.text('jeu_de_regles') || usual.ruleSet;
    if (ruleSet(rules) === null) line.fault('RULE_SET_UNKNOWN', 'jeu_de_regles');
    const campaign: Campaign = {
      year,
      opening: dayOr(line, 'ouverture', usual.opening),
      deadline: dayOr(line, 'echeance', usual.deadline),
      close: dayOr(line, 'cloture', usual.close),
      ruleSet: rules,
    };
    if (campaign.opening > campaign.deadline) line.fault('DATES_OUT_OF_ORDER', 'echeance');
    if (campaign.deadline > campaign.close) line.fault('DATES_OUT_OF_ORDER', 'cloture');
    campaigns.push(campaign);
  }
  return campaigns.sort((a, b) => a.year - b.year);
}

function dayOr(line: CampaignLine, column: 'ouverture' | 'echeance' | 'cloture', usual: Day): Day {
  const text = line.text(column);
  if (text === '') return usual;
  const reading = readDay(text);
  if (reading.ok) return reading.value;
  line.fault('DATE_UNREADABLE', column);
  return usual;
}
