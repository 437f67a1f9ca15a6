import { sha256 } from '../../../shared/application/digest.ts';
import { describeEdition, type EditionDescription } from '../../../shared/application/edition-description.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';
import type { Derived } from '../derive-from-facts.ts';
import { compareFiles } from './compare-files.ts';
import { type PublishedEdition, publishedDocument } from './published-editions.ts';

/** Holds the documents of a published edition against those made again from the deposits. */
export async function checkEdition(
  published: PublishedEdition,
  { ports, generation }: Derived,
): Promise<readonly Finding[]> {
  const { description } = published;
  const label = description.de === 'FR' ? 'édition nationale' : `édition de la région ${description.de}`;
  const record = await ports.editions.get(generation.scope, description.de);
  if (!record) return [{ kind: 'file-alone', file: label, on: 'published' }];
  const rebuilt = describeEdition(generation.scope, record);
  const findings: Finding[] = [];
  for (const [what, expected] of documentsOf(description)) {
    const document = await publishedDocument(published, expected);
    const file = document?.path ?? `${label}, ${what}`;
    const again = await ports.documents.get(record.documents[what] ?? '-');
    if (!document || !again) {
      findings.push({ kind: 'file-alone', file, on: document ? 'published' : 'rebuilt' });
      continue;
    }
    const found = sha256(document.bytes);
    if (found !== expected) findings.push({ kind: 'document-damaged', file, expected, found });
    findings.push(...(await compareFiles({ file, what, published: document.bytes, rebuilt: again })));
  }
  const known = new Set(documentsOf(description).map(([what]) => what));
  for (const [what] of documentsOf(rebuilt))
    if (!known.has(what)) findings.push({ kind: 'file-alone', file: `${label}, ${what}`, on: 'rebuilt' });
  return findings.map((finding) => inWordsOfItsBasis(finding, label));
}

function documentsOf({ manifeste, documents }: EditionDescription): readonly (readonly [string, string])[] {
  return [['manifest', manifeste], ...Object.entries(documents)];
}

/** What everything else follows from, and facts, are told apart from the other lines of a manifest. */
function inWordsOfItsBasis(finding: Finding, edition: string): Finding {
  if (finding.kind !== 'manifest') return finding;
  const { of, published, rebuilt } = finding;
  const [word = '', id = ''] = of.split(' ');
  if (word === 'fait' && (published === null || rebuilt === null))
    return { kind: 'fact-alone', fact: id, on: published === null ? 'rebuilt' : 'published' };
  const basis = ({ regles: 'rules', code: 'code', nation: 'nation' } as const)[word];
  if (basis === undefined) return finding;
  return { kind: 'basis', of: basis, edition, published: published ?? '', rebuilt: rebuilt ?? '' };
}
