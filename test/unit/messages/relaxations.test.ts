import { ALERT_CODES } from '../../../shared/domain/figures/alert-codes.ts';
import { RELAXABLE_CODES } from '../../../shared/domain/rules/relaxation.ts';
import { relaxationInWords } from '../../../shared/messages/relaxations.ts';
import { day } from '../../builders/entry.ts';

const from = day('2026-03-01');

describe('a rule turned down, in words', () => {
  it('says the rule, what became of it, since when and why', () => {
    expect(
      relaxationInWords({ code: 'PART_OVER_WHOLE', to: 'warning', from, reason: 'Les titres se recoupent' }),
    ).toEqual([
      'Une partie ne dépasse pas le tout',
      'Signalé sans bloquer pour les dépôts ouverts depuis le 01/03/2026 (PART_OVER_WHOLE). Motif : Les titres se recoupent.',
    ]);
    expect(relaxationInWords({ code: 'SHARE_HIGH', to: 'off', from, reason: 'Seuil trop bas !' })).toEqual([
      'Part du numérique très haute',
      'Plus signalé pour les dépôts ouverts depuis le 01/03/2026 (SHARE_HIGH). Motif : Seuil trop bas !',
    ]);
  });

  it('has a name for every rule, each its own', () => {
    const names = [...RELAXABLE_CODES, ...ALERT_CODES].map(
      (code) => relaxationInWords({ code, to: 'off', from, reason: 'x' })[0],
    );
    for (const name of names) expect(name).toMatch(/^\p{Lu}.{8,50}[^.]$/u);
    expect(new Set(names).size).toBe(names.length);
  });
});
