import { COLUMN_NAMES, type ColumnName } from '../../../domain/deposit/columns.ts';
import { FIRST_LIST_ROW } from '../frame.ts';
import { letters } from '../package/area.ts';
import type { Content } from '../package/content.ts';
import { column, quoted, thisRow } from '../package/structured.ts';
import { IDENTITY, IDENTITY_COLUMNS } from './identity.ts';
import { SHEETS, TABLES } from './tables.ts';

/** A list whose rows begin with a FINESS, on the sheet of its own. */
export interface ListPlace {
  readonly sheet: string;
  readonly table: string;
}

const DECLARED: ListPlace = { sheet: SHEETS.declared, table: TABLES.declared };
const ANSWERS: ListPlace = { sheet: SHEETS.maturity, table: TABLES.maturity };
const PROVENANCE: ListPlace = { sheet: SHEETS.provenance, table: TABLES.provenance };

/** After what every list begins with, « Données déclarées » has the state, then the columns. */
const COLUMNS_BEFORE = IDENTITY_COLUMNS.length + 1;

/** From « Provenance » to the cell of « Données déclarées » that holds the value. */
export function toDeclared(name: ColumnName): Content {
  const letter = letters(COLUMNS_BEFORE + COLUMN_NAMES.indexOf(name) + 1);
  return rowLink(TABLES.provenance, DECLARED, letter, 'Voir la donnée');
}

/** From « Provenance » to the row of a list of figures. */
export function toFigures(list: ListPlace): Content {
  return rowLink(TABLES.provenance, list, 'A', 'Voir le chiffre');
}

/** From « Provenance » to the declarant's answers. */
export function toAnswers(): Content {
  return rowLink(TABLES.provenance, ANSWERS, 'A', 'Voir la réponse');
}

/** From a list to the first line that « Provenance » has of the declarant. */
export function toProvenance(table: string): Content {
  return rowLink(table, PROVENANCE, 'A', 'Voir');
}

/** Leads to the row of the same declarant in another list, however either is sorted. */
function rowLink(from: string, { sheet, table }: ListPlace, letter: string, label: string): Content {
  const place = `MATCH(${thisRow(from, IDENTITY.finess)},${column(table, IDENTITY.finess)},0)`;
  return {
    formula: `HYPERLINK(${quoted(`#'${sheet}'!${letter}`)}&(${place}+${FIRST_LIST_ROW - 1}),${quoted(label)})`,
    result: label,
  };
}
