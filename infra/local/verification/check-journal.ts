import { auditJournal } from '../../../shared/adapters/dynamodb/audit-journal.ts';
import { entryKey } from '../../../shared/adapters/dynamodb/keys.ts';
import type { Table } from '../../../shared/adapters/dynamodb/table.ts';
import { dynamoVerdicts } from '../../../shared/adapters/dynamodb/verdicts.ts';
import type { Documents, Scope } from '../../../shared/application/ports.ts';
import { territoriesOf } from '../../../shared/application/standing.ts';
import type { Entry } from '../../../shared/domain/return/entry.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';
import { valueDifferences } from '../../../shared/domain/verification/value-differences.ts';
import type { Derived } from '../derive-from-facts.ts';

/** What a work folder keeps of a campaign beside its documents. */
export interface PublishedJournal {
  readonly table: Table;
  readonly documents: Documents;
  /** The generation in force. */
  readonly scope: Scope;
}

export interface CheckedJournal {
  readonly entries: number;
  readonly findings: readonly Finding[];
}

/** Holds every entry of the journal against the one derived again from its deposit, in the order of their keys. */
export async function checkJournal(
  { table, documents, scope }: PublishedJournal,
  { ports, generation }: Derived,
): Promise<CheckedJournal> {
  const findings: Finding[] = [];
  let entries = 0;
  for (const territory of territoriesOf(generation)) {
    const again = await ports.journal.ofTerritory(generation.scope, territory);
    const rebuilt = new Map(again.map((entry) => [entryKey(scope, territory, entry).sk, entry]));
    const found = await auditJournal(table, documents, scope, territory);
    const published = new Map(found.map(({ key, entry }) => [key, entry]));
    entries += published.size;
    for (const key of [...new Set([...published.keys(), ...rebuilt.keys()])].sort()) {
      const change = changeOf(published.get(key), rebuilt.get(key));
      if (change) findings.push({ kind: 'entry', ...placeOf(key), change });
    }
  }
  return { entries, findings };
}

type Change = Extract<Finding, { kind: 'entry' }>['change'];

/** @param published null where it can no longer be read */
function changeOf(published: Entry | null | undefined, rebuilt: Entry | undefined): Change | null {
  if (published === null) return { kind: 'unreadable' };
  if (!published || !rebuilt) return { kind: 'alone', on: published ? 'published' : 'rebuilt' };
  const fields = valueDifferences(published, rebuilt);
  return fields.length === 0 ? null : { kind: 'fields', fields };
}

/** A sort key is `finess#fact#line`. */
function placeOf(key: string) {
  const [finess = '', fact = '', line = ''] = key.split('#');
  return { finess, fact, line: Number(line) };
}

/** Verdicts that are not the ones given again, and facts that have one on one side only. */
export async function checkVerdicts(
  { table, scope }: PublishedJournal,
  { ports, generation }: Derived,
): Promise<readonly Finding[]> {
  const documentOf = (all: readonly { readonly fact: string; readonly document: string }[]) =>
    new Map(all.map(({ fact, document }) => [fact, document]));
  const published = documentOf(await dynamoVerdicts(table).all(scope));
  const rebuilt = documentOf(await ports.verdicts.all(generation.scope));
  // The bytes of an erased deposit may be gone for good: its tombstone says why.
  const erased: ReadonlyMap<string, unknown> = await ports.facts.erased(scope.campaign);
  return [...new Set([...published.keys(), ...rebuilt.keys()])].sort().flatMap((fact): readonly Finding[] => {
    const [before, after] = [published.get(fact), rebuilt.get(fact)];
    if (after === undefined && erased.has(fact)) return [];
    if (before === undefined || after === undefined)
      return [{ kind: 'fact-alone', fact, on: before === undefined ? 'rebuilt' : 'published' }];
    return before === after ? [] : [{ kind: 'verdict', fact, published: before, rebuilt: after }];
  });
}
