import { FactConflict, FactDamaged, StorageFailure } from '../../application/errors.ts';
import type { Fact, Facts, Tombstone } from '../../application/ports.ts';
import { bytesKey, RAW, readBytesKey } from '../../contracts/object-keys.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { FactId } from '../../domain/return/entry.ts';
import { atOnce } from '../pace/at-once.ts';
import { FACT_ID, readFact, readTombstone, writeFact, writeTombstone } from '../records/fact-record.ts';
import { type Bucket, getObject, listKeys, putOnce } from './objects.ts';
import { scannedVersion } from './scan-verdict.ts';

/** Tombstones read at once: there are few. */
const TOMBSTONES_AT_ONCE = 16;

export interface S3FactsOptions {
  /** Whether bytes are read only once GuardDuty found nothing in them. */
  readonly malwareScan: boolean;
}

/** Raw facts in a bucket, by the keys of object-keys.ts. What was written is never written again. */
export function s3Facts(bucket: Bucket, { malwareScan }: S3FactsOptions): Facts {
  const record = async (campaign: CampaignYear, id: FactId): Promise<Fact | null> => {
    const key = recordKey(campaign, id);
    const text = await textOf(bucket, key);
    return text === null ? null : readFact(key, text);
  };
  const open = async (fact: Fact): Promise<void> => {
    const { campaign, id, sha256 } = fact;
    const isNew = await putOnce(bucket, {
      key: recordKey(campaign, id),
      bytes: Buffer.from(writeFact(fact)),
    });
    const standing = isNew ? fact : await record(campaign, id);
    if (standing?.sha256 !== sha256)
      throw new FactConflict(`fact ${id} of ${campaign} holds another content`);
  };
  return {
    open,
    put: async (fact, bytes) => {
      await open(fact);
      await putOnce(bucket, { key: bytesKey(fact), bytes, sha256: fact.sha256 });
    },
    ids: async (campaign) => {
      const keys = await listKeys(bucket, `${RAW.bytes}${campaign}/`);
      return [...new Set(keys.flatMap((key) => readBytesKey(key)?.fact ?? []))].sort();
    },
    record,
    read: async (campaign, id, version) => {
      const fact = await record(campaign, id);
      if (!fact) return null;
      const key = bytesKey(fact);
      const scanned = malwareScan ? await scannedVersion(bucket, key, version) : version;
      const bytes = await getObject(bucket, key, scanned);
      if (!bytes) throw new FactDamaged(`the bytes of fact ${id} of ${campaign} are not there`);
      return { fact, bytes };
    },
    erase: async (tombstone) => {
      const key = tombstoneKey(tombstone.campaign, tombstone.fact);
      await putOnce(bucket, { key, bytes: Buffer.from(writeTombstone(tombstone)) });
    },
    erased: async (campaign) => {
      const keys = await listKeys(bucket, `${RAW.tombstones}${campaign}/`);
      const tombstones = await atOnce(TOMBSTONES_AT_ONCE, keys, (key) => readTombstoneAt(bucket, key));
      return new Map(tombstones.map((tombstone) => [tombstone.fact, tombstone]));
    },
  };
}

async function readTombstoneAt(bucket: Bucket, key: string): Promise<Tombstone> {
  const text = await textOf(bucket, key);
  if (text === null) throw new StorageFailure(`${key} is gone`);
  return readTombstone(key, text);
}

async function textOf(bucket: Bucket, key: string): Promise<string | null> {
  const bytes = await getObject(bucket, key);
  return bytes && Buffer.from(bytes).toString();
}

function recordKey(campaign: CampaignYear, id: FactId): string {
  return `${RAW.records}${campaign}/${safe(id)}.json`;
}

function tombstoneKey(campaign: CampaignYear, id: FactId): string {
  return `${RAW.tombstones}${campaign}/${safe(id)}.json`;
}

function safe(id: FactId): string {
  if (!FACT_ID.test(id)) throw new StorageFailure(`not the id of a fact: ${JSON.stringify(id)}`);
  return id;
}
