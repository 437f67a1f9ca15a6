import { createHash } from 'node:crypto';
import type { Sha256 } from './ports.ts';

/** SHA-256 of bytes or of a text's UTF-8. */
export function sha256(content: Uint8Array | string): Sha256 {
  return createHash('sha256').update(content).digest('hex');
}

/** The same for equal values, whatever the order in which their keys were set. */
export function digestOf(value: unknown): Sha256 {
  return sha256(canonicalJson(value));
}

/** JSON with sorted keys and no space; a bigint as its decimal text followed by `n`; absent and undefined are the same. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}n"`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}
