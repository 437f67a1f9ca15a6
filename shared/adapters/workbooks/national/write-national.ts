import { frenchDay } from '../../../domain/calendar/day.ts';
import { financialYear } from '../../../domain/campaign/campaign.ts';
import type { NationalReport } from '../../../domain/report/national-report.ts';
import { dateOf } from '../exact.ts';
import { openSheet, SUMMARY_SHEET } from '../frame.ts';
import { writeMethodSheet } from '../method-sheet.ts';
import type { MethodSection } from '../method-text.ts';
import { type Book, createBook } from '../package/book.ts';
import { SECTION } from '../package/styles.ts';
import { EPOCH, PUBLISHER } from '../properties.ts';
import { rulesOf } from '../rules-of.ts';
import { writeProgress } from './progress-table.ts';
import { SLICE_SHEETS, writeSliceSheet } from './slice-sheets.ts';
import { writeSliceTable } from './slice-table.ts';

const READING: MethodSection = {
  title: 'Lire ce classeur',
  lines: [
    [
      'Contenu',
      "Des agrégats seulement : aucun établissement n'y est nommé. Le détail est dans les classeurs régionaux.",
    ],
    [
      'Formules',
      'Les parts et les taux sont des formules vives sur les sommes de la même ligne ; les médianes et quartiles sont des valeurs, calculées sur les données individuelles.',
    ],
  ],
};

/** The workbook of the DNS: slices only. The same report gives the same bytes. */
export async function writeNational(report: NationalReport): Promise<Uint8Array> {
  const { campaign, generation, lastDeposit } = report;
  const rules = rulesOf(report.ruleSet);
  const owner = `France – campagne ${campaign} (exercice ${financialYear(campaign)})`;
  const book = createBook({
    title: `Part du numérique et ETP SSI – ${owner}`,
    subject: 'France',
    creator: PUBLISHER,
    asOf: lastDeposit ? dateOf(lastDeposit) : EPOCH,
  });
  writeSummary(book, owner, report);
  for (const spec of SLICE_SHEETS) writeSliceSheet(book, owner, spec, report);
  writeMethodSheet(book, { owner, campaign, rules, generation, reading: READING });
  return book.toBytes();
}

function writeSummary(book: Book, owner: string, report: NationalReport): void {
  const { lastDeposit, aggregates } = report;
  const sheet = openSheet(book, owner, {
    name: SUMMARY_SHEET,
    title: 'Part du budget dédiée au numérique et ETP SSI – France',
    reading: `${
      lastDeposit ? `Dernier dépôt pris en compte : ${frenchDay(lastDeposit)}` : "Aucun dépôt n'a été reçu"
    }. Jeu de règles ${report.ruleSet}.`,
    frozenColumns: 0,
    list: false,
  });
  sheet.widths([12, 36, 12, 12, 16, 22, 22, 16, 13, 13, 13]);
  sheet.put(5, 1, 'Les trois indicateurs de la nation', SECTION);
  const nation = { name: 'Nation', row: 6, headings: ['Tranche'], labels: () => ['France'] };
  const next = writeSliceTable(
    sheet,
    nation,
    aggregates.filter(({ axis }) => axis === 'nation'),
  );
  sheet.put(next + 1, 1, 'Avancement par région', SECTION);
  writeProgress(sheet, next + 2, report);
}
