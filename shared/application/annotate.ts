import { FileRefusal } from '../domain/deposit/file-refusal.ts';
import type { Verdict, Wording } from '../domain/verdict/verdict.ts';
import type { AnnotateFile } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface AnnotatePorts {
  readonly annotateFile: AnnotateFile;
  readonly wording: Wording;
}

/** A file with its verdict in it. @throws Refusal FILE_NOT_ANNOTABLE, which says why the file cannot be opened */
export async function annotate(
  { annotateFile, wording }: AnnotatePorts,
  bytes: Uint8Array,
  verdict: Verdict,
): Promise<Uint8Array> {
  try {
    return await annotateFile(bytes, verdict);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    throw new Refusal('FILE_NOT_ANNOTABLE', { why: wording.issue(error.issue).message });
  }
}
