import { demonstrationRights } from '../../../infra/local/demonstration-rights.ts';
import { writePerimeter } from '../../../shared/domain/access/perimeter.ts';
import { PERIMETER_OF_ROLE } from '../../../shared/domain/access/right.ts';
import { ROLES } from '../../../shared/domain/access/role.ts';
import { directoryOf } from '../../../shared/domain/declarant/directory.ts';
import { fictionalCampaign } from '../../builders/fictional-campaign.ts';

const { directory } = fictionalCampaign(30).context;
const rights = demonstrationRights(directory);
const perimeterOf = (subject: string) => {
  const found = rights.find((right) => right.subject === subject);
  return found && writePerimeter(found.perimeter);
};

describe('demonstration rights', () => {
  it('are of every role, each with the kind of perimeter that its role holds', () => {
    expect(new Set(rights.map(({ role }) => role))).toEqual(new Set(ROLES));
    for (const { role, perimeter } of rights) expect(perimeter.kind).toBe(PERIMETER_OF_ROLE[role]);
  });

  it('give a group, its region, and an establishment of the region that is not of the group', () => {
    const group = perimeterOf('groupe')?.split(' ') ?? [];
    const alone = perimeterOf('etablissement') ?? '';
    expect(group.length).toBeGreaterThan(1);
    expect(group).not.toContain(alone);
    expect(perimeterOf('ars')).toBe('84');
    expect(directory.territory(alone)).toBe('84');
  });

  it('are those of the nation alone without a reference set, and without a group where there is none', () => {
    expect(demonstrationRights(null).map(({ subject }) => subject)).toEqual(['dns', 'administrateur']);
    const alone = directoryOf({ ...directory.reference, groups: [] });
    expect(demonstrationRights(alone).map(({ subject }) => subject)).toEqual([
      'etablissement',
      'ars',
      'dns',
      'administrateur',
    ]);
  });
});
