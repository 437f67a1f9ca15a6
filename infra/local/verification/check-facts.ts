import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere } from '../../../shared/adapters/files/read-if-there.ts';
import { readFact } from '../../../shared/adapters/records/fact-record.ts';
import { sha256 } from '../../../shared/application/digest.ts';
import type { Fact } from '../../../shared/application/ports.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';

const BYTES = /^([0-9A-Za-z]+)-([0-9a-f]{64})$/;

export interface CheckedFacts {
  readonly count: number;
  readonly findings: readonly Finding[];
}

/** Hashes every deposit and act of a folder of raw facts again. */
export async function checkFacts(raw: string, campaign: CampaignYear): Promise<CheckedFacts> {
  const folder = join(raw, String(campaign));
  const findings: Finding[] = [];
  let count = 0;
  for (const file of (await readdir(folder).catch(() => [])).sort()) {
    const [, id, named = ''] = BYTES.exec(file) ?? [];
    if (id === undefined) continue;
    count++;
    const record = join(folder, `${id}.json`);
    const fact = await factIn(record);
    if (!fact) findings.push({ kind: 'record-damaged', path: record });
    const path = join(folder, file);
    const found = sha256((await readIfThere(path)) ?? new Uint8Array());
    const expected = fact?.sha256 ?? named;
    if (found !== named || found !== expected)
      findings.push({ kind: 'fact-damaged', name: fact?.file ?? null, path, expected, found });
  }
  return { count, findings };
}

/** Null where the record is not there, or can no longer be read. */
async function factIn(path: string): Promise<Fact | null> {
  const bytes = await readIfThere(path);
  try {
    return bytes && readFact(path, Buffer.from(bytes).toString());
  } catch {
    return null;
  }
}
