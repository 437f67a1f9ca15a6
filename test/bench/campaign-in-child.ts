import { runCampaign } from '../../infra/local/run-campaign.ts';
import { readDay } from '../../shared/domain/calendar/day.ts';
import { campaignYear } from '../../shared/domain/campaign/campaign.ts';

/** What the parent reads on the last line: milliseconds by step, peak memory of the process in MB. */
export interface CampaignTimes {
  readonly files: number;
  readonly milliseconds: number;
  readonly peakMb: number;
}

const [reference = '', deposits = '', scratch = ''] = process.argv.slice(2);
const campaign = campaignYear('2026');
const asOf = readDay('2026-07-15');
if (campaign === null || !asOf.ok) throw new Error('the campaign of the bench is no campaign');

const started = performance.now();
const { files } = await runCampaign({
  campaign,
  asOf: asOf.value,
  reference,
  deposits,
  out: `${scratch}/out`,
  work: `${scratch}/work`,
  progress: { start: () => {}, reach: () => {}, stop: () => {} },
});
const milliseconds = performance.now() - started;
const times: CampaignTimes = { files, milliseconds, peakMb: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(times));
