import { categoryLabel } from '../../../../shared/domain/declarant/categories.ts';
import { isLegalStatus } from '../../../../shared/domain/declarant/legal-status.ts';
import {
  CARRIER,
  directory,
  EXTERNAL,
  LONER,
  MEMBER,
  NEIGHBOUR,
  OUTSIDER,
  pastFigures,
  STRANGER,
} from '../../../builders/directory.ts';

describe('a directory', () => {
  const known = directory();

  it('knows who may file: declarants and external carriers', () => {
    expect([CARRIER, MEMBER, NEIGHBOUR, LONER, EXTERNAL].map(known.isKnown)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect([OUTSIDER, STRANGER, 'constructor', ''].map(known.isKnown)).toEqual([false, false, false, false]);
  });

  it('keeps declarants under their region and external carriers apart', () => {
    expect([CARRIER, NEIGHBOUR, EXTERNAL, OUTSIDER].map(known.territory)).toEqual(['84', '93', 'EXT', null]);
    expect(known.declarant(EXTERNAL)).toBeNull();
  });

  it('finds the one group that a body carries and those in which it takes a share', () => {
    expect(known.carried(CARRIER)?.code).toBe('GHT-1');
    expect(known.carried(EXTERNAL)?.code).toBe('GCS-2');
    expect(known.carried(MEMBER)).toBeNull();
    expect(known.groupsOf(MEMBER).map(({ code }) => code)).toEqual(['GCS-2', 'GHT-1']);
    expect(known.groupsOf(CARRIER).map(({ code }) => code)).toEqual(['GHT-1']);
    expect(known.groupsOf(EXTERNAL)).toEqual([]);
  });

  it('finds the declarants whose figures a pool touches, its carrier included', () => {
    expect(known.dependants(CARRIER)).toEqual([CARRIER, MEMBER, NEIGHBOUR]);
    expect(known.dependants(EXTERNAL)).toEqual([MEMBER, NEIGHBOUR]);
    expect(known.dependants(MEMBER)).toEqual([]);
  });

  it('lists regions by code, and a region’s declarants', () => {
    expect(known.regions()).toEqual(['84', '93']);
    expect(known.inRegion('93').map(({ finess }) => finess)).toEqual([NEIGHBOUR]);
    expect(known.inRegion('11')).toEqual([]);
  });

  it('finds contacts and the figures of a past campaign', () => {
    const contact = { finess: LONER, role: 'DSI', name: 'A', email: '', phone: '' };
    const past = directory({ contacts: [contact], history: [pastFigures(LONER)] });
    expect(past.contacts(LONER)).toEqual([contact]);
    expect(past.contacts(MEMBER)).toEqual([]);
    expect(past.past(LONER, 2025)).toEqual(pastFigures(LONER));
    expect(past.past(LONER, 2024)).toBeNull();
  });
});

describe('categoryLabel', () => {
  it('labels a known category and shows another as it is, whatever it is', () => {
    expect(categoryLabel('355')).toBe('Centre hospitalier (CH)');
    for (const code of ['999', '', 'constructor', '__proto__', 'toString'])
      expect(categoryLabel(code)).toBe(code);
  });
});

describe('isLegalStatus', () => {
  it('knows three and no word that any object has', () => {
    expect(
      ['public', 'prive_non_lucratif', 'prive_lucratif', 'Public', '', 'constructor'].filter(isLegalStatus),
    ).toEqual(['public', 'prive_non_lucratif', 'prive_lucratif']);
  });
});
