import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FactConflict, FactDamaged, StorageFailure } from '../../application/errors.ts';
import type { Fact, Facts } from '../../application/ports.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { FactId } from '../../domain/return/entry.ts';
import { FACT_ID, readFact, writeFact } from './fact-record.ts';
import { readIfThere } from './read-if-there.ts';
import { errorCode, writeAtomically } from './write-atomically.ts';

const RECORD = '.json';

/**
 * Facts in a folder: `<campaign>/<id>-<sha256>` holds the bytes and `<campaign>/<id>.json`, written last, says
 * that they are all there. One process owns the folder; its puts of one id wait for each other.
 */
export function folderFacts(root: string): Facts {
  const puts = new Map<string, Promise<void>>();
  const folderOf = (campaign: CampaignYear) => join(root, String(campaign));
  const recordOf = (campaign: CampaignYear, id: FactId) => join(folderOf(campaign), safe(id) + RECORD);
  const bytesOf = (fact: Fact) => join(folderOf(fact.campaign), `${safe(fact.id)}-${fact.sha256}`);

  const readRecord = async (campaign: CampaignYear, id: FactId): Promise<Fact | null> => {
    const path = recordOf(campaign, id);
    const bytes = await readIfThere(path);
    return bytes && readFact(path, bytes);
  };
  const putAlone = async (fact: Fact, bytes: Uint8Array) => {
    const record = writeFact(fact);
    const standing = await readRecord(fact.campaign, fact.id);
    if (standing && standing.sha256 !== fact.sha256)
      throw new FactConflict(`fact ${fact.id} of ${fact.campaign} holds another content`);
    if (standing) return;
    await writeAtomically(bytesOf(fact), bytes);
    await writeAtomically(recordOf(fact.campaign, fact.id), record);
  };

  return {
    put: (fact, bytes) => {
      const path = recordOf(fact.campaign, fact.id);
      const before = puts.get(path) ?? Promise.resolve();
      const put = before.catch(() => undefined).then(() => putAlone(fact, bytes));
      puts.set(path, put);
      return put.finally(() => puts.get(path) === put && puts.delete(path));
    },
    ids: async (campaign) => {
      const names = await namesIn(folderOf(campaign));
      const records = names
        .filter((name) => name.endsWith(RECORD))
        .map((name) => name.slice(0, -RECORD.length));
      return records.filter((id): id is FactId => FACT_ID.test(id)).sort();
    },
    read: async (campaign, id) => {
      const fact = await readRecord(campaign, id);
      if (!fact) return null;
      const bytes = await readIfThere(bytesOf(fact));
      if (!bytes) throw new FactDamaged(`the bytes of fact ${id} of ${campaign} are gone`);
      return { fact, bytes };
    },
  };
}

function safe(id: FactId): string {
  if (!FACT_ID.test(id)) throw new StorageFailure(`not the id of a fact: ${JSON.stringify(id)}`);
  return id;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return [];
    throw new StorageFailure(`cannot list ${folder}`, { cause });
  }
}
