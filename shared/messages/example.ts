import type { Issue } from '../domain/issues/issue.ts';

/** An issue beside its code. */
export type Example = Omit<Issue, 'code'>;
