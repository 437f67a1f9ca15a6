import { coversPerimeter, type Perimeter } from '../domain/access/perimeter.ts';
import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { FactId } from '../domain/return/entry.ts';
import { authorize, type Caller } from './authorize.ts';
import { type DepositStatus, depositStatus } from './deposit-status.ts';
import { perimeterOf } from './fact-perimeter.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import { mergeShelves } from './merge-shelves.ts';
import { firstPage, type Page } from './page.ts';
import type { Fact, Facts, Openings, Shelf, Verdicts } from './ports.ts';

export interface ListDepositsPorts extends InForcePorts {
  readonly openings: Openings;
  readonly verdicts: Pick<Verdicts, 'getMany'>;
  readonly facts: Pick<Facts, 'erased'>;
}

export interface DepositList {
  readonly campaign: CampaignYear;
  /** Strictly before this one; null from the latest. */
  readonly before: FactId | null;
  readonly limit: number;
}

export interface ListedDeposit {
  readonly fact: Fact;
  readonly status: DepositStatus;
}

/** The fewest that a shelf is asked for at once, where many are merged. */
const SMALLEST_BATCH = 10;

/**
 * The deposits that lie wholly in the caller's perimeter, the latest first. The cursor of the next page is the last
 * deposit of this one: what is deposited meanwhile moves nothing.
 *
 * @throws Refusal NOT_FOUND when the campaign has no generation in force.
 */
export async function listDeposits(
  ports: ListDepositsPorts,
  caller: Caller,
  { campaign, before, limit }: DepositList,
): Promise<Page<ListedDeposit, FactId>> {
  authorize(caller, 'deposit.read', { kind: 'own' });
  const { scope, directory } = await generationInForce(ports, campaign);
  const shelves = shelvesFor(caller.perimeter);
  const batch = Math.max(SMALLEST_BATCH, Math.ceil((limit + 1) / shelves.length));
  const found: Fact[] = [];
  for await (const fact of mergeShelves(ports.openings, campaign, shelves, { before, batch })) {
    if (fact.kind === 'deposit' && coversPerimeter(caller.perimeter, perimeterOf(fact), directory))
      found.push(fact);
    if (found.length > limit) break;
  }
  const { elements, next } = firstPage(found, limit, ({ id }) => id);
  const ids = elements.map(({ id }) => id);
  const [verdicts, erased] = await Promise.all([
    ports.verdicts.getMany(scope, ids),
    ports.facts.erased(campaign),
  ]);
  const statusOf = (id: FactId) => depositStatus(verdicts.get(id)?.value ?? null, erased.get(id) ?? null);
  return { elements: elements.map((fact) => ({ fact, status: statusOf(fact.id) })), next };
}

/** Where everything of a perimeter lies; other things may lie there too. */
function shelvesFor(perimeter: Perimeter): readonly Shelf[] {
  switch (perimeter.kind) {
    case 'bodies':
      return perimeter.finess.map((finess) => ({ kind: 'body', finess }));
    case 'region':
      return [{ kind: 'region', region: perimeter.region }];
    case 'nation':
      return [{ kind: 'all' }];
  }
}
