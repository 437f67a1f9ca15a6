/** What an edition was made of beside its deposits, by hashes: workbooks print them. */
export interface EditionSources {
  /** SHA-256 of each file of the reference set, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Digest of the rule set, before regles.csv. */
  readonly rules: string;
}
