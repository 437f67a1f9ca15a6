import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { directoryOf } from '../domain/declarant/directory.ts';
import { ruleSet } from '../domain/rules/rule-sets.ts';
import { relaxed } from '../domain/rules/severity.ts';
import { digestOf } from './digest.ts';
import { StorageFailure } from './errors.ts';
import type { Generation } from './generation.ts';
import type { Generations, References, Scope } from './ports.ts';
import { Refusal } from './refusal.ts';

/** A generation by its scope, read once by process. */
export type LoadGeneration = (scope: Scope) => Promise<Generation>;

/** How many generations a process keeps: the one in force, and one being built, of two campaigns. */
const MOST_KEPT = 4;

/** @throws StorageFailure when the generation was never published. */
export function generationLoader(references: References): LoadGeneration {
  const kept = new Map<string, Promise<Generation>>();
  return (scope) => {
    const key = `${scope.generation}#${scope.campaign}`;
    const found = kept.get(key);
    if (found) return found;
    const loading = load(references, scope);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return loading;
  };
}

async function load(references: References, scope: Scope): Promise<Generation> {
  const published = await references.get(scope.generation);
  const rules = published && ruleSet(published.ruleSet);
  if (!published || !rules) throw new StorageFailure(`generation ${scope.generation} was never published`);
  const { reference, files } = published;
  return {
    scope,
    directory: directoryOf(reference),
    rules: relaxed(rules, reference.relaxations),
    sources: { files, rules: digestOf(rules) },
  };
}

export interface InForcePorts {
  readonly generations: Generations;
  readonly loadGeneration: LoadGeneration;
}

/** The generation under which a campaign is shown. @throws Refusal NOT_FOUND when the campaign has none. */
export async function generationInForce(
  { generations, loadGeneration }: InForcePorts,
  campaign: CampaignYear,
): Promise<Generation> {
  return loadGeneration(await scopeInForce({ generations }, campaign));
}

/** The same where nothing is asked of its reference set. @throws Refusal NOT_FOUND when the campaign has none. */
export async function scopeInForce(
  { generations }: { readonly generations: Pick<Generations, 'current'> },
  campaign: CampaignYear,
): Promise<Scope> {
  const current = (await generations.current(campaign)) ?? null;
  if (!current) throw new Refusal('NOT_FOUND');
  return { generation: current.value, campaign };
}

/** Where a fact is to be read: the generation in force, and the one being built. */
export async function scopesOf(generations: Generations, campaign: CampaignYear): Promise<readonly Scope[]> {
  const current = (await generations.current(campaign))?.value;
  const published = await generations.published(campaign);
  const all = [current, published].filter((id) => id !== undefined && id !== null);
  return [...new Set(all)].map((generation) => ({ generation, campaign }));
}
