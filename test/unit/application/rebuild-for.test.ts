import type { GenerationId } from '../../../shared/application/ports.ts';
import { rebuildCampaignFor } from '../../../shared/application/rebuild-for.ts';
import { callerOf, refusedWith } from '../../builders/caller.ts';
import { csvOf, depositsOf } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { CAMPAIGN, year } from '../../builders/entry.ts';
import { deployment } from '../../doubles/deployment.ts';

const ADMINISTRATOR = callerOf('administrateur');

describe('rebuilding a campaign', () => {
  it('has every fact read again in each generation, and says how many there are', async () => {
    const { ports, generation, sent } = await deployment();
    await ports.generations.publish(CAMPAIGN, 'next' as GenerationId);
    const deposits = depositsOf(csvOf(GOOD_ROW), csvOf(GOOD_ROW));
    for (const { fact, bytes } of deposits) await ports.facts.put(fact, bytes);
    expect(await rebuildCampaignFor(ports, ADMINISTRATOR, CAMPAIGN)).toBe(2);
    const scopes = [generation.scope, { campaign: CAMPAIGN, generation: 'next' }];
    expect(sent).toEqual(
      scopes.flatMap((scope) => deposits.map(({ fact }) => ({ kind: 'read-deposit', scope, fact: fact.id }))),
    );
  });

  it('is for the administrator, and for a campaign that was published', async () => {
    const { ports, sent } = await deployment();
    expect(await refusedWith(() => rebuildCampaignFor(ports, callerOf('dns'), CAMPAIGN))).toMatchObject({
      code: 'ROLE_FORBIDDEN',
    });
    expect(await refusedWith(() => rebuildCampaignFor(ports, ADMINISTRATOR, year('2031')))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(sent).toEqual([]);
  });
});
