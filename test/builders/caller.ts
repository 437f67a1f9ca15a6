import type { Caller } from '../../shared/application/authorize.ts';
import { Refusal, type RefusalCode } from '../../shared/application/refusal.ts';
import { NATION, type Perimeter } from '../../shared/domain/access/perimeter.ts';
import type { Role } from '../../shared/domain/access/role.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import type { RegionCode } from '../../shared/domain/territory/regions.ts';
import { ISSUER } from './events.ts';

export function bodiesOf(first: Finess, ...others: readonly Finess[]): Perimeter {
  return { kind: 'bodies', finess: [first, ...others] };
}

export function regionOf(region: RegionCode): Perimeter {
  return { kind: 'region', region };
}

/** Somebody who asks, named after the role. */
export function callerOf(role: Role, perimeter: Perimeter = NATION): Caller {
  return { issuer: ISSUER, subject: role, role, perimeter, label: '' };
}

/** The refusal with which something was answered, as its code and facts; null when it was done. */
export async function refusedWith(
  ask: () => unknown,
): Promise<{ readonly code: RefusalCode; readonly facts: Refusal['facts'] } | null> {
  try {
    await ask();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, facts: error.facts };
    throw error;
  }
}
