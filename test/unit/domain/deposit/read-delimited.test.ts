import { readDeposit } from '../../../../shared/domain/deposit/read-deposit.ts';
import type { ReadingContext } from '../../../../shared/domain/deposit/reading.ts';
import type { DelimitedContent } from '../../../../shared/domain/deposit/table.ts';
import { declarations, delimited, GOOD_ROW, readingContext } from '../../../builders/declaration.ts';
import { LONER, MEMBER, STRANGER } from '../../../builders/directory.ts';

const read = (content: DelimitedContent, context: Partial<ReadingContext> = {}) =>
  readDeposit({ kind: 'delimited', content: content }, readingContext(context));
const headed = (...headings: readonly string[]) =>
  read(
    delimited(
      headings,
      headings.map(() => ''),
    ),
  );

describe('the headings of a CSV', () => {
  it('may come in any order, with accents, capitals and punctuation', () => {
    const { issues, entries } = read(
      delimited(
        ['Maturité date', 'CAMPAGNE', 'Charges titre 1', 'Finess'],
        ['2026-03-10', '2026', '12,5', LONER],
      ),
    );
    expect(issues).toEqual([]);
    expect(entries[0]?.values).toMatchObject({ maturite_date: '2026-03-10', charges_titre1: 1250n });
  });

  it('need finess and campagne and no other', () => {
    expect(read(declarations({ finess: LONER, campagne: '2026' })).issues).toEqual([]);
    expect(headed('finess', 'cloture').issues).toEqual([
      { code: 'COLUMN_MISSING', at: { line: 1, column: 'finess' }, seen: '', facts: { column: 'campagne' } },
    ]);
    expect(headed('campagne').issues).toMatchObject([
      { code: 'COLUMN_MISSING', facts: { column: 'finess' } },
    ]);
    expect(headed('cloture').issues).toHaveLength(2);
  });

  it('are named at their place when unknown, and the rest is read', () => {
    const { issues, entries } = read(
      delimited(['finess', 'campagne', 'raison sociale'], [LONER, '2026', 'Clinique']),
    );
    expect(issues).toEqual([
      { code: 'COLUMN_UNKNOWN', at: { line: 1, column: 'raison sociale' }, seen: 'raison sociale' },
    ]);
    expect(entries).toHaveLength(1);
  });

  it('refuse the file when a known column stands twice, under its alias too, and nothing is read', () => {
    for (const second of ['cloture', 'Clôture', 'CLOTURE ']) {
      const { issues, entries, kind } = headed('finess', 'campagne', 'cloture', second);
      expect(issues.map(({ code }) => code)).toEqual(['COLUMN_TWICE']);
      expect(entries).toEqual([]);
      expect(kind).toBe('declaration');
    }
    expect(headed('finess', 'campagne', 'date_cloture', 'date_arrete_comptes').issues).toMatchObject([
      { code: 'COLUMN_TWICE', at: { column: 'date_arrete_comptes' }, seen: 'date_arrete_comptes' },
    ]);
    expect(headed('finess', 'campagne', 'x', 'x').issues.map(({ code }) => code)).toEqual([
      'COLUMN_UNKNOWN',
      'COLUMN_UNKNOWN',
    ]);
  });

  it('make no declaration when none is known', () => {
    expect(headed('nom', 'prénom')).toMatchObject({ entries: [], issues: [{ code: 'NOT_A_DECLARATION' }] });
  });

  it('read date_arrete_comptes as date_cloture', () => {
    const { entries } = read(
      delimited(
        ['finess', 'campagne', 'cloture', 'date_arrete_comptes'],
        [LONER, '2026', 'definitive', '20/5/2026'],
      ),
    );
    expect(entries[0]?.values.date_cloture).toBe('2026-05-20');
  });
});

