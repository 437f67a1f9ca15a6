import { parisDay } from '../domain/calendar/paris-day.ts';
import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { askedPerimeter } from './asked-perimeter.ts';
import { authorizeRole, type Caller } from './authorize.ts';
import { type CheckedFile, type CheckFilePorts, checkFile } from './check-file.ts';
import { sha256 } from './digest.ts';
import type { Generation } from './generation.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import type { Clock, NewFactId } from './ports.ts';
import { type ReadJournalsPorts, readJournals } from './read-journals.ts';

export interface CheckAsDepositPorts
  extends InForcePorts,
    ReadJournalsPorts,
    Pick<CheckFilePorts, 'readFile' | 'wording'> {
  readonly clock: Clock;
  readonly newFactId: NewFactId;
}

/** A file that is not deposited. */
export interface FileToCheck {
  readonly campaign: CampaignYear;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The one body that the file speaks of; null for all those that the caller holds. */
  readonly finess: Finess | null;
}

/**
 * Judges a file as a deposit that its caller would open now, against all that stands; the calendar is not asked, so that
 * files can be prepared. Nothing is kept.
 *
 * @throws Refusal ROLE_FORBIDDEN, NOT_FOUND for an unknown campaign, OUTSIDE_PERIMETER.
 */
export async function checkAsDeposit(
  ports: CheckAsDepositPorts,
  caller: Caller,
  { campaign, file, bytes, finess }: FileToCheck,
): Promise<CheckedFile & { readonly generation: Generation }> {
  authorizeRole(caller, 'deposit.open');
  const generation = await generationInForce(ports, campaign);
  const { directory, rules } = generation;
  const perimeter = askedPerimeter(caller, finess, directory);
  const now = ports.clock();
  const source = { fact: ports.newFactId(now), file, sha256: sha256(bytes), day: parisDay(now) };
  const { readFile, wording } = ports;
  const standing: CheckFilePorts['standing'] = (bodies) => readJournals(ports, generation, bodies);
  const context = { campaign, source, directory, perimeter };
  return { generation, ...(await checkFile({ readFile, wording, standing }, bytes, context, rules)) };
}
