import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { Contact, Declarant } from '../domain/declarant/reference-set.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { chaseLine } from '../domain/report/chase-line.ts';
import { type Progress, progressOf } from '../domain/report/progress.ts';
import type { ChaseLine } from '../domain/report/regional-report.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import { authorize, type Caller } from './authorize.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import { firstPage, type Page } from './page.ts';
import type { Returns } from './ports.ts';
import { readStanding } from './read-standing.ts';

export interface ListDeclarantsPorts extends InForcePorts {
  readonly returns: Pick<Returns, 'getMany'>;
}

export interface DeclarantList {
  readonly campaign: CampaignYear;
  readonly region: RegionCode;
  /** Null for any. */
  readonly situation: Progress['situation'] | null;
  /** Only those to be chased. */
  readonly toChase: boolean;
  /** Strictly after this one; null from the first. */
  readonly after: Finess | null;
  readonly limit: number;
}

export interface ListedDeclarant {
  readonly declarant: Declarant;
  readonly progress: Progress;
  /** Why it has no figures; null where it has. */
  readonly chase: ChaseLine | null;
  readonly contacts: readonly Contact[];
}

/** How many declarants are read at once: more than most pages, a fraction of a large region. */
const BATCH = 100;

/** The declarants of a region and how far each has come, by FINESS. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND */
export async function listDeclarants(
  ports: ListDeclarantsPorts,
  caller: Caller,
  { campaign, region, situation, toChase, after, limit }: DeclarantList,
): Promise<Page<ListedDeclarant, Finess>> {
  const { scope, directory, rules } = await generationInForce(ports, campaign);
  authorize(caller, 'region.read', { kind: 'region', region });
  const left = directory.inRegion(region).filter(({ finess }) => after === null || finess > after);
  const found: ListedDeclarant[] = [];
  for (let start = 0; start < left.length && found.length <= limit; start += BATCH) {
    const batch = left.slice(start, start + BATCH);
    const carriers = batch.flatMap(({ finess }) => directory.groupsOf(finess).map(({ carrier }) => carrier));
    const bodies = [...batch.map(({ finess }) => finess), ...carriers];
    const standing = await readStanding(ports.returns, { scope, directory }, bodies);
    for (const declarant of batch) {
      const progress = progressOf(declarant.finess, standing);
      if (situation !== null && progress.situation !== situation) continue;
      if (toChase && !progress.toChase) continue;
      found.push({
        declarant,
        progress,
        chase: chaseLine(declarant, directory, standing, rules),
        contacts: directory.contacts(declarant.finess),
      });
    }
  }
  return firstPage(found, limit, ({ declarant }) => declarant.finess);
}
