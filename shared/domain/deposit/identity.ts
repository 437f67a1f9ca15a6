import type { CampaignYear } from '../campaign/campaign.ts';
import { type Finess, readFiness } from '../finess/finess.ts';
import type { Issue, Place } from '../issues/issue.ts';
import { unusable } from './read-cell.ts';
import type { ReadingContext } from './reading.ts';
import { strangerTo } from './stranger.ts';
import type { Cell } from './table.ts';

export type Identity =
  | { readonly finess: Finess; readonly issues: readonly [] }
  | { readonly finess: null; readonly issues: readonly [Issue] };

const FAULTS = { blank: 'FINESS_BLANK', malformed: 'FINESS_MALFORMED', key: 'FINESS_KEY' } as const;

/** The body that a cell names, or why a deposit may not speak of it. rules.md, refusal 1. */
export function readIdentity(
  cell: Cell | undefined,
  at: Place,
  context: Pick<ReadingContext, 'perimeter' | 'directory'>,
): Identity {
  const seen = cell?.text ?? '';
  const fault = cell ? unusable(cell) : null;
  if (fault) return { finess: null, issues: [{ code: fault, at, seen }] };
  const reading = readFiness(seen);
  if (!reading.ok) return { finess: null, issues: [{ code: FAULTS[reading.fault], at, seen }] };
  const stranger = strangerTo(reading.value, context);
  return stranger
    ? { finess: null, issues: [{ ...stranger, at, seen }] }
    : { finess: reading.value, issues: [] };
}

/** Blank when a cell names the campaign being collected: its four digits and nothing else. rules.md, refusal 1. */
export function judgeCampaign(cell: Cell | undefined, at: Place, campaign: CampaignYear): readonly Issue[] {
  return judgeYear(cell, at, campaign, {
    code: 'CAMPAIGN_MISMATCH',
    facts: { campaign: String(campaign) },
  });
}

/** Blank when a cell is that year, as four digits; the issue otherwise. */
export function judgeYear(
  cell: Cell | undefined,
  at: Place,
  year: number,
  otherwise: Pick<Issue, 'code' | 'facts'>,
): readonly Issue[] {
  const seen = cell?.text ?? '';
  const fault = cell ? unusable(cell) : null;
  if (fault) return [{ code: fault, at, seen }];
  return seen.trim() === String(year) ? [] : [{ ...otherwise, at, seen }];
}
