import type { Role } from '../access/role.ts';
import { NO_VALUES } from '../deposit/columns.ts';
import type { Reading, ReadingContext } from '../deposit/reading.ts';
import { strangerTo } from '../deposit/stranger.ts';
import type { Issue } from '../issues/issue.ts';
import type { Act } from './act.ts';

/** An act's only line. */
const LINE = 1;

/**
 * An act as the reading of a fact: one entry of its body's journal, or an orphan where the body is unknown, the act
 * is not of this campaign, or its author has no say.
 */
export function enterAct(act: Act, by: Role, context: ReadingContext): Reading {
  const { campaign, finess, ...said } = act;
  const issues = issuesOf(act, context);
  if (issues.length > 0) return { kind: 'act', issues: [], orphans: [{ line: LINE, issues }], entries: [] };
  const entry = {
    campaign,
    finess,
    source: context.source,
    line: LINE,
    sections: [],
    values: NO_VALUES,
    places: {},
    issues: [],
    act: { by, ...said },
  };
  return { kind: 'act', issues: [], orphans: [], entries: [entry] };
}

function issuesOf({ campaign, finess }: Act, context: ReadingContext): readonly Issue[] {
  const stranger = strangerTo(finess, context);
  return [
    ...(stranger ? [{ ...stranger, at: {}, seen: finess }] : []),
    ...(campaign === context.campaign
      ? []
      : [
          {
            code: 'CAMPAIGN_MISMATCH' as const,
            at: {},
            seen: String(campaign),
            facts: { campaign: String(context.campaign) },
          },
        ]),
  ];
}
