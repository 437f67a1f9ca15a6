import * as z from 'zod';
import { StorageFailure } from '../../application/errors.ts';
import type { Fact, Tombstone } from '../../application/ports.ts';
import { ROLES } from '../../domain/access/role.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { FactId } from '../../domain/return/entry.ts';

/** A fact id as part of a file name or of a key. */
export const FACT_ID = /^[0-9A-Za-z]+$/;

const IdText = z.custom<FactId>((value) => typeof value === 'string' && FACT_ID.test(value));
const CampaignNumber = z.custom<CampaignYear>((value) => Number.isInteger(value));
export const Instant = z.iso.datetime({ offset: true });
export const SubjectBody = z.object({ issuer: z.string(), subject: z.string() });

/** The record of a fact; those of before there were acts and roles say neither. */
const FactRecord = z.object({
  id: IdText,
  kind: z.enum(['deposit', 'act']).default('deposit'),
  campaign: CampaignNumber,
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().nonnegative(),
  openedAt: Instant,
  day: z.custom<Day>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)),
  depositor: SubjectBody.extend({ role: z.enum(ROLES).default('administrateur') }),
  scope: z.string(),
});

const TombstoneRecord = z.object({
  fact: IdText,
  campaign: CampaignNumber,
  reason: z.string(),
  erasedAt: Instant,
  erasedBy: SubjectBody,
});

/** One line of JSON. @throws ZodError for a fact that could not be read again. */
export function writeFact(fact: Fact): string {
  return `${JSON.stringify(z.encode(FactRecord, fact))}\n`;
}

/** @param where it was found. @throws StorageFailure when the record is damaged. */
export function readFact(where: string, json: string): Fact {
  return read(FactRecord, where, json);
}

/** One line of JSON. @throws ZodError for a tombstone that could not be read again. */
export function writeTombstone(tombstone: Tombstone): string {
  return `${JSON.stringify(z.encode(TombstoneRecord, tombstone))}\n`;
}

/** @throws StorageFailure when the tombstone is damaged. */
export function readTombstone(where: string, json: string): Tombstone {
  return read(TombstoneRecord, where, json);
}

function read<S extends z.ZodType>(schema: S, where: string, json: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(json));
  } catch (cause) {
    throw new StorageFailure(`the record ${where} cannot be understood`, { cause });
  }
}
