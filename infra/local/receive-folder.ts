import { sha256 } from '../../shared/application/digest.ts';
import type { Fact, Facts, Queue, Scope } from '../../shared/application/ports.ts';
import { receiveFact } from '../../shared/application/receive-fact.ts';
import { NATION, writePerimeter } from '../../shared/domain/access/perimeter.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import { factIdOf } from './fact-id.ts';
import { type DepositFile, readDepositFile } from './list-deposits.ts';

/** Deposits of a folder are opened one millisecond after the other, from ten o'clock in the morning (UTC) of the day. */
const OPENING_TIME = 'T10:00:00.000Z';

/** Files being written at once. */
const AT_ONCE = 8;

/** What a folder's deposits are: the same folder and day give the same facts. */
export function factOf(
  file: DepositFile,
  index: number,
  bytes: Uint8Array,
  { campaign }: Scope,
  day: Day,
): Fact {
  const openedAt = new Date(Date.parse(day + OPENING_TIME) + index);
  return {
    id: factIdOf(openedAt, file.path),
    kind: 'deposit',
    campaign,
    file: file.path,
    sha256: sha256(bytes),
    size: bytes.length,
    openedAt: openedAt.toISOString(),
    day,
    depositor: { issuer: 'local', subject: 'campaign', role: 'administrateur' },
    scope: writePerimeter(NATION),
  };
}

/** Receives every file, in any order: their ids hold the order of the folder. */
export async function receiveFolder(
  ports: { readonly facts: Facts; readonly queue: Queue },
  files: readonly DepositFile[],
  scope: Scope,
  day: Day,
  onReceived: (received: number) => void,
): Promise<void> {
  let next = 0;
  let received = 0;
  const receiveNext = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (!file) return;
      const bytes = readDepositFile(file);
      await receiveFact(ports, factOf(file, index, bytes, scope, day), bytes, [scope]);
      onReceived(++received);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, receiveNext));
}
