import * as fc from 'fast-check';
import { factIdOf } from '../../../infra/local/fact-id.ts';
import { canonicalJson, sha256 } from '../../../shared/application/digest.ts';
import { newFact } from '../../../shared/application/new-fact.ts';
import { ACT_KINDS, type Act } from '../../../shared/domain/act/act.ts';
import { actOf } from '../../builders/act.ts';
import { callerOf } from '../../builders/caller.ts';
import {
  anyDeposits,
  type Deposit,
  generation,
  portsOn,
  quietQueue,
  quietRun,
  run,
  standingOf,
} from '../../builders/campaign.ts';
import { CARRIER, EXTERNAL, LONER, MEMBER, STRANGER } from '../../builders/directory.ts';
import { CAMPAIGN, day } from '../../builders/entry.ts';
import { seeded, shuffled } from '../../doubles/seeded.ts';
import { unrulyQueue } from '../../doubles/unruly-queue.ts';

/** An act recorded at an instant; deposits are opened from ten o'clock (UTC) on, a millisecond apart. */
function recorded(act: Act, milliseconds: number): Deposit {
  const bytes = new TextEncoder().encode(canonicalJson(act));
  const now = new Date(Date.parse('2026-07-15T10:00:00.000Z') + milliseconds);
  const fact = newFact((at) => factIdOf(at, canonicalJson(act)), callerOf('ars'), now, {
    kind: 'act',
    campaign: CAMPAIGN,
    file: `${act.kind}.json`,
    sha256: sha256(bytes),
    size: bytes.length,
    scope: act.finess,
  });
  return { fact, bytes };
}

const anyAct = fc
  .record({
    kind: fc.constantFrom(...ACT_KINDS),
    finess: fc.constantFrom(CARRIER, MEMBER, LONER, EXTERNAL, STRANGER),
    text: fc.constantFrom('', 'Vu.'),
    milliseconds: fc.nat(9),
  })
  .map(({ milliseconds, kind, ...act }) =>
    recorded(
      actOf({
        ...act,
        kind,
        alert: kind === 'justification' ? 'SHARE_HIGH' : null,
        until: kind === 'reouverture' ? day('2027-01-31') : null,
      }),
      milliseconds,
    ),
  );
const anyActs = fc.uniqueArray(anyAct, { minLength: 1, maxLength: 6, selector: ({ fact }) => fact.id });

describe('a campaign with acts among its deposits', () => {
  it('ends as a quiet one, whatever the order in which all of it is read', async () => {
    await fc.assert(
      fc.asyncProperty(anyDeposits, anyActs, fc.nat(1_000_000), async (deposits, acts, seed) => {
        const all = [...deposits, ...acts];
        const ports = portsOn();
        const queue = unrulyQueue(seed);
        await run({ ...ports, queue }, queue, shuffled(all, seeded(seed)));
        expect(await standingOf(ports)).toEqual(await quietRun(all));
      }),
      { numRuns: 30 },
    );
  });

  it('has the figures that it would have without them', async () => {
    const figures = async (deposits: readonly Deposit[]) => {
      const ports = portsOn();
      const queue = quietQueue();
      await run({ ...ports, queue }, queue, deposits);
      const nation = await ports.editions.get(generation().scope, 'FR');
      const { figures: key = '', aggregates = '' } = nation?.documents ?? {};
      return Promise.all([key, aggregates].map((name) => ports.documents.get(name)));
    };
    await fc.assert(
      fc.asyncProperty(anyDeposits, anyActs, async (deposits, acts) => {
        expect(await figures([...deposits, ...acts])).toEqual(await figures(deposits));
      }),
      { numRuns: 20 },
    );
  });
});
