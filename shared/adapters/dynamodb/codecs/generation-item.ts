import * as z from 'zod';
import type { GenerationId } from '../../../application/ports.ts';
import { CampaignNumber } from './leaves.ts';

const GenerationText = z.custom<GenerationId>((value) => typeof value === 'string' && value !== '');

/** The pointer to the generation in force. */
export const GenerationItem = z.object({ version: z.int().positive(), generation: GenerationText });

/** The generation of a campaign that was published last. */
export const PublishedItem = z.object({ campaign: CampaignNumber, generation: GenerationText });
