import type { JustifiedAlert } from '../../../domain/report/justified-alerts.ts';
import type { ReportRow } from '../../../domain/report/regional-report.ts';
import { ALERT_WORDINGS } from '../../../messages/alerts.ts';
import { justificationAuthor } from '../../../messages/justification.ts';
import { dateOf } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { Styled, TableColumn } from '../package/sheet.ts';
import { DATE, SENTENCE, type Style, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { IDENTITY_COLUMNS, IDENTITY_WIDTHS, identityCells, orNone } from './identity.ts';
import { SHEETS, TABLES } from './tables.ts';

const COLUMNS: readonly TableColumn[] = [
  ...IDENTITY_COLUMNS,
  { name: 'Alerte', style: SENTENCE },
  { name: 'Constat', style: SENTENCE },
  { name: 'Éléments', style: SENTENCE },
  { name: 'État', style: TEXT },
  { name: 'Justification', style: SENTENCE },
  { name: 'Donnée par', style: SENTENCE },
  { name: 'Le', style: DATE },
  { name: 'Code', style: TEXT },
];

/** A sign before the word, which stays the cell's whole content: it is what is filtered by, and read aloud. */
const TO_JUSTIFY: Style = { ...TEXT, numFmt: '"▲ "@' };
const JUSTIFIED: Style = { ...TEXT, numFmt: '"✓ "@' };

/** Doubts on computed figures, for a person to look at. */
export function writeAlertsSheet({ book, owner, report }: RegionalContext): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.alerts,
    title: 'Alertes de vraisemblance',
    reading:
      "Une alerte n'est pas une erreur et ne bloque rien : elle demande une vérification ou une explication, que l'établissement donne dans son fichier ou en ligne : « à justifier » (▲) tant qu'elle manque, « justifiée » (✓) ensuite. Seuils et sources : feuille « Méthode ».",
    frozenColumns: 2,
    pagesWide: 2,
    list: true,
  });
  sheet.widths([...IDENTITY_WIDTHS, 28, 56, 26, 17, 50, 30, 13, 29]);
  const rows = new Map(report.rows.map((row) => [row.declarant.finess, row]));
  sheet.table({
    name: TABLES.alerts,
    row: HEADING_ROW,
    columns: COLUMNS,
    rows: orNone(
      report.alerts.map((alert) => cells(alert, rows.get(alert.finess))),
      COLUMNS.length,
      'Aucune alerte.',
    ),
  });
}

function cells(alert: JustifiedAlert, row: ReportRow | undefined): readonly (Content | Styled)[] {
  const { code, finess, facts, justification } = alert;
  if (!row) throw new Error(`an alert on ${finess}, which the report does not hold`);
  const { label, sentence } = ALERT_WORDINGS[code];
  const elements = Object.entries(facts).map(([name, value]) => `${name} : ${value}`);
  return [
    ...identityCells(row.declarant, row.groups),
    label,
    plainText(sentence(facts)),
    plainText(elements.join('\n')) || null,
    justification
      ? { content: 'justifiée', style: JUSTIFIED }
      : { content: 'à justifier', style: TO_JUSTIFY },
    justification && plainText(justification.text),
    plainText(justificationAuthor(alert)) || null,
    justification && dateOf(justification.day),
    code,
  ];
}
