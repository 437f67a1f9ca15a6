import { readDepositBytes } from '../../../shared/adapters/tables/read-deposit-bytes.ts';
import { FileRefusal } from '../../../shared/domain/deposit/file-refusal.ts';

/** What becomes of a CSV of these headings and so many lines: its records, or its refusal. */
async function read(headings: string, lines: number) {
  const width = headings.split(';').length;
  const text = `${headings}\n${`${'1;'.repeat(width - 1)}1\n`.repeat(lines)}`;
  try {
    const deposit = await readDepositBytes(new TextEncoder().encode(text));
    return deposit.kind === 'delimited' ? deposit.content.records.length : deposit.kind;
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return error.issue;
  }
}

describe('the cells of a deposited CSV', () => {
  it.each([
    ['a declaration', 'finess;campagne;charges_titre1'],
    ['a table of no known kind', 'a;b;c'],
  ])('are 300,000 at most in %s', async (_, headings) => {
    expect(await read(headings, 99_999)).toBe(100_000);
    expect(await read(headings, 100_000)).toMatchObject({
      code: 'CSV_TOO_MANY_CELLS',
      at: { line: 100_001 },
      facts: { limit: '300000' },
    });
  });

  it('are a million at most in a balance', async () => {
    const headings = 'Exercice;Compte;Libellé;Débit;Crédit;Budget;Date;x;y;z';
    expect(await read(headings, 99_999)).toBe(100_000);
    expect(await read(headings, 100_000)).toMatchObject({
      code: 'CSV_TOO_MANY_CELLS',
      facts: { limit: '1000000' },
    });
  });
});
