import * as z from 'zod';
import { FactIdText } from './leaves.ts';

/** A verdict as stored: small, its text is a document. */
export const VerdictItem = z.object({
  sk: FactIdText,
  version: z.int().positive(),
  status: z.enum(['accepted', 'accepted-with-warnings', 'rejected']),
  judged: z.string(),
  document: z.string(),
  first: z.string(),
  entries: z.string().nullable().default(null),
});
export type VerdictItem = z.infer<typeof VerdictItem>;
