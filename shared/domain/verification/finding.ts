import type { LineDifference } from './line-differences.ts';
import type { FieldDifference } from './value-differences.ts';

/** Where something stands: as it was published, or as it was made again from the deposits. */
export type Side = 'published' | 'rebuilt';

/** One way in which what was published and what is made again from the deposits are not the same. */
export type Finding =
  | {
      /** Bytes that no longer have the hash under which they were received. */
      readonly kind: 'fact-damaged';
      /** As its depositor named it; null where its record cannot be read. */
      readonly name: string | null;
      readonly path: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: 'record-damaged'; readonly path: string }
  /** What was said of a deposit when it was opened, in the table and beside its bytes. */
  | { readonly kind: 'record'; readonly fact: string; readonly fields: readonly FieldDifference[] }
  /** A deposit that is on one side only. */
  | { readonly kind: 'fact-alone'; readonly fact: string; readonly on: Side }
  | {
      readonly kind: 'reference';
      readonly file: string;
      /** SHA-256 in the manifest; null of a file that it does not name. */
      readonly expected: string | null;
      /** SHA-256 in the folder; null of a file that is not there. */
      readonly found: string | null;
    }
  /** Rule set, code, or the nation's edition that a region is compared with. */
  | {
      readonly kind: 'basis';
      readonly of: 'rules' | 'code' | 'nation';
      readonly edition: string;
      readonly published: string;
      readonly rebuilt: string;
    }
  | {
      readonly kind: 'entry';
      readonly finess: string;
      readonly fact: string;
      readonly line: number;
      readonly change:
        | { readonly kind: 'fields'; readonly fields: readonly FieldDifference[] }
        | { readonly kind: 'alone'; readonly on: Side }
        | { readonly kind: 'unreadable' };
    }
  /** A verdict of the table that is not the one given again. */
  | { readonly kind: 'verdict'; readonly fact: string; readonly published: string; readonly rebuilt: string }
  | {
      readonly kind: 'manifest';
      readonly file: string;
      readonly of: string;
      readonly published: string | null;
      readonly rebuilt: string | null;
    }
  | { readonly kind: 'table'; readonly file: string; readonly difference: LineDifference }
  | { readonly kind: 'workbook'; readonly file: string; readonly difference: WorkbookDifference }
  /** Any other file. */
  | { readonly kind: 'file'; readonly file: string; readonly at: number }
  | { readonly kind: 'file-alone'; readonly file: string; readonly on: Side }
  /** A document whose bytes no longer have the hash that its name gives. */
  | {
      readonly kind: 'document-damaged';
      readonly file: string;
      readonly expected: string;
      readonly found: string;
    };

/** How two workbooks differ. */
export interface WorkbookDifference {
  /** Of the whole files, SHA-256. */
  readonly published: string;
  readonly rebuilt: string;
  /** The first byte that differs, from 0. */
  readonly at: number;
  /** Null where the published file is no package any more. */
  readonly parts: readonly PartDifference[] | null;
  /** The first ones, in the order of the sheets. */
  readonly cells: readonly CellDifference[];
  /** How many there are. */
  readonly totalCells: number;
}

export interface PartDifference {
  /** Its path in the package. */
  readonly part: string;
  readonly change: 'content' | 'missing' | 'added' | 'unreadable';
}

export interface CellDifference {
  readonly sheet: string;
  readonly address: string;
  /** As written: `=formula → value`, or the value; null where the cell is not there. */
  readonly published: string | null;
  readonly rebuilt: string | null;
}
