import type { Perimeter } from '../../../shared/domain/access/perimeter.ts';
import type { Role } from '../../../shared/domain/access/role.ts';

/** Somebody whom the local issuer lets in without a password: loopback only. */
export interface DemonstrationAccount {
  /** `sub` of its tokens, and its name in `login_hint`. */
  readonly subject: string;
  /** French, shown where an account is chosen. */
  readonly label: string;
  readonly role: Role;
  readonly perimeter: Perimeter;
}
