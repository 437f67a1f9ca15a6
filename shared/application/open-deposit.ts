import { bodiesPerimeter, type Perimeter, writePerimeter } from '../domain/access/perimeter.ts';
import type { Role } from '../domain/access/role.ts';
import { followUpOf } from '../domain/act/follow-up.ts';
import { type Day, frenchDay } from '../domain/calendar/day.ts';
import { parisDay } from '../domain/calendar/paris-day.ts';
import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { LARGEST_DEPOSIT } from '../domain/deposit/largest-deposit.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { askedPerimeter } from './asked-perimeter.ts';
import { authorizeRole, type Caller } from './authorize.ts';
import { calendarOf } from './calendar.ts';
import type { Generation } from './generation.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import { newFact } from './new-fact.ts';
import type {
  Clock,
  Fact,
  Facts,
  NewFactId,
  Openings,
  Returns,
  Sha256,
  UploadForm,
  Uploads,
} from './ports.ts';
import { Refusal } from './refusal.ts';
import { shelvesOf } from './shelves.ts';

export interface OpenDepositPorts extends InForcePorts {
  readonly facts: Facts;
  readonly openings: Openings;
  readonly uploads: Uploads;
  readonly returns: Returns;
  readonly clock: Clock;
  readonly newFactId: NewFactId;
}

/** The file that is to come, as its depositor announces it. */
export interface DepositRequest {
  readonly campaign: CampaignYear;
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: Sha256;
  readonly contentType: string;
  /** The one body that the file speaks of; null for all those that the caller holds. */
  readonly finess: Finess | null;
}

export interface OpenedDeposit {
  readonly fact: Fact;
  readonly form: UploadForm;
}

/**
 * Opens a deposit: what is known of it is kept, and its depositor receives a form that takes that file and no other.
 *
 * @throws Refusal ROLE_FORBIDDEN, DEPOSIT_TOO_LARGE, NOT_FOUND for an unknown campaign, OUTSIDE_PERIMETER,
 * CAMPAIGN_NOT_OPEN, CAMPAIGN_CLOSED.
 */
export async function openDeposit(
  ports: OpenDepositPorts,
  caller: Caller,
  { campaign, file, size, sha256, contentType, finess }: DepositRequest,
): Promise<OpenedDeposit> {
  authorizeRole(caller, 'deposit.open');
  if (size > LARGEST_DEPOSIT) throw new Refusal('DEPOSIT_TOO_LARGE', { limit: String(LARGEST_DEPOSIT) });
  const generation = await generationInForce(ports, campaign);
  const { directory } = generation;
  const asked = askedPerimeter(caller, finess, directory);
  const now = ports.clock();
  const perimeter = await openPerimeter(ports, generation, caller.role, asked, parisDay(now));
  const fact = newFact(ports.newFactId, caller, now, {
    kind: 'deposit',
    campaign,
    file,
    sha256,
    size,
    scope: writePerimeter(perimeter),
  });
  await ports.facts.open(fact);
  await ports.openings.put([{ fact, shelves: shelvesOf(perimeter, directory) }]);
  return { fact, form: await ports.uploads.form(fact, contentType) };
}

/**
 * The part of a perimeter for which deposits are taken that day: all of it while the campaign is open, the bodies
 * reopened to that day after its close. The administrator takes in what came in time by another way.
 */
async function openPerimeter(
  { returns }: OpenDepositPorts,
  generation: Generation,
  role: Role,
  perimeter: Perimeter,
  day: Day,
): Promise<Perimeter> {
  const { opening, close, year } = calendarOf(generation);
  const campaign = String(year);
  if (day < opening) throw new Refusal('CAMPAIGN_NOT_OPEN', { campaign, opening: frenchDay(opening) });
  if (day <= close || role === 'administrateur') return perimeter;
  const bodies = perimeter.kind === 'bodies' ? perimeter.finess : [];
  const reopened = bodiesPerimeter(await reopenedBodies(returns, generation, bodies, day));
  if (!reopened) throw new Refusal('CAMPAIGN_CLOSED', { campaign, close: frenchDay(close) });
  return reopened;
}

async function reopenedBodies(
  returns: Returns,
  { scope, directory }: Generation,
  bodies: readonly Finess[],
  day: Day,
): Promise<readonly Finess[]> {
  const known = bodies.flatMap((finess) => {
    const territory = directory.territory(finess);
    return territory === null ? [] : [{ finess, territory }];
  });
  const records = await returns.getMany(scope, known);
  return [...records.values()].flatMap(({ value: { finess, state } }) => {
    const { reopenedUntil } = followUpOf(state);
    return reopenedUntil !== null && day <= reopenedUntil ? [finess] : [];
  });
}
