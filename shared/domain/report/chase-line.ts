import type { Directory } from '../declarant/directory.ts';
import type { Declarant } from '../declarant/reference-set.ts';
import { COLUMNS } from '../deposit/columns.ts';
import { isPoolClosed, poolStatementOf } from '../figures/compute.ts';
import type { Outcome, Reason } from '../figures/figures.ts';
import type { Return } from '../return/fold.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { severityOf } from '../rules/severity.ts';
import type { ChaseLine } from './regional-report.ts';
import { outcomeOf, type Standing } from './standing.ts';

/** Who is missing and why, one line; null for a declarant with figures. contracts.md, « À relancer ». */
export function chaseLine(
  declarant: Declarant,
  directory: Directory,
  standing: Standing,
  rules: RuleSet,
): ChaseLine | null {
  const outcome = outcomeOf(standing, declarant.finess);
  if (outcome.state === 'calcule') return null;
  const state = standing.get(declarant.finess)?.state ?? null;
  const carriers = waitedFor(declarant, directory, standing, rules);
  const reasons = outcome.state === 'non_calcule' ? outcome.reasons : [];
  return {
    declarant,
    groups: directory.groupsOf(declarant.finess).map(({ code }) => code),
    situation: situationOf(outcome, state, reasons, carriers.length > 0),
    reasons,
    carriers,
    missing:
      reasons.includes('champs-manquants') && state ? missingFields(declarant, state, directory, rules) : [],
    refusal: state ? whatRefused(state, rules) : [],
    lastTry: state?.lastTry ?? null,
    tries: state?.tries ?? 0,
    contact: directory.contacts(declarant.finess)[0] ?? null,
  };
}

/** Of the last row, by the rules of its day. */
function whatRefused({ lastRefusal, lastTry }: Return, rules: RuleSet): ChaseLine['refusal'] {
  return lastTry ? lastRefusal.filter(({ code }) => severityOf(code, lastTry.day, rules) === 'error') : [];
}

function situationOf(
  outcome: Outcome,
  state: Return | null,
  reasons: readonly Reason[],
  waits: boolean,
): ChaseLine['situation'] {
  if (outcome.state === 'non_repondant')
    return state === null || state.tries === 0 ? 'jamais-depose' : 'depot-refuse';
  const onlyThePool = reasons.every((reason) => reason === 'mutualisation-non-close');
  return onlyThePool && waits ? 'en-attente-du-porteur' : 'non-calcule';
}

/** The carriers, other than itself, whose pools are not closed. */
function waitedFor(
  declarant: Declarant,
  directory: Directory,
  standing: Standing,
  rules: RuleSet,
): ChaseLine['carriers'] {
  return directory
    .groupsOf(declarant.finess)
    .filter(({ carrier }) => {
      const state = standing.get(carrier)?.state;
      return carrier !== declarant.finess && !(state && isPoolClosed(poolStatementOf(state), rules));
    })
    .map(({ carrier, label }) => ({ finess: carrier, name: directory.declarant(carrier)?.name ?? label }));
}

function missingFields(
  declarant: Declarant,
  state: Return,
  directory: Directory,
  rules: RuleSet,
): readonly string[] {
  const required = directory.carried(declarant.finess)
    ? [...rules.required, ...rules.requiredOfCarrier]
    : rules.required;
  return required.filter((column) => state.values[column] === null).map((column) => COLUMNS[column].label);
}
