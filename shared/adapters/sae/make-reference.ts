import type { ReferenceFile } from '../../domain/declarant/reading/reference-files.ts';
import type { Declarant } from '../../domain/declarant/reference-set.ts';
import { ACCOUNTS_HYPOTHESIS } from '../accounts/hypothesis.ts';
import { writeReferenceFiles } from '../tables/write-reference-files.ts';
import { declarantsOf } from './declarants.ts';
import { type LeftOut, readEstablishments } from './establishments.ts';
import { fictionalGroups } from './fictional-groups.ts';

export interface SaeReference {
  readonly files: ReadonlyMap<ReferenceFile, Uint8Array>;
  readonly establishments: number;
  readonly declarants: readonly Declarant[];
  readonly groups: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * A reference set from the SAE: declarants.csv, comptes.csv (a hypothesis, whatever the SAE says), and groupes.csv when
 * `sygen` is given (fictional groups: the SAE does not say who belongs to which GHT).
 */
export function makeReference(identities: Uint8Array, sygen: Uint8Array | null): SaeReference {
  const { establishments, leftOut } = readEstablishments(identities);
  const declarants = declarantsOf(establishments);
  const groups = sygen ? fictionalGroups(declarants, sygen) : [];
  return {
    files: writeReferenceFiles({ declarants, groups, accounts: ACCOUNTS_HYPOTHESIS }),
    establishments: establishments.length,
    declarants,
    groups: groups.length,
    leftOut,
  };
}
