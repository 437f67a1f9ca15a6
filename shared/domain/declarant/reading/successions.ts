import { frenchDay, readDay } from '../../calendar/day.ts';
import type { Succession } from '../successions.ts';
import { byText } from './by-text.ts';
import type { Line } from './lines.ts';

type SuccessionLine = Line<'successions.csv'>;

interface Read {
  readonly line: SuccessionLine;
  readonly succession: Succession;
}

/** The numbers of the files read before. */
export interface NumbersInUse {
  /** Declarants and external carriers: who may file. */
  readonly filers: ReadonlySet<string>;
  /** Whoever takes a share of a group. */
  readonly members: ReadonlySet<string>;
}

/**
 * successions.csv, by former number. Our rules: a former number is no declarant, carrier nor member any more (two would
 * answer for one); every chain ends at someone who may file, and its days never go backwards.
 *
 * @param inUse null when a file read before has a fault, and who is in it is not known
 */
export function readSuccessions(
  lines: readonly SuccessionLine[],
  inUse: NumbersInUse | null,
): readonly Succession[] {
  const byFormer = new Map<string, Read>();
  for (const line of lines) {
    const succession = successionOf(line);
    if (!succession) continue;
    const first = byFormer.get(succession.former);
    if (first) line.fault('SUCCESSION_TWICE', 'finess_ancien', { first: String(first.line.line) });
    else byFormer.set(succession.former, { line, succession });
  }
  const cyclic = inCycles(byFormer);
  for (const read of byFormer.values()) {
    if (cyclic.has(read.succession.former)) read.line.fault('SUCCESSION_CYCLE', 'finess_ancien');
    else faultLink(read, byFormer.get(read.succession.successor), inUse);
  }
  return [...byFormer.values()].map(({ succession }) => succession).sort(byText(({ former }) => former));
}

function successionOf(line: SuccessionLine): Succession | null {
  const former = line.finess('finess_ancien');
  const successor = line.finess('finess');
  const from = readDay(line.text('depuis'));
  if (!from.ok) line.fault('SUCCESSION_DAY_UNREADABLE', 'depuis');
  if (former === null || successor === null) return null;
  if (former === successor) line.fault('SUCCESSION_TO_ITSELF', 'finess');
  return from.ok && former !== successor ? { former, successor, from: from.value } : null;
}

/** @param next the succession of the successor; undefined at the end of a chain */
function faultLink({ line, succession }: Read, next: Read | undefined, inUse: NumbersInUse | null): void {
  const { former, successor, from } = succession;
  if (inUse?.filers.has(former)) line.fault('SUCCESSION_OF_A_FILER', 'finess_ancien');
  else if (inUse?.members.has(former)) line.fault('SUCCESSION_OF_A_MEMBER', 'finess_ancien');
  if (next && next.succession.from < from) {
    const day = frenchDay(next.succession.from);
    line.fault('SUCCESSION_DAYS_BACKWARDS', 'depuis', { successor, next: String(next.line.line), day });
  }
  if (!next && inUse && !inUse.filers.has(successor)) line.fault('SUCCESSION_TO_NOBODY', 'finess');
}

/** The former numbers that replace each other in a circle. */
function inCycles(byFormer: ReadonlyMap<string, Read>): ReadonlySet<string> {
  const cyclic = new Set<string>();
  const done = new Set<string>();
  for (const start of byFormer.keys()) {
    const path: string[] = [];
    let number: string | undefined = start;
    while (number !== undefined && !done.has(number)) {
      done.add(number);
      path.push(number);
      number = byFormer.get(number)?.succession.successor;
    }
    const entry = number === undefined ? -1 : path.indexOf(number);
    if (entry >= 0) for (const member of path.slice(entry)) cyclic.add(member);
  }
  return cyclic;
}
