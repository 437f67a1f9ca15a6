import { ANOMALIES_SHEET } from '../../../messages/annotation-texts.ts';
import { sheetOfLocation } from '../sheet/location.ts';

/** The tab that our sheet of an earlier round has, whatever its name since; null when there is none. */
export function earlierTab<T extends { readonly name: string }>(
  tabs: readonly T[],
  ours: string | null,
): T | null {
  const name = ours === null ? null : sheetOfLocation(ours);
  return tabs.find((tab) => tab.name.toLowerCase() === name?.toLowerCase()) ?? null;
}

/** `Anomalies`, or where a tab has that name already, `Anomalies (2)` and so on: Excel compares names without case. */
export function freeTabName(tabs: readonly { readonly name: string }[]): string {
  const taken = new Set(tabs.map(({ name }) => name.toLowerCase()));
  let name: string = ANOMALIES_SHEET;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${ANOMALIES_SHEET} (${number})`;
  return name;
}
