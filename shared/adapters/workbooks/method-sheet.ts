import { ALERT_CODES } from '../../domain/figures/alert-codes.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import { ALERT_WORDINGS } from '../../messages/alerts.ts';
import { openSheet } from './frame.ts';
import { COMPARISONS, editionSection, type MadeOf } from './method-edition.ts';
import { type MethodSection, methodSections } from './method-text.ts';
import type { Book } from './package/book.ts';
import { PARAGRAPH, SECTION, SENTENCE, TERM } from './package/styles.ts';

export interface MethodSpec {
  readonly owner: string;
  readonly rules: RuleSet;
  /** What the workbook was made from. */
  readonly report: MadeOf;
  /** The name of the workbook before its campaign: `ARS-84`, `DNS`. */
  readonly document: string;
  /** How to read the workbook at hand. */
  readonly reading: MethodSection;
}

/** Rules, definitions, thresholds with their sources, limits, and what the workbook was made from. */
export function writeMethodSheet(book: Book, { owner, rules, report, document, reading }: MethodSpec): void {
  const sheet = openSheet(book, owner, {
    name: 'Méthode',
    title: 'Méthode',
    reading:
      'Comment lire ce classeur, ce que veulent dire ses chiffres, d’où viennent les règles et leurs limites.',
    frozenColumns: 0,
    list: false,
  });
  sheet.widths([36, 120]);
  let row = 6;
  const sections = [
    reading,
    ...methodSections(report.campaign, rules),
    COMPARISONS,
    editionSection(report, document),
  ];
  for (const { title, lines } of sections) {
    sheet.put(row++, 1, title, SECTION);
    for (const [term, meaning] of lines) {
      sheet.put(row, 1, term, TERM);
      sheet.put(row++, 2, meaning, PARAGRAPH);
    }
    row++;
  }
  sheet.put(row, 1, "Seuils d'alerte et leurs sources", SECTION);
  sheet.table({
    name: 'SeuilsDAlerte',
    row: row + 1,
    columns: [
      { name: 'Alerte', style: SENTENCE },
      { name: 'Seuil et source', style: SENTENCE },
    ],
    rows: ALERT_CODES.map((code) => {
      const { limit, source } = rules.alerts[code];
      const { label, limit: words } = ALERT_WORDINGS[code];
      return [label, `${capital(words(limit))}. ${source}`];
    }),
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
