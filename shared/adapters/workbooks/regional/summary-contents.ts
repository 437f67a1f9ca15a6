import { linkTo } from '../frame.ts';
import type { Sheet } from '../package/sheet.ts';
import { BODY_LINK, TEXT } from '../package/styles.ts';
import { SHEETS, TABLES } from './tables.ts';

const CONTENTS: readonly (readonly [string, string])[] = [
  [SHEETS.share, 'Part du budget dédiée au numérique, par établissement, en formules vives.'],
  [SHEETS.ssiFte, 'ETP de sécurité des systèmes d’information, par établissement, en formules vives.'],
  [SHEETS.maturity, 'Dates des auto-évaluations de maturité et taux de déclaration.'],
  [SHEETS.pools, 'Partage des charges et des ETP de chaque groupement, avec son résidu nul.'],
  [SHEETS.chase, 'Qui manque, pourquoi, et qui appeler.'],
  [SHEETS.alerts, 'Chiffres à vérifier ou à expliquer.'],
  [SHEETS.declared, 'Toutes les données en vigueur, telles que déclarées.'],
  [SHEETS.provenance, 'Pour chaque donnée : fichier, emplacement, empreinte, jour de dépôt.'],
  [SHEETS.method, 'Règles, définitions, seuils, sources et limites.'],
];

/** The other sheets, with a link to each. */
export function writeContents(sheet: Sheet, row: number): number {
  return sheet.table({
    name: TABLES.contents,
    row,
    columns: [
      { name: 'Feuille', style: BODY_LINK },
      { name: 'Contenu', style: TEXT },
    ],
    rows: CONTENTS.map(([name, contents]) => [linkTo(name, name), contents]),
  });
}
