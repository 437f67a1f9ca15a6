import { financialYear } from '../../../domain/campaign/campaign.ts';
import type { NationalReport } from '../../../domain/report/national-report.ts';
import { dateOf } from '../exact.ts';
import { writeMethodSheet } from '../method-sheet.ts';
import type { MethodSection } from '../method-text.ts';
import { createBook } from '../package/book.ts';
import { EPOCH, PUBLISHER } from '../properties.ts';
import { rulesOf } from '../rules-of.ts';
import { writeChanges } from './changes-sheet.ts';
import { writeMaturity } from './maturity-sheet.ts';
import { SLICE_SHEETS, writeSliceSheet } from './slice-sheets.ts';
import { writeSummary } from './summary-sheet.ts';

const READING: MethodSection = {
  title: 'Lire ce classeur',
  lines: [
    [
      'Contenu',
      "Des agrégats seulement : aucun établissement n'y est nommé. Le détail est dans les classeurs régionaux.",
    ],
    [
      'Formules',
      'Les chiffres de la nation sont les sommes de ceux des régions, en formules vives ; les parts, les taux et les écarts sont des formules vives sur les sommes de la même ligne. Les médianes et quartiles sont des valeurs, calculées sur les données individuelles.',
    ],
    [
      'Part de la nation',
      'Ce que le numérateur de la tranche pèse dans celui de la nation, et non une part de budget.',
    ],
    [
      'Écarts',
      'En points de pourcentage pour les parts, en ETP pour les ETP. N-1 : ce qui a été publié pour les déclarants d’aujourd’hui, sous leur numéro ou ceux qu’il remplace.',
    ],
  ],
};

/** The workbook of the DNS: slices only. The same report gives the same bytes. */
export async function writeNational(report: NationalReport): Promise<Uint8Array> {
  const { campaign, lastDeposit } = report;
  const rules = rulesOf(report);
  const owner = `France – campagne ${campaign} (exercice ${financialYear(campaign)})`;
  const book = createBook({
    title: `Part du numérique et ETP SSI – ${owner}`,
    subject: 'France',
    creator: PUBLISHER,
    asOf: lastDeposit ? dateOf(lastDeposit) : EPOCH,
  });
  writeSummary(book, owner, report);
  for (const spec of SLICE_SHEETS) writeSliceSheet(book, owner, spec, report, rules);
  writeMaturity(book, owner, report, rules);
  if (report.changes) writeChanges(book, owner, report.changes);
  writeMethodSheet(book, { owner, rules, report, document: 'DNS', reading: READING });
  return book.toBytes();
}
