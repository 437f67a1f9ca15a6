import { RULES_2026_1 } from './2026-1.ts';
import type { RuleSet } from './rule-set.ts';

/** Every rule set, oldest first. */
export const RULE_SETS: readonly RuleSet[] = [RULES_2026_1];

export function ruleSet(id: string): RuleSet | null {
  return RULE_SETS.find((set) => set.id === id) ?? null;
}

export const LATEST_RULE_SET: RuleSet = RULES_2026_1;
