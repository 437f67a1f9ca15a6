import type { FileCode } from '../issues/codes.ts';
import type { Issue, Place } from '../issues/issue.ts';

/** Why a whole file cannot be read: an expected no, thrown by the readers of files and by nothing else. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  readonly issue: Issue;

  constructor(
    code: FileCode,
    detail: {
      readonly at?: Place;
      readonly seen?: string;
      readonly facts?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, { cause: detail.cause });
    this.issue = {
      code,
      at: detail.at ?? {},
      seen: detail.seen ?? '',
      ...(detail.facts ? { facts: detail.facts } : {}),
    };
  }
}
