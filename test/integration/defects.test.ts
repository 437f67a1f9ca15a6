import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_CODES, type IssueCode, ROW_CODES } from '../../shared/domain/issues/codes.ts';
import type { Issue } from '../../shared/domain/issues/issue.ts';
import { foldEntries, type Judgement } from '../../shared/domain/return/fold.ts';
import { LATEST_RULE_SET } from '../../shared/domain/rules/rule-sets.ts';
import { giveVerdict } from '../../shared/domain/verdict/give-verdict.ts';
import type { Verdict } from '../../shared/domain/verdict/verdict.ts';
import { ISSUE_EXAMPLES } from '../../shared/messages/examples.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { DEFECT_WORKBOOKS } from '../builders/defect-workbooks.ts';
import { DEFECTS_FOLDER, defectFile, readDefect } from '../builders/defects.ts';
import { sourceOf } from '../builders/entry.ts';

const CATALOGUE = readFileSync(join(import.meta.dirname, '../../docs/messages.md'), 'utf8');
const HOLE = /\b(undefined|null|NaN)\b|\[object|«\s*»|\(\s*\)| {2}|\.\./;

/** Codes that no reader gives any more; they stand for the verdicts that were given with them. */
const RETIRED: readonly IssueCode[] = ['TEXT_NOT_DELIMITED'];
const codes = [...FILE_CODES, ...ROW_CODES].filter((code) => !RETIRED.includes(code));

/** What is said of the specimen of a code: its issues, and its verdict as it is read. */
async function judged(
  code: IssueCode,
): Promise<{ readonly issues: readonly Issue[]; readonly verdict: Verdict }> {
  const reading = await readDefect(code);
  if (!reading) throw new Error(`no specimen of ${code}`);
  const bodies = [...Map.groupBy(reading.entries, ({ finess }) => finess).values()];
  const judgements = bodies.flatMap((entries) => foldEntries(entries, LATEST_RULE_SET).judgements);
  const issuesOf = (rows: readonly Pick<Judgement, 'issues'>[]) => rows.flatMap(({ issues }) => issues);
  const issues: readonly Issue[] = [...reading.issues, ...issuesOf(reading.orphans), ...issuesOf(judgements)];
  const verdict = giveVerdict(sourceOf(), reading, judgements, LATEST_RULE_SET, frenchWording);
  return { issues, verdict };
}

describe.each(codes)('the specimen of %s', (code) => {
  let issues: readonly Issue[];
  let verdict: Verdict;
  beforeAll(async () => {
    ({ issues, verdict } = await judged(code));
  });

  it('has that defect alone', () => {
    expect([...new Set(issues.map((issue) => issue.code))]).toEqual([code]);
  });

  it('is refused for it, or taken with a word, as the rules say', () => {
    const severity = LATEST_RULE_SET.severities[code];
    expect(verdict.issues.find((issue) => issue.code === code)?.severity).toBe(severity);
    expect(verdict.status).not.toBe('accepted');
    if (severity === 'error') expect(verdict.rows.refused > 0 || verdict.status === 'rejected').toBe(true);
    else expect(verdict.rows.refused).toBe(0);
  });

  it('is spoken of without a hole', () => {
    for (const { message, expected } of verdict.issues) {
      expect(message).toMatch(/\.$/);
      expect(`${message} ${expected}`).not.toMatch(HOLE);
    }
  });

  it('gives the facts of the example in the catalogue, where it has its place', () => {
    const found = issues.find((issue) => issue.code === code);
    const example = ISSUE_EXAMPLES[code];
    expect(Object.keys(found?.facts ?? {}).toSorted()).toEqual(Object.keys(example.facts ?? {}).toSorted());
    expect(Object.keys(found?.at ?? {}).toSorted()).toEqual(Object.keys(example.at).toSorted());
    expect(CATALOGUE).toContain(`\n### ${code}\n`);
  });
});

it('keeps no specimen that is not of a code', () => {
  const fromFacts: readonly IssueCode[] = ['FILE_ERASED', 'FILE_INFECTED', 'FILE_UNSCANNABLE'];
  const built = [...Object.keys(DEFECT_WORKBOOKS), ...fromFacts];
  const kept = codes.filter((code) => !built.includes(code));
  const there = readdirSync(DEFECTS_FOLDER).filter((name) => name.endsWith('.csv'));
  expect(there.toSorted()).toEqual(kept.map(defectFile).toSorted());
});
