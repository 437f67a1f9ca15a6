import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FactConflict, FactDamaged, StorageFailure } from '../../application/errors.ts';
import type { Fact, Facts, Tombstone } from '../../application/ports.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { FactId } from '../../domain/return/entry.ts';
import { FACT_ID, readFact, readTombstone, writeFact, writeTombstone } from '../records/fact-record.ts';
import { readIfThere } from './read-if-there.ts';
import { errorCode, writeAtomically } from './write-atomically.ts';

const RECORD = '.json';
const TOMBSTONES = 'tombstones';
const BYTES_NAME = /^([0-9A-Za-z]+)-[0-9a-f]{64}$/;

/**
 * Facts in a folder: `<campaign>/<id>.json` is the record of a fact that was opened, `<campaign>/<id>-<sha256>` its
 * bytes, written last and whole; `<campaign>/tombstones/<id>.json` says that it was erased. One process owns the
 * folder; what it writes of one id waits for each other.
 */
export function folderFacts(root: string): Facts {
  const inTurn = turns();
  const folderOf = (campaign: CampaignYear) => join(root, String(campaign));
  const recordOf = (campaign: CampaignYear, id: FactId) => join(folderOf(campaign), safe(id) + RECORD);
  const bytesOf = (fact: Fact) => join(folderOf(fact.campaign), `${safe(fact.id)}-${fact.sha256}`);
  const tombstoneOf = (campaign: CampaignYear, id: FactId) =>
    join(folderOf(campaign), TOMBSTONES, safe(id) + RECORD);

  const record = async (campaign: CampaignYear, id: FactId): Promise<Fact | null> => {
    const path = recordOf(campaign, id);
    const text = await textIfThere(path);
    return text === null ? null : readFact(path, text);
  };
  const openAlone = async (fact: Fact): Promise<void> => {
    const written = Buffer.from(writeFact(fact));
    const standing = await record(fact.campaign, fact.id);
    if (standing && standing.sha256 !== fact.sha256)
      throw new FactConflict(`fact ${fact.id} of ${fact.campaign} holds another content`);
    if (!standing) await writeAtomically(recordOf(fact.campaign, fact.id), written);
  };
  const putAlone = async (fact: Fact, bytes: Uint8Array): Promise<void> => {
    await openAlone(fact);
    if (!existsSync(bytesOf(fact))) await writeAtomically(bytesOf(fact), bytes);
  };
  const eraseAlone = async (tombstone: Tombstone): Promise<void> => {
    const path = tombstoneOf(tombstone.campaign, tombstone.fact);
    const written = Buffer.from(writeTombstone(tombstone));
    if (!existsSync(path)) await writeAtomically(path, written);
  };

  return {
    open: (fact) => inTurn(recordOf(fact.campaign, fact.id), () => openAlone(fact)),
    put: (fact, bytes) => inTurn(recordOf(fact.campaign, fact.id), () => putAlone(fact, bytes)),
    ids: async (campaign) => {
      const names = await namesIn(folderOf(campaign));
      return names.flatMap((name) => BYTES_NAME.exec(name)?.[1] ?? []).sort() as FactId[];
    },
    record,
    read: async (campaign, id) => {
      const fact = await record(campaign, id);
      if (!fact) return null;
      const bytes = await readIfThere(bytesOf(fact));
      if (!bytes) throw new FactDamaged(`the bytes of fact ${id} of ${campaign} are not there`);
      return { fact, bytes };
    },
    erase: (tombstone) =>
      inTurn(tombstoneOf(tombstone.campaign, tombstone.fact), () => eraseAlone(tombstone)),
    erased: async (campaign) => {
      const folder = join(folderOf(campaign), TOMBSTONES);
      const names = (await namesIn(folder)).filter((name) => name.endsWith(RECORD)).sort();
      const tombstones = await Promise.all(
        names.map(async (name) => {
          const path = join(folder, name);
          const text = await textIfThere(path);
          return text === null ? [] : [readTombstone(path, text)];
        }),
      );
      return new Map(tombstones.flat().map((tombstone) => [tombstone.fact, tombstone]));
    },
  };
}

/** Runs what is asked under one name one after the other, whether or not it fails. */
function turns() {
  const last = new Map<string, Promise<void>>();
  return (name: string, act: () => Promise<void>): Promise<void> => {
    const before = last.get(name) ?? Promise.resolve();
    const own = before.catch(() => undefined).then(act);
    last.set(name, own);
    return own.finally(() => last.get(name) === own && last.delete(name));
  };
}

function safe(id: FactId): string {
  if (!FACT_ID.test(id)) throw new StorageFailure(`not the id of a fact: ${JSON.stringify(id)}`);
  return id;
}

async function textIfThere(path: string): Promise<string | null> {
  const bytes = await readIfThere(path);
  return bytes && Buffer.from(bytes).toString();
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return [];
    throw new StorageFailure(`cannot list ${folder}`, { cause });
  }
}
