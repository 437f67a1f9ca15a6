import type { RegionalReport } from '../../../domain/report/regional-report.ts';
import type { Wording } from '../../../domain/verdict/verdict.ts';
import { dateOf } from '../exact.ts';
import { writeMethodSheet } from '../method-sheet.ts';
import type { MethodSection } from '../method-text.ts';
import { createBook } from '../package/book.ts';
import { EPOCH, PUBLISHER } from '../properties.ts';
import { rulesOf } from '../rules-of.ts';
import { writeAlertsSheet } from './alerts-sheet.ts';
import { writeChaseSheet } from './chase-sheet.ts';
import { computedRows, ownerOf, type RegionalContext, regionTitle } from './context.ts';
import { writeDeclaredSheet } from './declared-sheet.ts';
import { writeMaturitySheet } from './maturity-sheet.ts';
import { writePoolsSheet } from './pools-sheet.ts';
import { writeProvenanceSheet } from './provenance-sheet.ts';
import { writeShareSheet } from './share-sheet.ts';
import { writeSsiFteSheet } from './ssi-fte-sheet.ts';
import { writeSummarySheet } from './summary-sheet.ts';

const READING: MethodSection = {
  title: 'Lire ce classeur',
  lines: [
    [
      'Formules',
      'Les parts, sommes, taux et médianes sont des formules vives : cliquer une cellule montre comment elle est obtenue. Recalculer ne change rien.',
    ],
    [
      'Trier et filtrer',
      'Chaque liste est un tableau Excel : trier ou filtrer ne casse aucune formule, elles retrouvent un établissement par son FINESS.',
    ],
    [
      'Remonter à la source',
      '« Part numérique » repose sur « Données déclarées » ; « Provenance » donne pour chaque donnée le fichier déposé et son emplacement, et pour chaque chiffre sa formule en mots. Évolutions, sommes, médianes et quartiles sont des formules vives, sans ligne de provenance.',
    ],
    [
      'Groupements à cheval sur des régions',
      'Le classeur nomme les membres de sa région ; les autres tiennent en une ligne « Autres régions ».',
    ],
  ],
};

/** The workbook that an ARS receives. contracts.md, « Regional workbook ». The same report gives the same bytes. */
export async function writeRegional(report: RegionalReport, wording: Wording): Promise<Uint8Array> {
  const rules = rulesOf(report);
  const owner = ownerOf(report);
  const book = createBook({
    title: `Part du numérique et ETP SSI – ${owner}`,
    subject: regionTitle(report),
    creator: PUBLISHER,
    asOf: report.lastDeposit ? dateOf(report.lastDeposit) : EPOCH,
  });
  const context: RegionalContext = { book, report, rules, wording, owner, computed: computedRows(report) };
  writeSummarySheet(context);
  writeShareSheet(context);
  writeSsiFteSheet(context);
  writeMaturitySheet(context);
  writePoolsSheet(context);
  writeChaseSheet(context);
  writeAlertsSheet(context);
  writeDeclaredSheet(context);
  writeProvenanceSheet(context);
  writeMethodSheet(book, { owner, rules, report, document: `ARS-${report.region}`, reading: READING });
  return book.toBytes();
}
