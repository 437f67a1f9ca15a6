import * as z from 'zod';
import { type CampaignYear, campaignYear } from '../domain/campaign/campaign.ts';
import { type Finess, readFiness } from '../domain/finess/finess.ts';
import type { FactId } from '../domain/return/entry.ts';
import { isRegion, type RegionCode } from '../domain/territory/regions.ts';
import { SWEEPS, type SweepKind } from './functions.ts';

/** A fact id: a ULID, as part of keys and paths. */
export const FactIdText = z.custom<FactId>(
  (value) => typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value),
);
const CampaignNumber = z.custom<CampaignYear>(
  (value) => typeof value === 'number' && campaignYear(String(value)) !== null,
);
const FinessText = z.custom<Finess>((value) => {
  const reading = typeof value === 'string' ? readFiness(value) : null;
  return reading?.ok === true && reading.value === value;
});

const MessageScope = z.object({ generation: z.string().min(1), campaign: CampaignNumber });

export const ReadDepositMessage = z.object({
  kind: z.literal('read-deposit'),
  scope: MessageScope,
  fact: FactIdText,
});
export const ComputeFiguresMessage = z.object({
  kind: z.literal('compute-figures'),
  scope: MessageScope,
  finess: FinessText,
});
export const BuildWorkbookMessage = z.object({
  kind: z.literal('build-workbook'),
  scope: MessageScope,
  region: z.custom<RegionCode>((value) => typeof value === 'string' && isRegion(value)),
});
export const BuildNationalMessage = z.object({ kind: z.literal('build-national'), scope: MessageScope });

/** What functions send each other, as JSON in a queue: the `Message` of the application's ports. */
export const QueueMessage = z.discriminatedUnion('kind', [
  ReadDepositMessage,
  ComputeFiguresMessage,
  BuildWorkbookMessage,
  BuildNationalMessage,
]);
export type QueueMessage = z.infer<typeof QueueMessage>;

/** What the schedule gives to the sweep. */
export const SweepEvent = z.object({
  gap: z.enum(Object.keys(SWEEPS) as [SweepKind, ...SweepKind[]]),
});
export type SweepEvent = z.infer<typeof SweepEvent>;
