import * as z from 'zod';
import type { GenerationId } from '../../../application/ports.ts';

/** The pointer to the generation in force. */
export const GenerationItem = z.object({
  version: z.int().positive(),
  generation: z.custom<GenerationId>((value) => typeof value === 'string' && value !== ''),
});
