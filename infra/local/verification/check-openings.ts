import { dynamoOpenings } from '../../../shared/adapters/dynamodb/openings.ts';
import type { Fact } from '../../../shared/application/ports.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';
import { valueDifferences } from '../../../shared/domain/verification/value-differences.ts';
import type { Derived } from '../derive-from-facts.ts';
import type { PublishedJournal } from './check-journal.ts';

const PAGE = 500;

/** Deposits of which the table and the raw facts do not say the same: who brought them, when, under what name. */
export async function checkOpenings(
  { table, scope: { campaign } }: PublishedJournal,
  { ports }: Derived,
): Promise<readonly Finding[]> {
  const openings = dynamoOpenings(table);
  const findings: Finding[] = [];
  let before: FactId | null = null;
  do {
    const page: readonly Fact[] = await openings.page(campaign, { kind: 'all' }, { before, limit: PAGE });
    for (const opened of page) {
      const record = await ports.facts.record(campaign, opened.id);
      const fields = record ? valueDifferences(opened, record) : [];
      if (fields.length > 0) findings.push({ kind: 'record', fact: opened.id, fields });
    }
    before = page.length < PAGE ? null : (page.at(-1)?.id ?? null);
  } while (before !== null);
  return findings;
}
