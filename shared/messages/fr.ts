import type { IssueCode } from '../domain/issues/codes.ts';
import type { Issue } from '../domain/issues/issue.ts';
import type { Wording } from '../domain/verdict/verdict.ts';
import { placeInWords } from './place.ts';
import { BALANCE_SENTENCES } from './sentences/balance.ts';
import { CELL_SENTENCES } from './sentences/cell.ts';
import { DECLARATION_SENTENCES } from './sentences/declaration.ts';
import { FILE_SENTENCES } from './sentences/file.ts';
import { IDENTITY_SENTENCES } from './sentences/identity.ts';
import { MATURITY_SENTENCES } from './sentences/maturity.ts';
import type { Template } from './sentences/sentence.ts';
import { STAFF_SENTENCES } from './sentences/staff.ts';
import { TABLE_SENTENCES } from './sentences/table.ts';
import { summaryInWords } from './summary.ts';

/** Code → French sentence, exhaustive by type. A sentence says what was read, what was expected and what to do. */
const SENTENCES: Readonly<Record<IssueCode, Template>> = {
  ...FILE_SENTENCES,
  ...TABLE_SENTENCES,
  ...IDENTITY_SENTENCES,
  ...CELL_SENTENCES,
  ...DECLARATION_SENTENCES,
  ...BALANCE_SENTENCES,
  ...STAFF_SENTENCES,
  ...MATURITY_SENTENCES,
};

/** The words of an issue: where, what was read, what was expected, what to do. */
function issueInWords({ code, seen, facts = {}, at }: Issue): ReturnType<Wording['issue']> {
  const { expected, says, example = '' } = SENTENCES[code](seen, facts);
  const place = placeInWords(at);
  return {
    expected,
    example,
    message: place ? `${place} : ${says}` : `${says.charAt(0).toUpperCase()}${says.slice(1)}`,
  };
}

export const frenchWording: Wording = { issue: issueInWords, summary: summaryInWords };
