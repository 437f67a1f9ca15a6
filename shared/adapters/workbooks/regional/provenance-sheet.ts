import { COLUMN_NAMES, COLUMNS } from '../../../domain/deposit/columns.ts';
import type { ReportRow } from '../../../domain/report/regional-report.ts';
import { fileInWords } from '../../../messages/file.ts';
import { placeInWords } from '../../../messages/place.ts';
import { dateOf } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { Styled, TableColumn } from '../package/sheet.ts';
import { DATE, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { declaredContent, TYPE_STYLES } from './declared-sheet.ts';
import { IDENTITY_COLUMNS, IDENTITY_WIDTHS, identityCells, orNone } from './identity.ts';
import { SHEETS, TABLES } from './tables.ts';

const TABLE_COLUMNS: readonly TableColumn[] = [
  ...IDENTITY_COLUMNS,
  { name: 'Donnée', style: TEXT },
  { name: 'Colonne', style: TEXT },
  { name: 'Valeur en vigueur', style: TEXT },
  { name: 'Fichier', style: TEXT, numberLike: true },
  { name: 'Emplacement', style: TEXT },
  { name: 'Jour du dépôt', style: DATE },
  { name: 'SHA-256 du dépôt', style: TEXT, numberLike: true },
];

/** A line per declared value in force: from which deposit, and where in it. By FINESS, then in the order of the columns. */
export function writeProvenanceSheet({ book, owner, report }: RegionalContext): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.provenance,
    title: 'Provenance de chaque donnée',
    reading:
      'Chaque donnée en vigueur, le fichier déposé dont elle vient et son emplacement dans ce fichier. Le SHA-256 identifie le fichier à l’octet près.',
    frozenColumns: 2,
    pagesWide: 2,
    list: true,
  });
  sheet.widths([...IDENTITY_WIDTHS, 70, 26, 22, 36, 46, 14, 68]);
  sheet.table({
    name: TABLES.provenance,
    row: HEADING_ROW,
    columns: TABLE_COLUMNS,
    rows: orNone(report.rows.flatMap(lines), TABLE_COLUMNS.length, "Aucune donnée n'est déclarée à ce jour."),
  });
}

function lines({ declarant, groups, state }: ReportRow): readonly (readonly (Content | Styled)[])[] {
  if (!state) return [];
  const identity = identityCells(declarant, groups);
  return COLUMN_NAMES.flatMap((name) => {
    const origin = state.origins[name];
    if (!origin) return [];
    const { label, type } = COLUMNS[name];
    const { source, at } = origin;
    return [
      [
        ...identity,
        label,
        name,
        { content: declaredContent(name, state.values[name]), style: TYPE_STYLES[type] },
        plainText(fileInWords(source)),
        plainText(placeInWords(at)) || null,
        dateOf(source.day),
        source.sha256,
      ],
    ];
  });
}
