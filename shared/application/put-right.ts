import type { Right, Subject } from '../domain/access/right.ts';
import type { Rights } from './ports.ts';
import { Refusal } from './refusal.ts';
import { MOST_TRIES } from './tries.ts';

/**
 * Replaces the right of a subject, whoever else writes it.
 *
 * Somebody administers afterwards, but for two administrators who take it from each other at the same instant: then
 * `bootstrapRight` names another.
 *
 * @param replace what is to stand instead of what stands; null leaves it.
 * @throws Refusal LAST_ADMINISTRATOR; CONFLICT when other writers keep coming first.
 */
export async function putRight(
  rights: Rights,
  subject: Subject,
  replace: (standing: Right | null) => Right | null,
): Promise<Right | null> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const current = await rights.get(subject);
    const standing = current?.value ?? null;
    const next = replace(standing);
    if (next === null) return standing;
    if (standing && administers(standing) && !administers(next) && !(await othersAdminister(rights, subject)))
      throw new Refusal('LAST_ADMINISTRATOR');
    if (await rights.put(next, current?.version ?? null)) return next;
  }
  throw new Refusal('CONFLICT');
}

/** Whether the right holds, and is that of an administrator. */
export function administers({ role, revoked }: Right): boolean {
  return role === 'administrateur' && revoked === null;
}

async function othersAdminister(rights: Rights, { issuer, subject }: Subject): Promise<boolean> {
  const all = await rights.all();
  return all.some((right) => administers(right) && !(right.issuer === issuer && right.subject === subject));
}
