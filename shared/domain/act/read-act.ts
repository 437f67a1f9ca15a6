import type { Day } from '../calendar/day.ts';
import { readDay } from '../calendar/day.ts';
import { type CampaignYear, campaignYear } from '../campaign/campaign.ts';
import { ALERT_CODES, type AlertCode } from '../figures/alert-codes.ts';
import { type Finess, readFiness } from '../finess/finess.ts';
import { ACT_KINDS, type Act, type ActKind } from './act.ts';

/**
 * Reads back the canonical JSON of an act (keys sorted, no space): its bytes are written by the system and by nobody
 * else. A justification names the warning that it answers, a reopening its last day, and no other act either.
 *
 * @returns null for any other text, the same act written otherwise included.
 */
export function readAct(json: string): Act | null {
  const { alert, campaign, finess, kind, text, until } = fieldsOf(json);
  if (!isKind(kind) || !isCampaign(campaign) || !isFiness(finess) || typeof text !== 'string') return null;
  if (kind === 'justification' ? !isAlert(alert) : alert !== null) return null;
  if (kind === 'reouverture' ? !isDay(until) : until !== null) return null;
  // In the order of canonical JSON: any other key, order or spelling gives another text.
  const act = { alert, campaign, finess, kind, text, until } as Act;
  return JSON.stringify(act) === json ? act : null;
}

function fieldsOf(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function isKind(value: unknown): value is ActKind {
  return ACT_KINDS.some((kind) => kind === value);
}

function isAlert(value: unknown): value is AlertCode {
  return ALERT_CODES.some((code) => code === value);
}

function isCampaign(value: unknown): value is CampaignYear {
  return typeof value === 'number' && campaignYear(String(value)) !== null;
}

function isFiness(value: unknown): value is Finess {
  const reading = typeof value === 'string' ? readFiness(value) : null;
  return reading?.ok === true && reading.value === value;
}

function isDay(value: unknown): value is Day {
  const reading = typeof value === 'string' ? readDay(value) : null;
  return reading?.ok === true && reading.value === value;
}
