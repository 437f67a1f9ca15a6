import { ALERT_CODES } from '../../../shared/domain/figures/alert-codes.ts';
import { REASONS } from '../../../shared/domain/figures/figures.ts';
import { RULES_2026_1 } from '../../../shared/domain/rules/2026-1.ts';
import { ALERT_WORDINGS } from '../../../shared/messages/alerts.ts';
import { REASON_SENTENCES } from '../../../shared/messages/reasons.ts';

describe('the sentences of reasons', () => {
  it('are one per reason, in their order, from a capital to a full stop', () => {
    expect(Object.keys(REASON_SENTENCES)).toEqual(REASONS);
    for (const sentence of Object.values(REASON_SENTENCES)) expect(sentence).toMatch(/^\p{Lu}.{20,}\.$/u);
    expect(new Set(Object.values(REASON_SENTENCES)).size).toBe(REASONS.length);
  });
});

describe('the sentences of doubts', () => {
  const facts = {
    part: '<part>',
    seuil: '<seuil>',
    budget: '<budget>',
    avant: '<avant>',
    maintenant: '<maintenant>',
    variation: '<variation>',
    groupe: '<groupe>',
    verse: '<verse>',
    refacture: '<refacture>',
    externes: '<externes>',
    internes: '<internes>',
    declare: '<declare>',
    connu: '<connu>',
    ecart: '<ecart>',
  };

  it('are one per code, with a label, a limit and a full stop', () => {
    expect(Object.keys(ALERT_WORDINGS)).toEqual(ALERT_CODES);
    for (const code of ALERT_CODES) {
      const { label, sentence, limit } = ALERT_WORDINGS[code];
      expect(label).toMatch(/^\p{Lu}/u);
      expect(sentence(facts)).toMatch(/^[\p{Lu}<].{30,}\.$/u);
      expect(sentence(facts)).toContain('<');
      expect(`${sentence(facts)} ${limit(RULES_2026_1.alerts[code].limit)}`).not.toMatch(
        /undefined|NaN|\[object/,
      );
    }
  });

  it('write the limits of 2026-1 as people read them', () => {
    const limits = ALERT_CODES.map((code) =>
      ALERT_WORDINGS[code].limit(RULES_2026_1.alerts[code].limit).replace(/[\u00a0\u202f]/g, ' '),
    );
    expect(limits).toEqual([
      'moins de 0,3 %',
      'plus de 5 %',
      "zéro ETP SSI et plus de 20 000 000 € de charges d'exploitation",
      'plus de 50 % de variation',
      'tout écart',
      'plus de 10 fois les ETP internes',
      'toute quote-part versée',
      "plus de 1 % d'écart",
    ]);
  });
});
