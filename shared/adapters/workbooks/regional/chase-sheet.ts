import type { ChaseLine } from '../../../domain/report/regional-report.ts';
import type { Wording } from '../../../domain/verdict/verdict.ts';
import { chaseSentences, chaseSituation } from '../../../messages/chase.ts';
import { dateOf } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { TableColumn } from '../package/sheet.ts';
import { COUNT, DATE, SENTENCE, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { IDENTITY_COLUMNS, IDENTITY_WIDTHS, identityCells, orNone } from './identity.ts';
import { SHEETS, TABLES } from './tables.ts';

const COLUMNS: readonly TableColumn[] = [
  ...IDENTITY_COLUMNS,
  { name: 'Situation', style: SENTENCE },
  { name: 'Raison', style: SENTENCE },
  { name: 'Données manquantes', style: SENTENCE },
  { name: 'Dernier dépôt', style: SENTENCE },
  { name: 'Jour du dernier dépôt', style: DATE },
  { name: 'Nombre de dépôts', style: COUNT },
  { name: 'Contact', style: TEXT },
  { name: 'Fonction', style: TEXT },
  { name: 'Courriel', style: TEXT },
  { name: 'Téléphone', style: TEXT, numberLike: true },
];

/** Who is missing and why, one line each, with whom to call. */
export function writeChaseSheet({ book, owner, report, wording }: RegionalContext): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.chase,
    title: 'Établissements à relancer',
    reading:
      "Tous les établissements sans chiffres calculés, et ce qui manque pour qu'ils en aient. « En attente du porteur » : l'établissement a fait sa part.",
    frozenColumns: 2,
    pagesWide: 2,
    list: true,
  });
  sheet.widths([...IDENTITY_WIDTHS, 24, 56, 34, 28, 14, 12, 24, 16, 30, 20]);
  sheet.table({
    name: TABLES.chase,
    row: HEADING_ROW,
    columns: COLUMNS,
    rows: orNone(
      report.chase.map((line) => cells(line, wording)),
      COLUMNS.length,
      'Aucun établissement à relancer.',
    ),
  });
}

function cells(line: ChaseLine, wording: Wording): readonly Content[] {
  const { contact, lastTry } = line;
  return [
    ...identityCells(line.declarant, line.groups),
    plainText(chaseSituation(line)),
    plainText(chaseSentences(line, wording).join('\n')) || null,
    line.missing.join('\n') || null,
    lastTry ? plainText(lastTry.file) : null,
    lastTry ? dateOf(lastTry.day) : null,
    line.tries,
    contact ? plainText(contact.name) || null : null,
    contact ? plainText(contact.role) || null : null,
    contact ? plainText(contact.email) || null : null,
    contact ? plainText(contact.phone) || null : null,
  ];
}
