import { writePerimeter } from '../domain/access/perimeter.ts';
import type { Act } from '../domain/act/act.ts';
import { readAct } from '../domain/act/read-act.ts';
import { authorize, authorizeRole, type Caller } from './authorize.ts';
import { canonicalJson, sha256 } from './digest.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import { newFact } from './new-fact.ts';
import type { Clock, Fact, Facts, NewFactId } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface RecordActPorts extends InForcePorts {
  readonly facts: Facts;
  readonly clock: Clock;
  readonly newFactId: NewFactId;
}

/**
 * Keeps an act as a fact: its canonical JSON, and who said it. It is read as any fact is.
 *
 * @throws Refusal ROLE_FORBIDDEN, or NOT_FOUND for an unknown campaign, and for a body that is unknown or elsewhere.
 */
export async function recordAct(ports: RecordActPorts, caller: Caller, act: Act): Promise<Fact> {
  const action = `act.${act.kind}` as const;
  authorizeRole(caller, action);
  const { directory } = await generationInForce(ports, act.campaign);
  authorize(caller, action, { kind: 'body', finess: act.finess, directory });
  if (!directory.isKnown(act.finess)) throw new Refusal('NOT_FOUND');
  const json = canonicalJson(act);
  // A fact that cannot be read back would stand in the way of every generation to come.
  if (!readAct(json)) throw new Error(`no such act: ${json}`);
  const bytes = new TextEncoder().encode(json);
  const fact = newFact(ports.newFactId, caller, ports.clock(), {
    kind: 'act',
    campaign: act.campaign,
    file: `${act.kind}.json`,
    sha256: sha256(bytes),
    size: bytes.length,
    scope: writePerimeter({ kind: 'bodies', finess: [act.finess] }),
  });
  await ports.facts.put(fact, bytes);
  return fact;
}
