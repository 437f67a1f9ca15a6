import { SECTIONS, type SectionName } from '../../../shared/domain/deposit/columns.ts';
import type { DepositKind, Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { summaryInWords } from '../../../shared/messages/summary.ts';

type Rows = readonly [read: number, accepted: number];
const say = (
  [read, accepted]: Rows,
  found: Partial<Parameters<typeof summaryInWords>[1]> = {},
  over: Partial<Verdict> = {},
) => {
  const { errors = 0, warnings = 0 } = found;
  const refused = read - accepted;
  const status =
    accepted === 0 ? 'rejected' : refused + errors + warnings > 0 ? 'accepted-with-warnings' : 'accepted';
  return summaryInWords(
    {
      file: 'budget.csv',
      sha256: 'a'.repeat(64),
      kind: 'declaration',
      status,
      rows: { read, accepted, refused },
      sections: accepted === 0 ? [] : ['budget', 'etp'],
      issues: [],
      total: errors + warnings,
      ...over,
    },
    { errors, warnings },
  );
};

describe('the sentence of a file', () => {
  it('that is good says what it filled, and that nothing is left to do', () => {
    expect(say([1, 1])).toBe(
      "Le fichier « budget.csv » est accepté : il renseigne le budget et les ETP ; rien n'est à corriger.",
    );
    expect(say([12, 12])).toContain('il renseigne le budget et les ETP pour 12 lignes ; rien');
  });

  it('that is doubted counts what to check', () => {
    expect(say([1, 1], { warnings: 1 })).toMatch(/ ; 1 point est à vérifier\.$/);
    expect(say([1, 1], { warnings: 2 })).toMatch(/ ; 2 points sont à vérifier\.$/);
  });

  it('that is taken in part says how much of it', () => {
    expect(say([5, 3], { errors: 4, warnings: 1 })).toBe(
      'Le fichier « budget.csv » est accepté en partie : il renseigne le budget et les ETP pour 3 lignes sur 5 ; 4 anomalies sont à corriger et 1 point est à vérifier.',
    );
  });

  it('that is refused says that nothing was taken, and counts what to correct', () => {
    expect(say([2, 0], { errors: 1 })).toBe(
      "Le fichier « budget.csv » est refusé : rien n'a été pris en compte ; 1 anomalie est à corriger.",
    );
    expect(say([2, 0], { errors: 1_500 })).toContain('1\u202f500 anomalies sont à corriger');
  });

  it('that could not be read says so', () => {
    expect(say([0, 0], { errors: 1 }, { kind: 'unknown' })).toBe(
      "Le fichier « budget.csv » est refusé : il n'a pas pu être lu ; 1 anomalie est à corriger.",
    );
  });

  it('counts bodies, not lines, where a body has many lines', () => {
    for (const kind of ['balance', 'etp', 'maturite'] as const) {
      expect(say([1, 1], {}, { kind })).not.toMatch(/ligne|établissement/);
      expect(say([3, 3], {}, { kind })).toContain(' pour 3 établissements ;');
      expect(say([4, 1], { errors: 3 }, { kind })).toContain(
        'en partie : il renseigne le budget et les ETP pour 1 établissement ;',
      );
    }
  });

  it('that only checks says whose budgets', () => {
    expect(say([12, 12], {}, { kind: 'diamant', sections: [] })).toBe(
      "Le fichier « budget.csv » est accepté : il servira à vérifier le budget de 12 établissements ; rien n'est à corriger.",
    );
  });

  it('that fills nothing says so', () => {
    expect(say([1, 1], {}, { sections: [] })).toContain(': il ne renseigne aucune donnée ;');
  });

  it('that was erased says that it does not count', () => {
    const erased: Verdict['issues'] = [
      {
        code: 'FILE_ERASED',
        severity: 'error',
        at: {},
        seen: '',
        expected: '',
        example: '',
        todo: 'choisir-un-autre-fichier',
        message: '',
      },
    ];
    expect(say([0, 0], { errors: 1 }, { issues: erased })).toBe(
      'Le dépôt du fichier « budget.csv » a été effacé : il ne compte plus.',
    );
  });

  it('that is an act is one', () => {
    expect(say([1, 1], {}, { kind: 'act', sections: [] })).toBe('Cet acte est enregistré.');
    expect(say([1, 0], { errors: 1 }, { kind: 'act' })).toBe('Cet acte est refusé.');
  });

  it('is one sentence for every kind and every section, without a hole', () => {
    const kinds: readonly DepositKind[] = [
      'declaration',
      'template',
      'balance',
      'etp',
      'maturite',
      'diamant',
    ];
    const sections: readonly (readonly SectionName[])[] = [[], ...SECTIONS.map((one) => [one]), SECTIONS];
    for (const kind of kinds)
      for (const filled of sections)
        expect(say([2, 1], { errors: 1 }, { kind, sections: filled })).toMatch(
          /^Le fichier « budget.csv » est accepté en partie : il [^.]*[^. ] ; 1 anomalie est à corriger\.$/,
        );
    expect(say([1, 1], {}, { sections: SECTIONS })).toContain(
      'il renseigne la clôture des comptes, le budget, les charges numériques, la mutualisation, les ETP, la maturité et le suivi des actions ;',
    );
  });
});
