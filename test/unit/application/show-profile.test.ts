import { listCampaigns } from '../../../shared/application/list-campaigns.ts';
import { showProfile } from '../../../shared/application/show-profile.ts';
import { bodiesOf, callerOf, regionOf } from '../../builders/caller.ts';
import { generation } from '../../builders/campaign.ts';
import { LONER } from '../../builders/directory.ts';
import { CAMPAIGN, day, year } from '../../builders/entry.ts';
import { readingStage } from '../../doubles/reading-stage.ts';

describe('a profile', () => {
  it.each([
    [
      callerOf('etablissement', bodiesOf(LONER)),
      [
        'profile.read',
        'deposit.open',
        'deposit.read',
        'return.read',
        'act.justification',
        'act.certification',
      ],
    ],
    [
      callerOf('ars', regionOf('84')),
      [
        'profile.read',
        'deposit.open',
        'deposit.read',
        'return.read',
        'act.visa',
        'act.retour',
        'act.reouverture',
        'act.dispense',
        'region.read',
      ],
    ],
    [callerOf('dns'), ['profile.read', 'deposit.read', 'return.read', 'region.read', 'nation.read']],
  ])('says what its role may ask: $role', (caller, actions) => {
    expect(showProfile(caller)).toEqual({ caller, actions });
  });
});

describe('the campaigns', () => {
  it('are those in force, the latest first, each with its dates', async () => {
    const next = {
      year: year('2027'),
      opening: day('2027-02-01'),
      deadline: day('2027-05-31'),
      close: day('2027-10-31'),
      ruleSet: '2026-1',
    };
    const under = generation({ campaigns: [next] });
    const { ports } = await readingStage(under);
    const id = under.scope.generation;
    for (const campaign of [year('2027'), year('2028')]) await ports.generations.publish(campaign, id);
    await ports.generations.switchTo(year('2027'), id, null);
    expect(await listCampaigns(ports, callerOf('dns'))).toEqual([
      next,
      {
        year: CAMPAIGN,
        opening: '2026-01-01',
        deadline: '2026-06-30',
        close: '2026-12-31',
        ruleSet: '2026-1',
      },
    ]);
  });
});
