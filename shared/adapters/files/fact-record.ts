import * as z from 'zod';
import { StorageFailure } from '../../application/errors.ts';
import type { Fact } from '../../application/ports.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { FactId } from '../../domain/return/entry.ts';

/** A fact id as part of a file name. */
export const FACT_ID = /^[0-9A-Za-z]+$/;

/** The record kept beside the bytes of a fact. */
const FactRecord = z.object({
  id: z.custom<FactId>((value) => typeof value === 'string' && FACT_ID.test(value)),
  campaign: z.custom<CampaignYear>((value) => Number.isInteger(value)),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().nonnegative(),
  openedAt: z.iso.datetime({ offset: true }),
  day: z.custom<Day>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)),
  depositor: z.object({ issuer: z.string(), subject: z.string() }),
  scope: z.string(),
});

/** One line of JSON. @throws ZodError for a fact that could not be read again. */
export function writeFact(fact: Fact): Uint8Array {
  return Buffer.from(`${JSON.stringify(z.encode(FactRecord, fact))}\n`);
}

/** @throws StorageFailure when the record is damaged. */
export function readFact(path: string, bytes: Uint8Array): Fact {
  try {
    return FactRecord.parse(JSON.parse(Buffer.from(bytes).toString()));
  } catch (cause) {
    throw new StorageFailure(`the record ${path} cannot be understood`, { cause });
  }
}
