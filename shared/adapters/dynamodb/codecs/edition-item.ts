import * as z from 'zod';
import { isRegion, type RegionCode } from '../../../domain/territory/regions.ts';

/** An edition as stored. */
export const EditionItem = z.object({
  sk: z.custom<RegionCode | 'FR'>(
    (value) => typeof value === 'string' && (value === 'FR' || isRegion(value)),
  ),
  version: z.int().positive(),
  number: z.int(),
  inputs: z.string(),
  documents: z.record(z.string(), z.string()).readonly(),
});
