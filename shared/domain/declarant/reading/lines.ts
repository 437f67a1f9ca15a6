import type { DelimitedContent } from '../../deposit/table.ts';
import { type Finess, readFiness } from '../../finess/finess.ts';
import type { ReferenceFault, ReferenceFaultCode } from './fault.ts';
import { columnName, REFERENCE_FILES, type ReferenceColumn, type ReferenceFile } from './reference-files.ts';

/** One line of a reference file: its cells by column, and how to say that one is wrong. */
export interface Line<F extends ReferenceFile> {
  readonly line: number;
  /** Without outer spaces; blank where the line is shorter than the header. */
  text(column: ReferenceColumn<F>): string;
  /** The FINESS of a column, null and a fault when it is none. */
  finess(column: ReferenceColumn<F>): Finess | null;
  fault(code: ReferenceFaultCode, column: ReferenceColumn<F>, facts?: Readonly<Record<string, string>>): void;
}

const FINESS_FAULTS = { blank: 'FINESS_BLANK', malformed: 'FINESS_MALFORMED', key: 'FINESS_KEY' } as const;

/**
 * The lines of a reference file under its header. Faults of the header (a missing column, one that stands
 * twice) and of cells beyond it go to `faults`; a file whose header is wrong has no lines.
 */
export function linesOf<F extends ReferenceFile>(
  file: F,
  content: DelimitedContent | undefined,
  faults: ReferenceFault[],
): readonly Line<F>[] {
  if (content === undefined) return [];
  const [header, ...records] = content.records;
  if (header === undefined) {
    faults.push({ code: 'HEADER_MISSING', file, line: null, seen: '' });
    return [];
  }
  const headings = header.cells.map(columnName);
  const wrong = headerFaults(file, header.line, headings);
  faults.push(...wrong);
  if (wrong.length > 0) return [];

  const positions = new Map(headings.map((name, position) => [name, position]));
  const width = headings.findLastIndex((name) => name !== '') + 1;
  return records.flatMap(({ line, cells }) => {
    const beyond = cells.slice(width).find((cell) => cell.trim() !== '');
    if (beyond !== undefined) {
      faults.push({ code: 'CELL_BEYOND_HEADER', file, line, seen: beyond });
      return [];
    }
    const text = (column: string) => cells[positions.get(column) ?? -1]?.trim() ?? '';
    const fault = (code: ReferenceFaultCode, column: string, facts?: Readonly<Record<string, string>>) => {
      faults.push({ code, file, line, column, seen: text(column), ...(facts ? { facts } : {}) });
    };
    const finess = (column: string) => {
      const reading = readFiness(text(column));
      if (reading.ok) return reading.value;
      fault(FINESS_FAULTS[reading.fault], column);
      return null;
    };
    return { line, text, finess, fault };
  });
}

function headerFaults(file: ReferenceFile, line: number, headings: readonly string[]): ReferenceFault[] {
  return REFERENCE_FILES[file].flatMap((column): ReferenceFault[] => {
    const count = headings.filter((heading) => heading === column).length;
    if (count === 1) return [];
    return [{ code: count === 0 ? 'COLUMN_MISSING' : 'COLUMN_TWICE', file, line, column, seen: column }];
  });
}
