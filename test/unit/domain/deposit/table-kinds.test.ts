import * as fc from 'fast-check';
import { COLUMN_NAMES, KEY_COLUMNS } from '../../../../shared/domain/deposit/columns.ts';
import { delimitedTable } from '../../../../shared/domain/deposit/delimited-table.ts';
import { isKnownHeading, kindOf } from '../../../../shared/domain/deposit/table-kinds.ts';
import type { DepositKind } from '../../../../shared/domain/verdict/verdict.ts';
import { delimited } from '../../../builders/declaration.ts';

const WHOSE = ['finess', 'exercice', 'campagne'];

/** Of each kind: what its headings must be, each under one of its names, and what may stand beside. */
const KINDS: Partial<
  Record<DepositKind, { readonly needed: readonly (readonly string[])[]; readonly others: readonly string[] }>
> = {
  declaration: { needed: KEY_COLUMNS.map((column) => [column]), others: COLUMN_NAMES },
  balance: {
    needed: [
      ['compte', 'N° compte', 'N° de compte', 'Numéro de compte', 'Compte général'],
      ['solde', 'Montant', 'Solde net'],
    ],
    others: [
      ...WHOSE,
      'Libellé',
      'Total débit',
      'Mouvements crédit',
      'Budget',
      'Part SIH',
      'Nomenclature',
      'Date',
    ],
  },
  etp: {
    needed: [
      ['fonction', 'Poste', 'Emploi', 'Métier'],
      ['type', 'Statut', 'Nature'],
      ['quotité', 'Quotité de travail', 'Temps', 'Taux'],
      ['mois', 'Mois de présence', 'Nombre de mois'],
    ],
    others: [...WHOSE, 'nombre', 'Nom', 'Matricule', 'Service'],
  },
  maturite: {
    needed: [
      ['mesure', 'Code'],
      ['niveau', 'Niveau de maturité', 'Non applicable'],
    ],
    others: [...WHOSE, 'maturite_date', 'commentaire', 'thème', 'libellé', 'Responsable'],
  },
  diamant: {
    needed: [
      ['Finess EJ'],
      ['Année'],
      ['Dépenses Titre I Budget global', 'DEPENSES TITRE 1 BUDGET GLOBAL'],
      ['Dépenses Titre II Budget global', 'Dépenses  Titre II  Budget global'],
      ['Dépenses Titre III Budget global'],
      ['Dépenses Titre IV Budget global'],
    ],
    others: ['Finess ET', "Nombre d'ETP PM", 'Dépenses Titre I Budget H', 'BFR', 'Trésorerie'],
  },
};

const kindNamed = (headings: readonly string[]) => {
  const table = delimitedTable(delimited(headings));
  return table && (kindOf(table.header)?.kind ?? null);
};

describe('the kind of a table', () => {
  it.each(Object.entries(KINDS))(
    'is %s by its headings, whatever their order and what stands beside',
    (kind, { needed, others }) => {
      const headings = fc
        .tuple(...needed.map((names) => fc.constantFrom(...names)), fc.subarray([...others]))
        .map((parts) => parts.flat())
        .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
      fc.assert(fc.property(headings, (all) => expect(kindNamed(all)).toBe(kind)));
    },
  );

  it('is that of the kind whose columns it has, beside those of a declaration', () => {
    for (const [kind, { needed }] of Object.entries(KINDS)) {
      const own = needed.map(([first = '']) => first);
      expect(kindNamed(['finess', 'campagne', 'maturite_date', ...own])).toBe(kind);
    }
  });

  it('is none of tables that only look like one', () => {
    for (const headings of [
      ['finess', 'raison_sociale', 'statut', 'categorie', 'region'],
      ['Statut', 'Taux'],
      ['fonction', 'nom', 'courriel', 'telephone'],
      ['Date', 'Nature', 'Nombre'],
      ['Code', 'Libellé', 'Date'],
      ['Mesure', 'Commentaire'],
      ['Compte', 'Libellé'],
      ['Compte', 'Débit', 'Solde créditeur'],
      ['Libellé', 'Débit', 'Crédit'],
      ['Finess EJ', 'Finess ET', 'Année', 'Dépenses Titre I Budget H'],
      ['Recettes Titre I Budget global', 'Finess EJ', 'Année'],
    ])
      expect(kindNamed(headings)).toBeNull();
  });

  it('knows the headings of every kind, which tell the separator of a CSV', () => {
    for (const { needed } of Object.values(KINDS))
      for (const heading of needed.flat()) expect(isKnownHeading(heading)).toBe(true);
    expect(isKnownHeading('Trésorerie')).toBe(false);
  });
});
