import * as z from 'zod';
import { isRegion, type RegionCode } from '../../../domain/territory/regions.ts';

/** An edition as stored. */
export const EditionItem = z.object({
  of: z.custom<RegionCode | 'FR'>(
    (value) => typeof value === 'string' && (value === 'FR' || isRegion(value)),
  ),
  number: z.int().positive(),
  inputs: z.string(),
  nation: z.string().nullable(),
  builtAt: z.iso.datetime({ offset: true }),
  code: z.string(),
  documents: z.record(z.string(), z.string()).readonly(),
});
