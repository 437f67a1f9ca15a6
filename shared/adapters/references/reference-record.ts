import * as z from 'zod';
import { StorageFailure } from '../../application/errors.ts';
import type { PublishedReference } from '../../application/ports.ts';
import { LEGAL_STATUSES, type LegalStatus } from '../../domain/declarant/legal-status.ts';
import { isRegion, type RegionCode } from '../../domain/territory/regions.ts';
import { CampaignNumber, DayText, FinessText, Integer } from '../dynamodb/codecs/leaves.ts';

const RegionText = z.custom<RegionCode>((value) => typeof value === 'string' && isRegion(value));
const StatusText = z.enum(Object.keys(LEGAL_STATUSES) as [LegalStatus, ...LegalStatus[]]);

const Declarant = z
  .object({
    finess: FinessText,
    name: z.string(),
    status: StatusText,
    category: z.string(),
    region: RegionText,
    department: z.string(),
    legalEntity: z.string(),
  })
  .readonly();

const Member = z.object({ finess: FinessText, activity: Integer.nullable() }).readonly();

const Group = z
  .object({
    code: z.string(),
    label: z.string(),
    carrier: FinessText,
    externalCarrier: z.boolean(),
    members: z.array(Member).readonly(),
  })
  .readonly();

const Contact = z
  .object({
    finess: FinessText,
    role: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.string(),
  })
  .readonly();

const Campaign = z
  .object({
    year: CampaignNumber,
    opening: DayText,
    deadline: DayText,
    close: DayText,
    ruleSet: z.string(),
  })
  .readonly();

const PastFigures = z
  .object({
    campaign: CampaignNumber,
    finess: FinessText,
    totalExpenses: Integer,
    retainedDigital: Integer,
    retainedSsiFte: Integer,
  })
  .readonly();

/** A published reference set: amounts as decimal text, lists in their own order. */
const ReferenceRecord = z.object({
  ruleSet: z.string(),
  reference: z
    .object({
      declarants: z.array(Declarant).readonly(),
      groups: z.array(Group).readonly(),
      contacts: z.array(Contact).readonly(),
      campaigns: z.array(Campaign).readonly(),
      history: z.array(PastFigures).readonly(),
    })
    .readonly(),
});

/** The same set always gives the same text. */
export function writeReference(published: PublishedReference): string {
  return JSON.stringify(z.encode(ReferenceRecord, published));
}

/** @throws StorageFailure when the text is no reference set. */
export function readReference(where: string, json: string): PublishedReference {
  try {
    return ReferenceRecord.parse(JSON.parse(json));
  } catch (cause) {
    throw new StorageFailure(`the reference set ${where} cannot be understood`, { cause });
  }
}
