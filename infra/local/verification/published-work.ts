import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamoGenerations } from '../../../shared/adapters/dynamodb/generations.ts';
import { folderDocuments } from '../../../shared/adapters/files/documents.ts';
import { lockFolder } from '../../../shared/adapters/files/lock.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { openTable } from '../open-table.ts';
import type { PublishedJournal } from './check-journal.ts';

/**
 * Calls `use` with the journal of a work folder, read from a copy: nothing is written in the folder. Null where it keeps
 * no table, as one filled from a bucket.
 * @throws FolderLocked when a process works in the folder.
 */
export async function withPublishedJournal<T>(
  work: string,
  campaign: CampaignYear,
  use: (journal: PublishedJournal | null) => Promise<T>,
): Promise<T> {
  if (!(await stat(join(work, 'table')).catch(() => null))?.isDirectory()) return use(null);
  const scratch = await mkdtemp(join(tmpdir(), 'verification-'));
  try {
    await copyTable(work, scratch);
    const { table, close } = await openTable(scratch);
    try {
      const current = await dynamoGenerations(table).current(campaign);
      if (!current) return await use(null);
      const documents = folderDocuments(join(work, 'documents'));
      return await use({ table, documents, scope: { generation: current.value, campaign } });
    } finally {
      await close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** While nobody writes in it. */
async function copyTable(work: string, to: string): Promise<void> {
  const lock = await lockFolder(work);
  try {
    await cp(join(work, 'table'), to, { recursive: true });
  } finally {
    await lock.release();
  }
}
