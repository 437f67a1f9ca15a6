import type { Role } from '../../../shared/domain/access/role.ts';
import type { RecordedAct } from '../../../shared/domain/return/recorded-act.ts';
import { justificationAuthor } from '../../../shared/messages/justification.ts';
import { actOf } from '../../builders/act.ts';
import { day, sourceOf } from '../../builders/entry.ts';

const said = (by: Role, over: Partial<RecordedAct> = {}): RecordedAct => {
  const {
    campaign: _,
    finess: __,
    ...act
  } = actOf({ kind: 'justification', alert: 'SHARE_LOW', text: 'Un chantier.' });
  return { ...act, fact: sourceOf().fact, day: day('2026-05-12'), by, ...over };
};

describe('who answered a doubt', () => {
  it.each([
    ['etablissement', "l'établissement, par un acte"],
    ['ars', "l'ARS, par un acte"],
  ] as const)('is said in words: %s', (by, words) => {
    expect(justificationAuthor({ justification: said(by), takenSince: null })).toBe(words);
  });

  it('names the file in which it was typed', () => {
    const justification = said('ars', { file: 'comptes.xlsx' });
    expect(justificationAuthor({ justification, takenSince: null })).toBe(
      "l'ARS, dans le fichier « comptes.xlsx »",
    );
  });

  it('says after which deposit it may speak of figures that are no more', () => {
    const takenSince = sourceOf('b', { day: day('2026-07-15') });
    expect(justificationAuthor({ justification: said('etablissement'), takenSince })).toBe(
      "l'établissement, par un acte, avant le dépôt du 15/07/2026",
    );
  });

  it('is blank where nobody did', () => {
    expect(justificationAuthor({ justification: null, takenSince: null })).toBe('');
  });
});
