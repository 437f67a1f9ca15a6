import { existsSync, readFileSync } from 'node:fs';
import { makeReference } from '../../../shared/adapters/sae/make-reference.ts';
import { SaeColumnMissing } from '../../../shared/adapters/sae/read-table.ts';
import { readReferenceFiles } from '../../../shared/adapters/tables/read-reference-files.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/sae/${name}`, import.meta.url));
const lines = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes).split('\n');

describe('a reference set from the SAE', () => {
  const made = makeReference(fixture('ID_2022r.csv'), fixture('SYGEN_2022r.csv'));

  it('has the entité juridique of public bodies and the établissement of private ones, by FINESS', () => {
    expect(lines(made.files.get('declarants.csv'))).toEqual([
      'finess;raison_sociale;statut;categorie;region;departement;finess_ej',
      // Not its long-stay unit, whose FINESS is lower, nor its site of another region.
      '699900106;CH fictif de Génas;public;355;84;69;699900106',
      '699900205;CHS fictif;public;292;84;69;699900205',
      // One establishment in each of two regions: the lower code.
      '699900304;Hôpital à cheval A;public;106;27;21;699900304',
      '699900510;Fondation fictive;prive_non_lucratif;109;84;69;699900502',
      '979900412;Clinique fictive;prive_lucratif;365;01;971;979900404',
      '',
    ]);
  });

  it('groups the public declarants of a département, the busiest carrying, none below one', () => {
    expect(lines(made.files.get('groupes.csv'))).toEqual([
      'groupe;libelle;finess;role;activite_combinee',
      'GHT-69;Groupement 69;699900106;membre;18',
      'GHT-69;Groupement 69;699900205;porteur;31.5',
      '',
    ]);
  });

  it('says which lines it leaves out, and why', () => {
    expect(made.leftOut.map(({ line, reason }) => [line, reason])).toEqual([
      [10, 'finess'],
      [11, 'out-of-scope'],
      [12, 'status'],
      [13, 'region'],
    ]);
  });

  it('has no groups where none are asked for', () => {
    expect([...makeReference(fixture('ID_2022r.csv'), null).files.keys()]).toEqual([
      'declarants.csv',
      'comptes.csv',
    ]);
  });

  it('is taken by the reader of reference sets', () => {
    expect(readReferenceFiles(made.files)).toMatchObject({ ok: true });
  });

  it('names the column that another file lacks', () => {
    expect(() => makeReference(fixture('SYGEN_2022r.csv'), null)).toThrow(SaeColumnMissing);
  });
});

const sae = new URL('../../../../shared/data/sae-2022/', import.meta.url);

(existsSync(sae) ? describe : describe.skip)('the SAE of 2022', () => {
  const read = (path: string) => readFileSync(new URL(path, sae));
  const made = existsSync(sae) ? makeReference(read('ID_2022r.csv'), read('SYGEN_2022r.csv')) : null;

  it('gives 3,361 declarants in 18 regions, no line left out', () => {
    expect(made?.declarants).toHaveLength(3_361);
    expect(new Set(made?.declarants.map(({ region }) => region)).size).toBe(18);
    expect(made?.leftOut).toEqual([]);
  });

  it.each([
    ['corse', '94', 29],
    ['bretagne', '53', 167],
  ])('gives the declarants and groups of the example %s to the letter', (name, region, count) => {
    expect(made?.declarants.filter((declarant) => declarant.region === region)).toHaveLength(count);
    for (const file of ['declarants.csv', 'groupes.csv'] as const) {
      const example = lines(read(`../../examples/${name}/reference/${file}`));
      expect(lines(made?.files.get(file))).toEqual(expect.arrayContaining(example.map((l) => l.trimEnd())));
    }
  });
});
