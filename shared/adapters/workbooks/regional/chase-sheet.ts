import type { ChaseLine } from '../../../domain/report/regional-report.ts';
import type { RuleSet } from '../../../domain/rules/rule-set.ts';
import type { Wording } from '../../../domain/verdict/verdict.ts';
import { REASON_SENTENCES } from '../../../messages/reasons.ts';
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

/** Beyond, one more line says how many: the verdict of the deposit lists them all. */
const MOST_REFUSALS = 5;

/** Who is missing and why, one line each, with whom to call. */
export function writeChaseSheet({ book, owner, report, rules, wording }: RegionalContext): void {
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
      report.chase.map((line) => cells(line, rules, wording)),
      COLUMNS.length,
      'Aucun établissement à relancer.',
    ),
  });
}

function cells(line: ChaseLine, rules: RuleSet, wording: Wording): readonly Content[] {
  const { contact, lastTry } = line;
  return [
    ...identityCells(line.declarant, line.groups),
    plainText(situation(line)),
    plainText(why(line, rules, wording)) || null,
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

function situation({ situation, carriers }: ChaseLine): string {
  switch (situation) {
    case 'jamais-depose':
      return 'Jamais déposé';
    case 'depot-refuse':
      return 'Dépôt refusé';
    case 'non-calcule':
      return 'Non calculé';
    case 'en-attente-du-porteur': {
      const names = carriers.map(({ finess, name }) => `${name} (${finess})`).join(', ');
      return `En attente du porteur ${names}`.trim();
    }
  }
}

/** What refused its last row, or why its figures are not computed. */
function why(line: ChaseLine, rules: RuleSet, wording: Wording): string {
  if (line.situation === 'jamais-depose') return "Aucun dépôt n'a été reçu pour cet établissement.";
  if (line.situation !== 'depot-refuse')
    return line.reasons.map((reason) => REASON_SENTENCES[reason]).join('\n');
  const errors = line.refusal.filter(({ code }) => rules.severities[code] === 'error');
  const shown = errors.slice(0, MOST_REFUSALS).map((issue) => wording(issue).message);
  const left = errors.length - shown.length;
  return [...shown, ...(left > 0 ? [`… et ${left} autre(s) : voir le verdict du dépôt.`] : [])].join('\n');
}
