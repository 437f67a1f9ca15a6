import { linkTo } from '../frame.ts';
import type { Sheet } from '../package/sheet.ts';
import { LINK, NOTE } from '../package/styles.ts';
import { SHEETS } from './tables.ts';

const CONTENTS: readonly (readonly [string, string])[] = [
  [SHEETS.share, 'Part du budget dédiée au numérique, par établissement, et N-1, en formules vives.'],
  [
    SHEETS.ssiFte,
    'ETP de sécurité des systèmes d’information, par établissement, et N-1, en formules vives.',
  ],
  [
    SHEETS.maturity,
    'Auto-évaluations de la maturité : dates, niveau par mesure, autres actions de l’instruction.',
  ],
  [SHEETS.pools, 'Partage des charges et des ETP de chaque groupement, avec son résidu nul.'],
  [SHEETS.chase, 'Qui manque, pourquoi, et qui appeler.'],
  [SHEETS.alerts, 'Chiffres à vérifier ou à expliquer.'],
  [SHEETS.declared, 'Toutes les données en vigueur, telles que déclarées.'],
  [SHEETS.provenance, 'Pour chaque donnée : fichier, emplacement, empreinte, jour de dépôt.'],
  [SHEETS.method, 'Règles, définitions, seuils, sources et limites.'],
];

/** The other sheets, with a link to each. @returns the row after. */
export function writeContents(sheet: Sheet, row: number): number {
  for (const [i, [name, contents]] of CONTENTS.entries()) {
    sheet.put(row + i, 1, linkTo(name, name), LINK);
    sheet.put(row + i, 2, contents, NOTE);
  }
  return row + CONTENTS.length;
}
