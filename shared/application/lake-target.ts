import { lakeMarkerKey } from '../domain/lake/lake-keys.ts';
import { VERSION } from '../domain/version.ts';
import { StorageFailure } from './errors.ts';
import type { EditionRecord, Editions, Generations, Lake, LakeObject, Scope, Sha256 } from './ports.ts';

/** What `lake/published/campagne=<N>.json` says: which edition every table is that of. */
export interface LakeMarker {
  readonly campagne: number;
  readonly generation: string;
  /** Version of the code that wrote them: another may have other columns. */
  readonly code: string;
  /** Number of the national edition. */
  readonly edition: number;
  /** SHA-256 of each object, by its key. */
  readonly objets: Readonly<Record<string, Sha256>>;
}

export interface LakeTargetPorts {
  readonly generations: Pick<Generations, 'current'>;
  readonly editions: Pick<Editions, 'get'>;
  readonly lake: Pick<Lake, 'get'>;
}

/** The edition of which the tables ought to be: the nation's last; null when its generation is not in force, or has none. */
export async function lakeTarget(
  { generations, editions }: Omit<LakeTargetPorts, 'lake'>,
  scope: Scope,
): Promise<EditionRecord | null> {
  const current = await generations.current(scope.campaign);
  return current?.value === scope.generation ? editions.get(scope, 'FR') : null;
}

/** Whether the tables are not yet, or no longer, those of the edition that they ought to be of. */
export async function isLakeBehind(ports: LakeTargetPorts, scope: Scope): Promise<boolean> {
  const target = await lakeTarget(ports, scope);
  return target !== null && !isOf(await ports.lake.get(lakeMarkerKey(scope.campaign)), scope, target);
}

/** Whether a marker names this edition, as this code writes it. @throws StorageFailure when it is not JSON */
export function isOf(marker: LakeObject | null, { generation }: Scope, { number }: EditionRecord): boolean {
  if (!marker) return false;
  const found = readMarker(marker.bytes);
  return found.generation === generation && found.edition === number && found.code === VERSION;
}

function readMarker(bytes: Uint8Array): Partial<LakeMarker> {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new StorageFailure('the marker of the lake is not JSON', { cause });
  }
}
