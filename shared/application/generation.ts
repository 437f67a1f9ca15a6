import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { type Directory, directoryOf } from '../domain/declarant/directory.ts';
import type { ReferenceSet } from '../domain/declarant/reference-set.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { relaxed } from '../domain/rules/severity.ts';
import { digestOf, sha256 } from './digest.ts';
import type { GenerationId, Scope } from './ports.ts';

/** A reference set and a rule set, under which a campaign is derived from its raw facts. */
export interface Generation {
  readonly scope: Scope;
  readonly directory: Directory;
  readonly rules: RuleSet;
}

/** The files of a reference set by name, as they were published. */
export type ReferenceFiles = ReadonlyMap<string, Uint8Array>;

/** The same files and rules are the same generation, wherever and whenever they are published. */
function generationId(files: ReferenceFiles, rules: RuleSet): GenerationId {
  const hashes = Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)]));
  return digestOf({ reference: hashes, rules }).slice(0, 32) as GenerationId;
}

export function generationOf(
  campaign: CampaignYear,
  files: ReferenceFiles,
  reference: ReferenceSet,
  rules: RuleSet,
): Generation {
  return {
    scope: { generation: generationId(files, rules), campaign },
    directory: directoryOf(reference),
    rules: relaxed(rules, reference.relaxations),
  };
}
