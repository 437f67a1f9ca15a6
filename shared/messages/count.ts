import { grouped } from './french-number.ts';

/** « 1 ligne », « 1 234 lignes », « 0 ligne »: the plural begins at two. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(String(count))} ${count < 2 ? one : many}`;
}
