import { methodSections } from '../../../shared/adapters/workbooks/method-text.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { relaxed } from '../../../shared/domain/rules/severity.ts';
import { CAMPAIGN, day } from '../../builders/entry.ts';

describe('the method of a workbook', () => {
  const titles = (rules = LATEST_RULE_SET) => methodSections(CAMPAIGN, rules).map(({ title }) => title);

  it('lists the rules turned down before the limits, with their day and reason', () => {
    const rules = relaxed(LATEST_RULE_SET, [
      { code: 'COLUMN_UNKNOWN', to: 'off', from: day('2026-03-01'), reason: 'Exports de paie' },
      { code: 'SHARE_LOW', to: 'off', from: day('2026-05-01'), reason: 'Seuil trop haut' },
    ]);
    expect(titles(rules).slice(-2)).toEqual(['Règles abaissées', 'Limites']);
    expect(methodSections(CAMPAIGN, rules).at(-2)?.lines).toEqual([
      [
        'Les colonnes sont connues',
        'Plus signalé pour les dépôts ouverts depuis le 01/03/2026 (COLUMN_UNKNOWN). Motif : Exports de paie.',
      ],
      [
        'Part du numérique très basse',
        'Plus signalé pour les dépôts ouverts depuis le 01/05/2026 (SHARE_LOW). Motif : Seuil trop haut.',
      ],
    ]);
  });

  it('says nothing of it where every rule stands', () => {
    expect(titles()).not.toContain('Règles abaissées');
  });
});