describe('the rows of a CSV', () => {
  it('are refused when there is none, and so is a file of nothing', () => {
    expect(read(delimited(['finess', 'campagne'])).issues).toMatchObject([{ code: 'NO_ROW' }]);
    expect(read({ records: [] })).toMatchObject({ kind: 'unknown', issues: [{ code: 'FILE_EMPTY' }] });
  });

  it('keep the line that an editor shows and the heading as it was written', () => {
    const content = {
      records: [
        { line: 3, cells: ['finess', 'campagne', ' Charges titre 1 '] },
        { line: 7, cells: [LONER, '2026', 'beaucoup'] },
      ],
    };
    expect(read(content).entries[0]?.issues).toEqual([
      {
        code: 'NUMBER_UNREADABLE',
        at: { line: 7, column: 'Charges titre 1' },
        seen: 'beaucoup',
        facts: { label: 'Titre 1 – Charges de personnel' },
      },
    ]);
  });

  it('are filled with blanks when shorter', () => {
    const { entries } = read(
      delimited(['finess', 'campagne', 'charges_titre1', 'charges_titre2'], [LONER, '2026', '5']),
    );
    expect(entries[0]).toMatchObject({ issues: [], values: { charges_titre1: 500n, charges_titre2: null } });
  });

  it('are refused when a cell beyond the last heading is not blank', () => {
    const headings = ['finess', 'campagne', 'charges_titre1', '', ' '];
    const beyond = read(delimited(headings, [LONER, '2026', '12', ' ', '', '', '50'])).entries[0];
    expect(beyond?.issues).toEqual([
      { code: 'CELL_BEYOND_HEADER', at: { line: 2, column: 'G' }, seen: '50' },
    ]);
    expect(read(delimited(headings, [LONER, '2026', '12', '50'])).entries[0]?.issues).toMatchObject([
      { code: 'CELL_BEYOND_HEADER' },
    ]);
    expect(read(delimited(headings, [LONER, '2026', '12', ' ', '', '\u00a0'])).entries[0]?.issues).toEqual(
      [],
    );
  });

  it('are shifted by an unquoted decimal comma: that comes first, then what is read under the wrong headings', () => {
    const headings = ['finess', 'campagne', 'charges_titre1', 'cloture', 'maturite_date'];
    const { entries } = read(delimited(headings, [LONER, '2026', '12', '50', 'definitive', '2026-03-10']));
    expect(entries[0]?.issues.map(({ code }) => code)).toEqual([
      'CELL_BEYOND_HEADER',
      'CLOSURE_UNKNOWN',
      'DATE_UNREADABLE',
    ]);
  });

  it('may hold anything under a blank heading before the last', () => {
    const { entries, issues } = read(delimited(['finess', '', 'campagne'], [LONER, 'note', '2026']));
    expect([...issues, ...(entries[0]?.issues ?? [])]).toEqual([]);
  });

  it('warn of every row of a declarant but its first, even when the first was refused', () => {
    const { entries } = read(
      declarations(
        { finess: LONER, campagne: '2026', charges_titre1: 'x' },
        { finess: MEMBER, campagne: '2026', charges_titre1: '1' },
        { finess: LONER, campagne: '2026', charges_titre1: '2' },
        { finess: LONER, campagne: '2026', charges_titre1: '3' },
      ),
    );
    const warnings = entries.map(({ issues }) =>
      issues.filter(({ code }) => code === 'DECLARANT_TWICE_IN_FILE'),
    );
    expect(warnings.map((found) => found.map(({ facts }) => facts))).toEqual([
      [],
      [],
      [{ first: '2' }],
      [{ first: '2' }],
    ]);
  });

  it('are no entry of any journal when they name no body, and say all that is wrong with them', () => {
    const { orphans, entries } = read(
      declarations(
        { finess: STRANGER, campagne: '2025', charges_titre1: 'x' },
        { finess: LONER, campagne: '2026', charges_titre1: '1' },
      ),
    );
    expect(orphans.map(({ line, issues }) => [line, issues.map(({ code }) => code)])).toEqual([
      [2, ['FINESS_UNKNOWN', 'CAMPAIGN_MISMATCH', 'NUMBER_UNREADABLE']],
    ]);
    expect(entries).toHaveLength(1);
  });
});

describe('the entry of a row', () => {
  it('holds the sections of which the file has a column, whether it is filled or not', () => {
    const { entries } = read(
      declarations({
        finess: LONER,
        campagne: '2026',
        etp_total: '',
        maturite_date: '2026-03-10',
        num_general: '4',
      }),
    );
    expect(entries[0]?.sections).toEqual(['numerique', 'etp', 'maturite']);
    expect(entries[0]?.values).toMatchObject({ etp_total: null, num_general: 400n });
    expect(Object.keys(entries[0]?.places ?? {}).sort()).toEqual([
      'campagne',
      'finess',
      'maturite_date',
      'num_general',
    ]);
  });

  it('holds every value of a good row, exactly', () => {
    const { entries, orphans, issues } = read(declarations(GOOD_ROW));
    expect([...issues, ...orphans, ...(entries[0]?.issues ?? [])]).toEqual([]);
    expect(entries[0]?.values).toEqual({
      cloture: 'definitive',
      date_cloture: '2026-05-20',
      charges_titre1: 60_000_000n,
      charges_titre2: 20_000_000n,
      charges_titre3: 15_000_000n,
      charges_titre4: 5_000_000n,
      emplois_investissement: 4_000_000n,
      num_personnel: 1_000_000n,
      num_medical: 100_000n,
      num_general: 600_000n,
      num_amortissement: 300_000n,
      num_investissement: 800_000n,
      mutualise_charges: null,
      mutualise_etp_ssi: null,
      quote_part_versee: null,
      quotes_parts_refacturees: null,
      etp_total: 12_000n,
      etp_ssi_internes: 250n,
      etp_ssi_externes: 100n,
      maturite_date: '2026-03-10',
    });
  });
});
