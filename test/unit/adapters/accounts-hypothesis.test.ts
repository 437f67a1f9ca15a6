import { ACCOUNTS_HYPOTHESIS, HYPOTHESIS_NOTE } from '../../../shared/adapters/accounts/hypothesis.ts';
import { readReferenceFiles } from '../../../shared/adapters/tables/read-reference-files.ts';
import { writeReferenceFiles } from '../../../shared/adapters/tables/write-reference-files.ts';
import { BLOCK_COLUMNS } from '../../../shared/domain/accounts/digital-account.ts';
import { titleOf } from '../../../shared/domain/accounts/titles.ts';
import { RULES_2026_1 } from '../../../shared/domain/rules/2026-1.ts';
import { declarantOf, LONER } from '../../builders/directory.ts';

describe('the comptes.csv that we write', () => {
  const files = writeReferenceFiles({ declarants: [declarantOf(LONER)], accounts: ACCOUNTS_HYPOTHESIS });

  it('says on each line that it is a hypothesis', () => {
    const [header = '', ...lines] = new TextDecoder().decode(files.get('comptes.csv')).trimEnd().split('\n');
    expect(header.trim()).toBe('nomenclature;millesime;compte;libelle;bloc;mode;note');
    expect(lines).toHaveLength(ACCOUNTS_HYPOTHESIS.length);
    for (const line of lines) expect(line).toContain(HYPOTHESIS_NOTE);
  });

  it('is read back whole', () => {
    const reading = readReferenceFiles(files);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    expect(reading.reference.accounts).toHaveLength(ACCOUNTS_HYPOTHESIS.length);
    expect(reading.reference.accounts).toEqual(expect.arrayContaining([...ACCOUNTS_HYPOTHESIS]));
  });

  it('puts each account in the block of its title: the digital part of a title is no more than it', () => {
    for (const { nomenclature, account, block } of ACCOUNTS_HYPOTHESIS) {
      const whole = RULES_2026_1.parts.find(({ part }) => part === BLOCK_COLUMNS[block])?.whole;
      const expected = account.startsWith('2') ? 'emplois_investissement' : titleOf(nomenclature, account);
      expect([nomenclature, account, whole]).toEqual([nomenclature, account, expected]);
    }
  });
});
