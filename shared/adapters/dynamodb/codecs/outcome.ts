import * as z from 'zod';
import { REASONS } from '../../../domain/figures/figures.ts';
import { Integer } from './leaves.ts';

const RatioBody = z.object({ numerator: Integer, denominator: Integer }).readonly();

const FiguresBody = z
  .object({
    totalExpenses: Integer,
    ownDigital: Integer,
    carriedDigital: Integer,
    contributions: Integer,
    allocatedDigital: Integer,
    retainedDigital: Integer,
    digitalShare: RatioBody,
    investmentShare: RatioBody.nullable(),
    ownSsiFte: Integer,
    carriedSsiFte: Integer,
    allocatedSsiFte: Integer,
    retainedSsiFte: Integer,
    externalSsiFte: Integer.nullable(),
    shares: z.array(z.object({ group: z.string(), charges: Integer, ssiFte: Integer }).readonly()).readonly(),
  })
  .readonly();

/** What came of a return: no answer, no figure and why, or figures. */
export const OutcomeBody = z.discriminatedUnion('state', [
  z.object({ state: z.literal('non_repondant') }).readonly(),
  z.object({ state: z.literal('non_calcule'), reasons: z.array(z.enum(REASONS)).readonly() }).readonly(),
  z.object({ state: z.literal('calcule'), figures: FiguresBody }).readonly(),
]);
