import { createHash } from 'node:crypto';
import type {
  CellDifference,
  PartDifference,
  WorkbookDifference,
} from '../../domain/verification/finding.ts';
import { firstDifference } from './first-difference.ts';
import { type PackageParts, packageParts } from './package-parts.ts';
import { workbookTexts } from './sheet-texts.ts';

/** Cells named at most: ten tell where to look. */
const MOST_CELLS = 10;

/** Where a published workbook is not the one that is made again: parts of the package, then cells; null where it is. */
export async function compareWorkbooks(
  published: Uint8Array,
  rebuilt: Uint8Array,
): Promise<WorkbookDifference | null> {
  const at = firstDifference(published, rebuilt);
  if (at === null) return null;
  const hashes = { published: sha256(published), rebuilt: sha256(rebuilt), at };
  const [before, after] = [await packageParts(published), await packageParts(rebuilt)];
  if (!before || !after) return { ...hashes, parts: null, cells: [], totalCells: 0 };
  const cells = cellDifferences(before, after);
  return {
    ...hashes,
    parts: partDifferences(before, after),
    cells: cells.slice(0, MOST_CELLS),
    totalCells: cells.length,
  };
}

function partDifferences(published: PackageParts, rebuilt: PackageParts): readonly PartDifference[] {
  const names = [...new Set([...published.keys(), ...rebuilt.keys()])].sort();
  return names.flatMap((part): readonly PartDifference[] => {
    const [before, after] = [published.get(part), rebuilt.get(part)];
    if (before === undefined) return [{ part, change: 'missing' }];
    if (after === undefined) return [{ part, change: 'added' }];
    if (before === null || after === null) return [{ part, change: 'unreadable' }];
    return firstDifference(before, after) === null ? [] : [{ part, change: 'content' }];
  });
}

function cellDifferences(published: PackageParts, rebuilt: PackageParts): readonly CellDifference[] {
  const [before, after] = [workbookTexts(published), workbookTexts(rebuilt)];
  return [...after].flatMap(([sheet, texts]) => {
    const known = before.get(sheet);
    // A sheet whose part cannot be read is named by its part.
    if (!known) return [];
    return [...new Set([...texts.keys(), ...known.keys()])].flatMap((address) => {
      const cell = {
        sheet,
        address,
        published: known.get(address) ?? null,
        rebuilt: texts.get(address) ?? null,
      };
      return cell.published === cell.rebuilt ? [] : [cell];
    });
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
