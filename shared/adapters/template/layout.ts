import type { AmountColumn, AnyColumn } from '../../domain/deposit/columns.ts';
import type { TEMPLATE_VERSIONS } from '../../domain/deposit/template/version.ts';

/** The version that the named cell `modele_version` holds: readers refuse one that they do not know. */
export const TEMPLATE_VERSION: (typeof TEMPLATE_VERSIONS)[number] = '2026-1';

interface TotalDefinition {
  readonly label: string;
  /** Inputs that follow one another; their total stands under the last. */
  readonly of: readonly [AmountColumn, ...AmountColumn[]];
}

interface SheetDefinition {
  readonly name: string;
  readonly inputs: readonly AnyColumn[];
  readonly total?: TotalDefinition;
}

/** The first sheet has no input: it explains, and holds the version. */
export const READ_ME = 'Lisez-moi';

/** Sheets of inputs, in the order of the tabs after `Lisez-moi`. */
export const TEMPLATE_SHEETS: readonly SheetDefinition[] = [
  { name: 'Identification', inputs: ['finess', 'campagne'] },
  {
    name: 'Clôture et budget',
    inputs: [
      'cloture',
      'date_cloture',
      'charges_titre1',
      'charges_titre2',
      'charges_titre3',
      'charges_titre4',
      'emplois_investissement',
    ],
    total: {
      label: "Total des charges d'exploitation (titres 1 à 4)",
      of: ['charges_titre1', 'charges_titre2', 'charges_titre3', 'charges_titre4'],
    },
  },
  {
    name: 'Charges numériques',
    inputs: ['num_personnel', 'num_medical', 'num_general', 'num_amortissement', 'num_investissement'],
    total: {
      label: "Total des charges numériques d'exploitation",
      of: ['num_personnel', 'num_medical', 'num_general', 'num_amortissement'],
    },
  },
  { name: 'ETP SSI', inputs: ['etp_total', 'etp_ssi_internes', 'etp_ssi_externes'] },
  {
    name: 'Mutualisation',
    inputs: ['mutualise_charges', 'mutualise_etp_ssi', 'quote_part_versee', 'quotes_parts_refacturees'],
  },
  { name: 'Maturité', inputs: ['maturite_date'] },
];

export type TemplateLine =
  | { readonly kind: 'input'; readonly row: number; readonly column: AnyColumn }
  | {
      readonly kind: 'total';
      readonly row: number;
      readonly label: string;
      readonly of: readonly AmountColumn[];
      readonly firstRow: number;
      readonly lastRow: number;
    };

/** Rows of a sheet of inputs: a title, a note, the headings, then the lines. */
export const HEADING_ROW = 4;
export const INPUT_COLUMN = 'B';

/** The lines of a sheet, from top to bottom. */
export function linesOf({ inputs, total }: SheetDefinition): readonly TemplateLine[] {
  const lines: TemplateLine[] = [];
  let row = HEADING_ROW + 1;
  let firstRow = row;
  for (const column of inputs) {
    if (column === total?.of[0]) firstRow = row;
    lines.push({ kind: 'input', row, column });
    row++;
    if (total && column === total.of.at(-1)) {
      lines.push({ kind: 'total', row, label: total.label, of: total.of, firstRow, lastRow: row - 1 });
      row++;
    }
  }
  return lines;
}
