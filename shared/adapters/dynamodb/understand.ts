import type * as z from 'zod';
import { StorageFailure } from '../../application/errors.ts';

/** What a stored item says, by its schema. @throws StorageFailure when it is not of that kind. */
export function understand<S extends z.ZodType>(schema: S, what: string, stored: unknown): z.output<S> {
  const read = schema.safeParse(stored);
  if (!read.success) throw new StorageFailure(`${what} cannot be understood`, { cause: read.error });
  return read.data;
}

/** The same of JSON. */
export function understandJson<S extends z.ZodType>(schema: S, what: string, json: string): z.output<S> {
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch (cause) {
    throw new StorageFailure(`${what} is not JSON`, { cause });
  }
  return understand(schema, what, stored);
}
