import { FileRefusal } from '../domain/deposit/file-refusal.ts';
import { readDeposit } from '../domain/deposit/read-deposit.ts';
import { type Reading, type ReadingContext, unreadable } from '../domain/deposit/reading.ts';
import type { ReadFile } from './ports.ts';

/** The reading of a file's bytes; a file that cannot be read is a reading too, with its one issue. */
export async function readBytes(
  readFile: ReadFile,
  bytes: Uint8Array,
  context: ReadingContext,
): Promise<Reading> {
  try {
    return readDeposit(await readFile(bytes), context);
  } catch (error) {
    if (error instanceof FileRefusal) return unreadable('unknown', [error.issue]);
    throw error;
  }
}
