import type { Perimeter } from './perimeter.ts';
import type { Role } from './role.ts';

/** A person or a program, as an OIDC issuer names it. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** What was granted to a subject, last. */
export interface Right extends Subject {
  readonly role: Role;
  readonly perimeter: Perimeter;
  /** For the administrators' list: a name, a service. */
  readonly label: string;
  /** ISO 8601 instant. */
  readonly grantedAt: string;
  readonly grantedBy: Subject;
  /** Null while it holds. */
  readonly revoked: { readonly at: string; readonly by: Subject } | null;
}

/** The kind of perimeter that each role holds. */
export const PERIMETER_OF_ROLE = {
  etablissement: 'bodies',
  ars: 'region',
  dns: 'nation',
  administrateur: 'nation',
} as const satisfies Record<Role, Perimeter['kind']>;
