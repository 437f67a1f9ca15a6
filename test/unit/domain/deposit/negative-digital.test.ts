import { readDeposit } from '../../../../shared/domain/deposit/read-deposit.ts';
import { foldEntries } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 } from '../../../../shared/domain/rules/2026-1.ts';
import { declarations, readingContext } from '../../../builders/declaration.ts';
import { CARRIER, directory } from '../../../builders/directory.ts';

const accounts = [
  {
    nomenclature: 'M21',
    year: 2024,
    account: '6284',
    label: 'Informatique',
    block: 'general',
    mode: 'lecture',
  },
] as const;

/** The return after a balance whose digital account has this amount. */
function returnWith(solde: string) {
  const line = { finess: CARRIER, exercice: '2025' };
  const content = declarations(
    { ...line, compte: '6284', solde },
    { ...line, compte: '60611', solde: '9000' },
  );
  const { entries } = readDeposit(
    { kind: 'delimited', content },
    readingContext({ directory: directory({ accounts }) }),
  );
  return foldEntries(entries, RULES_2026_1);
}

describe('the digital expenses of a balance', () => {
  it('are taken at zero', () => {
    expect(returnWith('0').values.num_general).toBe(0n);
  });

  it('are refused one cent below, with their name and their amount', () => {
    const { answered, judgements } = returnWith('-0,01');
    expect(answered).toBe(false);
    expect(judgements.flatMap(({ issues }) => issues)).toContainEqual(
      expect.objectContaining({
        code: 'TITLE_NEGATIVE',
        seen: '-0.01',
        facts: { title: 'Charges numériques – générales' },
      }),
    );
  });
});
