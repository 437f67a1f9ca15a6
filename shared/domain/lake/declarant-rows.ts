import type { Directory } from '../declarant/directory.ts';
import type { Declarant } from '../declarant/reference-set.ts';
import type { LakeRow } from './lake-tables.ts';

/** One line per declarant, in their order. */
export function declarantRows(
  declarants: readonly Declarant[],
  directory: Directory,
): readonly LakeRow<'declarants'>[] {
  return declarants.map(({ finess, name, status, category, department, legalEntity }) => {
    const groups = directory.groupsOf(finess).map(({ code }) => code);
    return {
      finess,
      raison_sociale: name,
      statut: status,
      categorie: category,
      departement: department,
      finess_ej: legalEntity,
      groupes: groups.length > 0 ? groups.join('|') : null,
    };
  });
}
