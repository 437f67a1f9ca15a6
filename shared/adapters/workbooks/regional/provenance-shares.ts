import type { Figures, PoolShare } from '../../../domain/figures/figures.ts';
import type { PoolBlock } from '../../../domain/report/regional-report.ts';
import { shareRule } from '../../../messages/figure-rules.ts';
import { hundredths } from '../exact.ts';
import { linkTo } from '../frame.ts';
import { AMOUNT, FTE } from '../package/styles.ts';
import { MEMBER } from './pool-block.ts';
import { shownIn } from './provenance-figures.ts';
import { NATURES, type ProvenanceLine } from './provenance-line.ts';
import { poolTable, SHEETS } from './tables.ts';

const LINK = linkTo(SHEETS.pools, 'Voir le groupement');

/**
 * Two lines per pool in which the declarant takes a share: the carrier's deposit, where in it, and the pool's code.
 *
 * @param pools every pool of the region, in the order of their tables
 */
export function shareLines({ shares }: Figures, pools: readonly PoolBlock[]): readonly ProvenanceLine[] {
  return shares.flatMap((share) => {
    const rank = pools.findIndex(({ code }) => code === share.group);
    const pool = pools[rank];
    if (!pool) throw new Error(`a share of pool ${share.group}, which the report does not hold`);
    return linesOf(share, pool, poolTable(rank + 1));
  });
}

function linesOf(
  share: PoolShare,
  { code, label, origins }: PoolBlock,
  table: string,
): readonly ProvenanceLine[] {
  const line = { nature: NATURES.share, link: LINK } as const;
  return [
    {
      ...line,
      label: `Quote-part de charges du groupement ${code} (${label})`,
      column: 'mutualise_attribue',
      value: { content: shownIn(table, MEMBER.charges, hundredths(share.charges)), style: AMOUNT },
      readIn: origins.charges,
      rule: shareRule('mutualise_charges', code),
    },
    {
      ...line,
      label: `Quote-part d'ETP SSI du groupement ${code} (${label})`,
      column: 'etp_ssi_attribues',
      value: { content: shownIn(table, MEMBER.ssiFte, hundredths(share.ssiFte)), style: FTE },
      readIn: origins.ssiFte,
      rule: shareRule('mutualise_etp_ssi', code),
    },
  ];
}
