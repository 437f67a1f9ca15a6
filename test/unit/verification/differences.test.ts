import fc from 'fast-check';
import { lineDifferences } from '../../../shared/domain/verification/line-differences.ts';
import { manifestDifferences } from '../../../shared/domain/verification/manifest-differences.ts';
import { valueDifferences } from '../../../shared/domain/verification/value-differences.ts';
import { verificationInWords } from '../../../shared/messages/verification-in-words.ts';

const TABLE = ['campagne;finess;etat', '2026;010000016;calcule', '2026;380000042;non_calcule', ''].join('\n');

describe('lines of two tables', () => {
  it('are told by their number, what they are of, and the columns that differ', () => {
    expect(lineDifferences(TABLE.replace(';calcule', ';calculé'), TABLE, 2)).toEqual([
      {
        key: '2026;010000016',
        line: 2,
        columns: [{ column: 'etat', published: 'calculé', rebuilt: 'calcule' }],
        alone: null,
      },
    ]);
  });

  it('are told where they are on one side only, also those written twice', () => {
    const shorter = TABLE.split('\n').toSpliced(1, 1).join('\n');
    const [alone] = lineDifferences(TABLE, shorter, 2);
    expect(alone).toMatchObject({ key: '2026;010000016', line: 2, alone: 'published' });
    const [missing] = lineDifferences(shorter, TABLE, 2);
    expect(missing).toMatchObject({ key: '2026;010000016', line: null, alone: 'rebuilt' });
    const twice = TABLE.replace('2026;38', '2026;010000016;calcule\n2026;38');
    expect(lineDifferences(twice, TABLE, 2)).toMatchObject([{ line: 3, alone: 'published' }]);
  });
});

describe('values of two entries', () => {
  it('are told by the path of each leaf', () => {
    const published = { line: 2, values: { a: 12n, b: null }, issues: [{ code: 'X' }], by: 'ars' };
    const rebuilt = { line: 2, values: { a: 13n, b: null }, issues: [{ code: 'Y' }, { code: 'Z' }] };
    expect(valueDifferences(published, rebuilt)).toEqual([
      { field: 'by', published: '"ars"', rebuilt: null },
      { field: 'issues.0.code', published: '"X"', rebuilt: '"Y"' },
      { field: 'issues.1', published: null, rebuilt: '{"code":"Z"}' },
      { field: 'values.a', published: '"12"', rebuilt: '"13"' },
    ]);
  });

  it('are none between a value and its copy, and some where one leaf is another', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (value) => {
        expect(valueDifferences(value, structuredClone(value))).toEqual([]);
        expect(valueDifferences({ ...value, other: 1 }, { ...value, other: 2 })).toEqual([
          { field: 'other', published: '1', rebuilt: '2' },
        ]);
      }),
    );
  });
});

describe('lines of two manifests', () => {
  it('are told by what they are of, on both sides', () => {
    const published = new Map([
      ['fait 1', 'a'],
      ['fait 2', 'b'],
    ]);
    const rebuilt = new Map([
      ['fait 1', 'A'],
      ['fait 3', 'c'],
    ]);
    expect(manifestDifferences(published, rebuilt)).toEqual([
      { of: 'fait 1', published: 'a', rebuilt: 'A' },
      { of: 'fait 2', published: 'b', rebuilt: null },
      { of: 'fait 3', published: null, rebuilt: 'c' },
    ]);
    expect(manifestDifferences(published, new Map(published))).toEqual([]);
  });
});

describe('a verification in words', () => {
  const counts = { facts: 1, entries: 0, editions: 1, out: false, rebuilt: true };

  it('tells ten findings of a kind, and how many there are', () => {
    const findings = Array.from({ length: 12 }, (_, i) => ({
      kind: 'fact-alone' as const,
      fact: `F${i}`,
      on: 'published' as const,
    }));
    const words = verificationInWords({ ...counts, findings });
    expect(words.match(/^- Dépôt F/gm)).toHaveLength(10);
    expect(words).toContain('… et 2 autres de même sorte.');
    expect(words).toMatch(/\nDifférent : 12 écarts, dits ci-dessus\.$/);
  });

  it('says which version of the code, rules and nation an edition stood on', () => {
    const basis = {
      kind: 'basis',
      edition: 'édition de la région 84',
      published: '0.4.0',
      rebuilt: '0.5.0',
    } as const;
    const say = (of: 'code' | 'rules' | 'nation') =>
      verificationInWords({ ...counts, findings: [{ ...basis, of }] }).split('\n')[0];
    expect(say('code')).toBe(
      "- Édition de la région 84 : la version du programme n'est pas la même qu'ici (publié 0.4.0, ici 0.5.0). Reprenez cette version pour comparer à l'octet près.",
    );
    expect(say('rules')).toContain('le jeu de règles');
    expect(say('nation')).toContain("Vérifiez d'abord l'édition nationale.");
  });
});
