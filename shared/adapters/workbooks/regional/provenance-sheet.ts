import type { ReportRow } from '../../../domain/report/regional-report.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { RegionalContext } from './context.ts';
import { identityCells, orNone } from './identity.ts';
import { answerLines } from './provenance-answers.ts';
import { declaredLines } from './provenance-declared.ts';
import { detailLines } from './provenance-details.ts';
import { figureLines } from './provenance-figures.ts';
import {
  PROVENANCE_COLUMNS,
  PROVENANCE_WIDTHS,
  type ProvenanceLine,
  provenanceCells,
} from './provenance-line.ts';
import { publishedLines } from './provenance-published.ts';
import { shareLines } from './provenance-shares.ts';
import { SHEETS, TABLES } from './tables.ts';

/** A line per value that the workbook shows of a declarant: where it was read, and by which rule it counts. By FINESS. */
export function writeProvenanceSheet(context: RegionalContext): void {
  const { book, owner, report } = context;
  const sheet = openSheet(book, owner, {
    name: SHEETS.provenance,
    title: 'Provenance de chaque chiffre',
    reading:
      'Chaque donnée en vigueur, le fichier déposé dont elle vient et son emplacement dans ce fichier ; puis chaque chiffre qui en est calculé, et sa formule en mots. Le SHA-256 identifie le fichier à l’octet près.',
    frozenColumns: 2,
    pagesWide: 4,
    list: true,
  });
  sheet.widths(PROVENANCE_WIDTHS);
  sheet.table({
    name: TABLES.provenance,
    row: HEADING_ROW,
    direct: true,
    columns: PROVENANCE_COLUMNS,
    rows: orNone(
      report.rows.flatMap((row) => {
        const identity = identityCells(row.declarant, row.groups);
        return linesOf(row, context).map((line) => provenanceCells(identity, line));
      }),
      PROVENANCE_COLUMNS.length,
      "Aucune donnée n'est déclarée à ce jour.",
    ),
  });
}

function linesOf(
  { state, outcome, previous }: ReportRow,
  context: RegionalContext,
): readonly ProvenanceLine[] {
  if (!state) return [];
  const { report, rules } = context;
  const declared = [...declaredLines(state), ...detailLines(state), ...answerLines(state, report.measures)];
  if (outcome.state !== 'calcule') return declared;
  const { figures } = outcome;
  return [
    ...declared,
    ...shareLines(figures, report.pools),
    ...figureLines(figures, rules),
    ...publishedLines(previous, report.sources),
  ];
}
