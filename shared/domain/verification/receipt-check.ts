/** Whether something stands in a manifest: under the hash that was said, under another one, or not at all. */
export type Standing =
  | { readonly kind: 'there' }
  | { readonly kind: 'other'; readonly found: string }
  | { readonly kind: 'absent' };

export interface CheckedEntry {
  readonly finess: string;
  /** Whose manifest names it; null of an external carrier. */
  readonly region: string | null;
  readonly line: number;
  /** SHA-256, as the receipt says. */
  readonly hash: string;
  readonly standing: Standing;
}

/** A file held against the receipt of its deposit: SHA-256 said and found. */
export interface CheckedFile {
  readonly expected: string;
  readonly found: string;
}

/** What came of holding a receipt against a manifest. */
export interface ReceiptCheck {
  readonly campaign: number;
  /** Id of the deposit. */
  readonly deposit: string;
  /** Null where no file was given. */
  readonly file: CheckedFile | null;
  /** Of the deposit itself; null where no manifest is to name it: it added nothing to the journal. */
  readonly standing: Standing | null;
  /** Null where the receipt was taken before the verdict, and names none. */
  readonly entries: readonly CheckedEntry[] | null;
  /** How many entries the deposit has. */
  readonly total: number;
}

/** Whether all that the receipt says is borne out. */
export function isBorneOut({ file, standing, entries }: ReceiptCheck): boolean {
  return (
    (file === null || file.expected === file.found) &&
    (standing === null || standing.kind === 'there') &&
    (entries?.every((entry) => entry.standing.kind === 'there') ?? false)
  );
}
