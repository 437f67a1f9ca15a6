import { compareWorkbooks } from '../../../shared/adapters/verification/compare-workbooks.ts';
import { firstDifference } from '../../../shared/adapters/verification/first-difference.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';
import { lineDifferences } from '../../../shared/domain/verification/line-differences.ts';
import { manifestDifferences } from '../../../shared/domain/verification/manifest-differences.ts';
import { readManifest } from '../../../shared/domain/verification/manifest-lines.ts';

/** How many of the first columns say what a line of a table is of. */
const KEY_COLUMNS: Readonly<Record<string, number>> = { figures: 2, aggregates: 4 };

export interface ComparedFile {
  /** As the report names it. */
  readonly file: string;
  /** `manifest`, `workbook`, `figures`, `aggregates`; anything else is compared byte by byte. */
  readonly what: string;
  readonly published: Uint8Array;
  readonly rebuilt: Uint8Array;
}

/** How a published file differs from the one made again, by what it is; blank where they are the same bytes. */
export async function compareFiles(compared: ComparedFile): Promise<readonly Finding[]> {
  const { file, published, rebuilt } = compared;
  const at = firstDifference(published, rebuilt);
  if (at === null) return [];
  const told = await inItsTerms(compared);
  // The same lines in another order differ too.
  return told.length > 0 ? told : [{ kind: 'file', file, at }];
}

async function inItsTerms({ file, what, published, rebuilt }: ComparedFile): Promise<readonly Finding[]> {
  if (what === 'workbook') {
    const difference = await compareWorkbooks(published, rebuilt);
    return difference ? [{ kind: 'workbook', file, difference }] : [];
  }
  const [before, after] = [textOf(published), textOf(rebuilt)];
  if (what === 'manifest') {
    const [lines, others] = [readManifest(before), readManifest(after)];
    return lines && others
      ? manifestDifferences(lines, others).map((line): Finding => ({ kind: 'manifest', file, ...line }))
      : [];
  }
  const keyColumns = KEY_COLUMNS[what];
  if (keyColumns === undefined) return [];
  return lineDifferences(before, after, keyColumns).map(
    (difference): Finding => ({ kind: 'table', file, difference }),
  );
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
