import * as z from 'zod';
import { StorageFailure } from '../../application/errors.ts';
import type { PublishedReference } from '../../application/ports.ts';
import {
  ACCOUNT_MODES,
  BLOCK_COLUMNS,
  type Block,
  NOMENCLATURES,
} from '../../domain/accounts/digital-account.ts';
import { LEGAL_STATUSES, type LegalStatus } from '../../domain/declarant/legal-status.ts';
import { ALERT_CODES } from '../../domain/figures/alert-codes.ts';
import { REASONS } from '../../domain/figures/figures.ts';
import { RELAXABLE_CODES } from '../../domain/rules/relaxation.ts';
import { isRegion, type RegionCode } from '../../domain/territory/regions.ts';
import { CampaignNumber, DayText, FinessText, Integer, Sha256Text } from '../dynamodb/codecs/leaves.ts';

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
    ownDigital: Integer.nullable(),
    carriedDigital: Integer.nullable(),
    contributions: Integer.nullable(),
    ownSsiFte: Integer.nullable(),
    carriedSsiFte: Integer.nullable(),
    externalSsiFte: Integer.nullable(),
  })
  .readonly();

const Account = z
  .object({
    nomenclature: z.enum(NOMENCLATURES),
    year: z.int(),
    account: z.string(),
    label: z.string(),
    block: z.enum(Object.keys(BLOCK_COLUMNS) as [Block, ...Block[]]),
    mode: z.enum(ACCOUNT_MODES),
  })
  .readonly();

const MeasureRecord = z
  .object({ code: z.string(), theme: z.string(), label: z.string(), highest: z.int() })
  .readonly();

const RelaxationRecord = z.union([
  z.object({
    code: z.enum(RELAXABLE_CODES),
    to: z.enum(['warning', 'off']),
    from: DayText,
    reason: z.string(),
  }),
  z.object({ code: z.enum(ALERT_CODES), to: z.literal('off'), from: DayText, reason: z.string() }),
]);

const SuccessionRecord = z.object({ former: FinessText, successor: FinessText, from: DayText }).readonly();

const RatioRecord = z.object({ numerator: Integer, denominator: Integer }).readonly();

const PublishedFiguresRecord = z
  .object({
    totalExpenses: Integer,
    ownDigital: Integer,
    carriedDigital: Integer,
    contributions: Integer,
    allocatedDigital: Integer,
    retainedDigital: Integer,
    digitalShare: RatioRecord,
    investmentShare: RatioRecord.nullable(),
    ownSsiFte: Integer,
    carriedSsiFte: Integer,
    allocatedSsiFte: Integer,
    retainedSsiFte: Integer,
    externalSsiFte: Integer.nullable(),
  })
  .readonly();

const PublishedOutcomeRecord = z.union([
  z.object({ state: z.literal('non_repondant') }).readonly(),
  z.object({ state: z.literal('non_calcule'), reasons: z.array(z.enum(REASONS)).readonly() }).readonly(),
  z.object({ state: z.literal('calcule'), figures: PublishedFiguresRecord }).readonly(),
]);

const EditionFiguresRecord = z
  .object({ finess: FinessText, region: RegionText, outcome: PublishedOutcomeRecord })
  .readonly();

/** A published reference set: amounts as decimal text, lists in their own order. */
const ReferenceRecord = z.object({
  ruleSet: z.string(),
  files: z.record(z.string(), Sha256Text).readonly(),
  reference: z
    .object({
      declarants: z.array(Declarant).readonly(),
      groups: z.array(Group).readonly(),
      contacts: z.array(Contact).readonly(),
      campaigns: z.array(Campaign).readonly(),
      accounts: z.array(Account).readonly(),
      measures: z.array(MeasureRecord).readonly(),
      relaxations: z.array(RelaxationRecord.readonly()).readonly(),
      history: z.array(PastFigures).readonly(),
      successions: z.array(SuccessionRecord).readonly(),
      referenceEdition: z.array(EditionFiguresRecord).readonly().nullable(),
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
