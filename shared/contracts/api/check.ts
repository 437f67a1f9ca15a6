import * as z from 'zod';
import { VerdictBody } from './deposit.ts';
import { outcome } from './return.ts';

/**
 * The bytes of a file as they are: no JSON. Where API Gateway takes their type for a text's it passes them on as text,
 * the others in base64.
 */
export const FileBytes = z.instanceof(Uint8Array);

/** Bytes: in base64 and with its event, what Lambda takes (6 MB), and so for an answer. */
export const LARGEST_CHECK = 4 * 1024 * 1024;

/** A workbook itself, not as JSON, and the name under which it is saved. */
export const WorkbookFile = z.object({
  file: z.string(),
  bytes: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array),
});

const PreviewBody = z
  .object({
    /** Of the bodies that the file would change, the first twenty. */
    declarants: z.array(
      z.object({
        finess: z.string(),
        raison_sociale: z.string(),
        ...outcome,
        /** What it would change of what stands, a sentence each; none where nothing stands. */
        differences: z.array(z.string()),
      }),
    ),
    /** How many others it would change. */
    autres: z.int(),
  })
  .meta({ id: 'Apercu' });
export type PreviewBody = z.infer<typeof PreviewBody>;

/** The verdict that the file would receive, and what its returns would be. */
export const CheckBody = VerdictBody.extend({ apercu: PreviewBody }).meta({ id: 'Controle' });
