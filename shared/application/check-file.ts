import type { ReadingContext } from '../domain/deposit/reading.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { Entry } from '../domain/return/entry.ts';
import { foldEntries } from '../domain/return/fold.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { giveVerdict } from '../domain/verdict/give-verdict.ts';
import type { Verdict, Wording } from '../domain/verdict/verdict.ts';
import type { ReadFile } from './ports.ts';
import { readBytes } from './read-bytes.ts';

/** The verdict that a file would receive were it the first of its declarants; nothing is kept. */
export async function checkFile(
  ports: { readonly readFile: ReadFile; readonly wording: Wording },
  bytes: Uint8Array,
  context: ReadingContext,
  rules: RuleSet,
): Promise<Verdict> {
  const reading = await readBytes(ports.readFile, bytes, context);
  const bodies = new Map<Finess, Entry[]>();
  for (const entry of reading.entries) bodies.set(entry.finess, [...(bodies.get(entry.finess) ?? []), entry]);
  const judgements = [...bodies.values()].flatMap((entries) => foldEntries(entries, rules).judgements);
  return giveVerdict(context.source, reading, judgements, rules, ports.wording);
}
