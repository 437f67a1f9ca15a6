import { entryLine, factLine, type ManifestLines } from '../domain/verification/manifest-lines.ts';
import type { ReceiptCheck, Standing } from '../domain/verification/receipt-check.ts';
import type { Sha256 } from './ports.ts';

/** A receipt as it is saved, as much of it as a manifest can bear out. */
interface SavedReceipt {
  readonly campagne: number;
  readonly depot: string;
  readonly sha256: Sha256;
  /** Null of a receipt saved while the verdict was awaited. */
  readonly ecritures:
    | readonly {
        readonly finess: string;
        readonly region: string | null;
        readonly ligne: number;
        readonly ecriture: Sha256;
      }[]
    | null;
  readonly ecritures_total: number;
}

/**
 * Holds a receipt against the manifest of an edition, and the file against the receipt; nothing else is asked.
 * @param file SHA-256 of the file that was deposited, found again; null where it is not at hand
 */
export function verifyReceipt(
  { campagne, depot, sha256, ecritures, ecritures_total }: SavedReceipt,
  manifest: ManifestLines,
  file: Sha256 | null,
): ReceiptCheck {
  const addsNothing = ecritures !== null && ecritures.length === 0;
  return {
    campaign: campagne,
    deposit: depot,
    file: file === null ? null : { expected: sha256, found: file },
    standing: addsNothing ? null : standingOf(manifest, factLine(depot), sha256),
    entries:
      ecritures?.map(({ finess, region, ligne, ecriture }) => ({
        finess,
        region,
        line: ligne,
        hash: ecriture,
        standing: standingOf(manifest, entryLine(depot, ligne, finess), ecriture),
      })) ?? null,
    total: ecritures_total,
  };
}

function standingOf(manifest: ManifestLines, of: string, said: Sha256): Standing {
  const found = manifest.get(of);
  if (found === undefined) return { kind: 'absent' };
  return found === said ? { kind: 'there' } : { kind: 'other', found };
}
