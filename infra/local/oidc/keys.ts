import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';
import { readIfThere } from '../../../shared/adapters/files/read-if-there.ts';
import { StorageFailure } from '../../../shared/application/errors.ts';

/** What the local issuer signs with: `kid` names it among the published keys. */
const SigningKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});
export type SigningKey = z.infer<typeof SigningKey>;

/** The secrets of one machine: whoever reads them can be anybody on it. */
const Keys = z.object({
  issuer: SigningKey,
  /** HMAC key of upload forms and download links: 32 bytes in base64. */
  links: z.base64(),
});
export type Keys = z.infer<typeof Keys>;

const FILE = 'keys.json';

/** The keys of a work folder, made when it has none; readable by its owner alone. @throws StorageFailure */
export async function keysOf(folder: string): Promise<Keys> {
  const path = join(folder, FILE);
  const found = await readIfThere(path);
  if (!found) return makeKeys(path);
  try {
    return Keys.parse(JSON.parse(Buffer.from(found).toString()));
  } catch (cause) {
    throw new StorageFailure(`the keys ${path} cannot be understood`, { cause });
  }
}

async function makeKeys(path: string): Promise<Keys> {
  // The one algorithm that API Gateway's authorizer knows.
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const keys = Keys.parse({
    issuer: { ...jwk, kid: await calculateJwkThumbprint(jwk) },
    links: randomBytes(32).toString('base64'),
  });
  try {
    await writeSecret(path, JSON.stringify(keys));
  } catch (cause) {
    throw new StorageFailure(`cannot write ${path}`, { cause });
  }
  return keys;
}

/** Whole or not at all, and never readable by others, not even while it is written. */
async function writeSecret(path: string, text: string): Promise<void> {
  const unfinished = `${path}-${process.pid}`;
  await rm(unfinished, { force: true });
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}
