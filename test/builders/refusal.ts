import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import type { Issue } from '../../shared/domain/issues/issue.ts';

/** The issue with which a reader refused; anything else that it throws is thrown on, and a result is an error. */
export async function refusalOf(read: () => unknown): Promise<Issue> {
  try {
    await read();
  } catch (thrown) {
    if (thrown instanceof FileRefusal) return thrown.issue;
    throw thrown;
  }
  throw new Error('nothing was refused');
}
