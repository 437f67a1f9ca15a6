import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { type Directory, directoryOf } from '../domain/declarant/directory.ts';
import type { ReferenceSet } from '../domain/declarant/reference-set.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { relaxed } from '../domain/rules/severity.ts';
import { digestOf, sha256 } from './digest.ts';
import type { GenerationId, Scope, Sha256 } from './ports.ts';

/** A reference set and a rule set, under which a campaign is derived from its raw facts. */
export interface Generation {
  readonly scope: Scope;
  readonly directory: Directory;
  readonly rules: RuleSet;
  readonly sources: GenerationSources;
}

/** What a generation was made of, by hashes: manifests name them. */
interface GenerationSources {
  /** SHA-256 of each file of the reference set, by name. */
  readonly files: Readonly<Record<string, Sha256>>;
  /** Digest of the rule set, before regles.csv. */
  readonly rules: Sha256;
}

/** The files of a reference set by name, as they were published. */
export type ReferenceFiles = ReadonlyMap<string, Uint8Array>;

/** The same files and rules are the same generation, wherever and whenever they are published. */
function generationId({ files, rules }: GenerationSources): GenerationId {
  return digestOf({ files, rules }).slice(0, 32) as GenerationId;
}

export function generationOf(
  campaign: CampaignYear,
  files: ReferenceFiles,
  reference: ReferenceSet,
  rules: RuleSet,
): Generation {
  const hashes = Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)]));
  const sources = { files: hashes, rules: digestOf(rules) };
  return {
    scope: { generation: generationId(sources), campaign },
    directory: directoryOf(reference),
    rules: relaxed(rules, reference.relaxations),
    sources,
  };
}
