import { statfs } from 'node:fs/promises';
import { StorageFailure } from '../../shared/application/errors.ts';

/** With less room than that, what storage could not do is put down to the disk. Bytes. */
const TOO_LITTLE_ROOM = 64 * 1024;

/** The error; or, when storage failed for want of room without saying so, the one that says it. */
export async function tellFullDisk(error: unknown, folder: string): Promise<unknown> {
  if (!(error instanceof StorageFailure)) return error;
  const disk = await statfs(folder).catch(() => null);
  if (!disk || disk.bavail * disk.bsize >= TOO_LITTLE_ROOM) return error;
  const cause = Object.assign(new Error(`no room left for ${folder}`, { cause: error }), { code: 'ENOSPC' });
  return new StorageFailure(error.message, { cause });
}
