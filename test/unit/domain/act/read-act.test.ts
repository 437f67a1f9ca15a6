import fc from 'fast-check';
import { canonicalJson } from '../../../../shared/application/digest.ts';
import { ACT_KINDS, type Act } from '../../../../shared/domain/act/act.ts';
import { readAct } from '../../../../shared/domain/act/read-act.ts';
import { ALERT_CODES } from '../../../../shared/domain/figures/alert-codes.ts';
import { actOf } from '../../../builders/act.ts';
import { CARRIER, LONER } from '../../../builders/directory.ts';
import { CAMPAIGN, day } from '../../../builders/entry.ts';

const JUSTIFICATION = actOf({ kind: 'justification', text: 'Un chantier de deux ans.', alert: 'SHARE_HIGH' });
const REOPENING = actOf({ kind: 'reouverture', text: 'Comptes rectifiés.', until: day('2027-01-31') });

const anyAct: fc.Arbitrary<Act> = fc
  .record({
    kind: fc.constantFrom(...ACT_KINDS),
    finess: fc.constantFrom(LONER, CARRIER),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('')),
    alert: fc.constantFrom(...ALERT_CODES),
    until: fc.constantFrom(day('2026-12-31'), day('2028-02-29')),
  })
  .map(({ kind, finess, text, alert, until }) => ({
    kind,
    campaign: CAMPAIGN,
    finess,
    text,
    alert: kind === 'justification' ? alert : null,
    until: kind === 'reouverture' ? until : null,
  }));

describe('reading an act', () => {
  it('gives back what was written, whatever the words', () => {
    fc.assert(fc.property(anyAct, (act) => expect(readAct(canonicalJson(act))).toEqual(act)));
  });

  const faulty = (over: Record<string, unknown>) => canonicalJson({ ...actOf(), ...over });
  it.each([
    ['no JSON', '{'],
    ['no object', '"certification"'],
    ['null', 'null'],
    ['a kind that is none', faulty({ kind: 'amnistie' })],
    ['a kind inherited by every object', faulty({ kind: 'constructor' })],
    ['a FINESS whose key is wrong', faulty({ finess: '010000011' })],
    ['a FINESS written otherwise', faulty({ finess: ` ${LONER}` })],
    ['a campaign that is a text', faulty({ campaign: '2026' })],
    ['a campaign that is no year', faulty({ campaign: 26 })],
    ['words that are none', faulty({ text: null })],
    ['a field too many', faulty({ extra: 1 })],
    ['a field too few', faulty({ until: undefined })],
    ['a justification of nothing', canonicalJson({ ...JUSTIFICATION, alert: null })],
    ['a justification of an unknown warning', canonicalJson({ ...JUSTIFICATION, alert: 'TOO_BLUE' })],
    ['a certification of a warning', faulty({ alert: 'SHARE_HIGH' })],
    ['a reopening without end', canonicalJson({ ...REOPENING, until: null })],
    ['a reopening to an impossible day', canonicalJson({ ...REOPENING, until: '2026-02-30' })],
    ['a reopening to a day written otherwise', canonicalJson({ ...REOPENING, until: '31/01/2027' })],
    ['a visa with an end', faulty({ kind: 'visa', until: '2027-01-31' })],
    ['a space outside the words', canonicalJson(actOf()).replace(':', ': ')],
    ['a line end behind it', `${canonicalJson(actOf())}\n`],
    ['a field given twice', canonicalJson(actOf()).replace('{', '{"alert":null,')],
    ['fields in another order', JSON.stringify(actOf())],
  ])('refuses %s', (_fault, json) => {
    expect(readAct(json)).toBeNull();
  });
});
