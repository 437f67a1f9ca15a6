/** What is said of an issue. */
interface Sentence {
  /** What should have been read. */
  readonly expected: string;
  /** What is wrong; then, from a new sentence on, what to do, the same for every issue that asks for it. The place is put before. */
  readonly says: string;
  /** What a right value looks like. @default none */
  readonly example?: string;
}

type Facts = Readonly<Record<string, string>>;
export type Template = (seen: string, facts: Facts) => Sentence;

/** A sentence that repeats neither what was read nor any fact. */
export function say(expected: string, says: string, example = ''): Template {
  return () => ({ expected, says, example });
}

export function isBlank(seen: string): boolean {
  return seen.trim() === '';
}

/** What the cell is for, where the reader says it: a template has no heading above its inputs. */
export function labelled({ label = '' }: Facts): string {
  return label === '' ? '' : ` pour « ${label} »`;
}
