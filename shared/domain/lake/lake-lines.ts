import type { Territory } from '../declarant/directory.ts';
import type { ReportContext } from '../report/build-regional-report.ts';
import type { Standing } from '../report/standing.ts';
import { declarantRows } from './declarant-rows.ts';
import { figureRows } from './figure-rows.ts';
import { issueRows } from './issue-rows.ts';
import type { LakeLines } from './lake-tables.ts';
import { poolRows } from './pool-rows.ts';
import { sectionRows } from './section-rows.ts';

/**
 * Every table, as far as one territory goes: a pure function of the returns and the reference set.
 *
 * @param standing every body that has a return.
 */
export function lakeLines(
  territory: Territory,
  standing: Standing,
  { directory, rules }: Pick<ReportContext, 'directory' | 'rules'>,
): LakeLines {
  const declarants = territory === 'EXT' ? [] : directory.inRegion(territory);
  const bodies = [...directory.bodiesOf(territory).keys()];
  return {
    declarants: declarantRows(declarants, directory),
    figures: figureRows(declarants, standing),
    sections: sectionRows(bodies, standing),
    issues: issueRows(bodies, standing, rules),
    pools: poolRows(territory, directory, standing, rules),
  };
}
