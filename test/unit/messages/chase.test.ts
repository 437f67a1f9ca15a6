import type { ChaseLine } from '../../../shared/domain/report/regional-report.ts';
import { chaseInOneSentence } from '../../../shared/messages/chase.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { CARRIER, declarantOf, LONER } from '../../builders/directory.ts';

function line(over: Partial<ChaseLine> = {}): ChaseLine {
  return {
    declarant: declarantOf(LONER),
    groups: [],
    situation: 'jamais-depose',
    reasons: [],
    carriers: [],
    missing: [],
    refusal: [],
    lastTry: null,
    tries: 0,
    contact: null,
    ...over,
  };
}
const say = (chased: ChaseLine | null, waived = false) => chaseInOneSentence(chased, waived, frenchWording);
const issue = { code: 'NUMBER_UNREADABLE', at: { line: 2, column: 'num_general' }, seen: '12 EUR' } as const;

describe('what is said of a declarant', () => {
  it('with figures: that they are computed, waived or not', () => {
    expect(say(null)).toBe('Ses chiffres sont calculés.');
    expect(say(null, true)).toBe('Ses chiffres sont calculés.');
  });

  it('waived: that nothing is expected of it', () => {
    expect(say(line(), true)).toBe('Cet établissement est dispensé de déclaration pour cette campagne.');
  });

  it('that never deposited', () => {
    expect(say(line())).toBe("Aucun dépôt n'a été reçu pour cet établissement.");
  });

  it('whose deposits were refused: the sentences of its verdict, five at most', () => {
    const { message } = frenchWording.issue(issue);
    expect(say(line({ situation: 'depot-refuse', refusal: [issue] }))).toBe(message);
    const many = say(line({ situation: 'depot-refuse', refusal: Array(7).fill(issue) }));
    expect(many).toBe(`${Array(5).fill(message).join(' ')} … et 2 autres : voir le verdict du dépôt.`);
  });

  it('without figures: every reason, and what is missing', () => {
    const text = say(
      line({
        situation: 'non-calcule',
        reasons: ['comptes-non-clos', 'champs-manquants'],
        missing: ['ETP SSI internes', 'Titre 1 – Charges de personnel'],
      }),
    );
    expect(text).toBe(
      "Les comptes de l'exercice ne sont pas déclarés définitivement clos. Des montants ou des ETP obligatoires ne sont pas renseignés. Il manque : ETP SSI internes, Titre 1 – Charges de personnel.",
    );
  });

  it('that waits for its carrier: whom it waits for', () => {
    const carriers = [{ finess: CARRIER, name: 'CH des Dombes' }];
    const text = say(
      line({ situation: 'en-attente-du-porteur', reasons: ['mutualisation-non-close'], carriers }),
    );
    expect(text).toBe(`En attente du porteur CH des Dombes (${CARRIER}) : l'établissement a fait sa part.`);
  });
});
