import { type Day, readDay } from '../../shared/domain/calendar/day.ts';
import { type CampaignYear, campaignYear } from '../../shared/domain/campaign/campaign.ts';
import {
  COLUMN_NAMES,
  COLUMNS,
  NO_VALUES,
  SECTIONS,
  type Values,
} from '../../shared/domain/deposit/columns.ts';
import type { Entry, FactId, Source } from '../../shared/domain/return/entry.ts';
import { LONER } from './directory.ts';

/** @throws when the text is no day: a builder is given good ones. */
export function day(text: string): Day {
  const reading = readDay(text);
  if (!reading.ok) throw new Error(`no day: ${text}`);
  return reading.value;
}

export function year(text: string): CampaignYear {
  const campaign = campaignYear(text);
  if (campaign === null) throw new Error(`no campaign: ${text}`);
  return campaign;
}

export const CAMPAIGN = year('2026');

/** A deposit; the order of the text of `fact` is the order of the deposits. */
export function sourceOf(fact = 'fact-1', over: Partial<Source> = {}): Source {
  return {
    fact: fact as FactId,
    file: `${fact}.csv`,
    sha256: 'a'.repeat(64),
    day: day('2026-07-15'),
    ...over,
  };
}

/** An entry that gives these values, hence the sections of which it gives at least one (or those of `over`). */
export function entryOf(fact: string, values: Partial<Values>, over: Partial<Entry> = {}): Entry {
  const given = COLUMN_NAMES.filter((column) => column in values);
  const line = over.line ?? 2;
  return {
    campaign: CAMPAIGN,
    finess: LONER,
    source: sourceOf(fact),
    line,
    sections: SECTIONS.filter((section) => given.some((column) => COLUMNS[column].section === section)),
    values: { ...NO_VALUES, ...values },
    places: Object.fromEntries(
      given.filter((column) => values[column] !== null).map((column) => [column, { line, column }]),
    ),
    issues: [],
    ...over,
  };
}
