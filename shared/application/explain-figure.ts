import { coversBody } from '../domain/access/perimeter.ts';
import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { type ExplainedFigure, explainFigure, type FigureInput } from '../domain/explain/explain-figure.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { FigureColumn } from '../domain/report/figure-texts.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { authorize, type Caller } from './authorize.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import type { Returns, Sha256 } from './ports.ts';
import { type ReadSnapshotPorts, readSnapshot } from './read-snapshot.ts';
import { readStanding } from './read-standing.ts';
import { Refusal } from './refusal.ts';

export interface ExplainFigurePorts extends InForcePorts, ReadSnapshotPorts {
  readonly returns: Pick<Returns, 'getMany'>;
}

export interface FigureExplanation {
  readonly explained: ExplainedFigure;
  readonly rules: RuleSet;
  /** SHA-256 of groupes.csv; null where no group is known. */
  readonly groups: Sha256 | null;
  /** The figure in the nation's last edition; null before the first. */
  readonly published: { readonly edition: number; readonly value: string | null } | null;
}

/**
 * How a figure of a declarant comes about, as its return stands now. Where the carrier of a pool was read is told to
 * those alone who may read the carrier's return.
 *
 * @throws Refusal NOT_FOUND for a body outside the caller's perimeter as for one that is no declarant.
 */
export async function explainFigureOf(
  ports: ExplainFigurePorts,
  caller: Caller,
  campaign: CampaignYear,
  finess: Finess,
  figure: FigureColumn,
): Promise<FigureExplanation> {
  const generation = await generationInForce(ports, campaign);
  const { directory, rules, sources } = generation;
  authorize(caller, 'return.read', { kind: 'body', finess, directory });
  if (!directory.declarant(finess)) throw new Refusal('NOT_FOUND');
  const carriers = directory.groupsOf(finess).map(({ carrier }) => carrier);
  const [standing, snapshot] = await Promise.all([
    readStanding(ports.returns, generation, [finess, ...carriers]),
    readSnapshot(ports, generation.scope),
  ]);
  const explained = explainFigure(finess, figure, { standing, directory, rules });
  const mayRead = (body: Finess) => coversBody(caller.perimeter, body, directory);
  const line = snapshot?.figures.find((one) => one['finess'] === finess);
  return {
    explained: { ...explained, inputs: explained.inputs.map((input) => shownTo(input, mayRead)) },
    rules,
    groups: sources.files['groupes.csv'] ?? null,
    published: snapshot && { edition: snapshot.number, value: line?.[figure] || null },
  };
}

function shownTo(input: FigureInput, mayRead: (body: Finess) => boolean): FigureInput {
  return input.kind === 'share' && !mayRead(input.carrier) ? { ...input, origin: null } : input;
}
