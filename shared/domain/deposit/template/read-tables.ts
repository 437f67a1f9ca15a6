import type { Finess } from '../../finess/finess.ts';
import type { Issue, Place } from '../../issues/issue.ts';
import type { Details, StaffType } from '../../return/details.ts';
import type { FileJustification } from '../../return/entry.ts';
import type { NumberColumn, SectionName } from '../columns.ts';
import { readHeadings } from '../headings.ts';
import { measureColumn } from '../maturity/columns.ts';
import { readMeasureTable } from '../maturity/measure-table.ts';
import type { RawTable } from '../raw-table.ts';
import type { ReadingContext } from '../reading.ts';
import { readStaffTable } from '../staff/staff-table.ts';
import type { WorkbookContent } from '../table.ts';
import { readAccounts } from './accounts.ts';
import { readActionTable } from './action-table.ts';
import { readDirectoryTable } from './directory-table.ts';
import { readJustificationTable } from './justification-table.ts';
import { namedCell } from './named-cell.ts';
import { filledLines, namedTable, type TemplateTable } from './named-table.ts';
import type { TableReading } from './table-reading.ts';
import type { TableTotal } from './totals.ts';

type ReadTable = (table: RawTable, context: ReadingContext, finess: Finess) => TableReading;

/** The section that each table belongs to, and how it is read. */
const TABLES: readonly {
  readonly name: TemplateTable;
  readonly section: SectionName | null;
  readonly read: ReadTable;
}[] = [
  { name: 'tableau_comptes', section: 'numerique', read: readAccounts },
  { name: 'tableau_etp', section: 'etp', read: readStaff },
  { name: 'tableau_mesures', section: 'maturite', read: readMeasures },
  { name: 'tableau_actions', section: 'actions', read: readActions },
  { name: 'tableau_annuaires', section: 'actions', read: readDirectories },
  { name: 'tableau_justifications', section: null, read: readJustifications },
];

/** What the tables of the template say, together. */
export interface TablesReading {
  /** Those of which the file has a table. */
  readonly sections: readonly SectionName[];
  /** Those that it leaves as they were all the same. */
  readonly withheld: readonly SectionName[];
  /** With the place of their table. */
  readonly totals: readonly (TableTotal & { readonly at: Place })[];
  readonly details: Partial<Details>;
  readonly justifications: readonly FileJustification[];
  readonly issues: readonly Issue[];
}

export function readTables(content: WorkbookContent, context: ReadingContext, finess: Finess): TablesReading {
  const found = TABLES.flatMap(({ name, section, read }) => {
    const table = namedTable(content, name);
    const { place } = namedCell(content, name);
    return table ? [{ section, at: place ?? {}, reading: read(table, context, finess) }] : [];
  });
  const readings = found.map(({ reading }) => reading);
  return {
    sections: found.flatMap(({ section }) => section ?? []),
    withheld: readings.flatMap(({ withheld }) => withheld ?? []),
    totals: found.flatMap(({ reading: { totals = [] }, at }) => totals.map((total) => ({ ...total, at }))),
    details: Object.assign({}, ...readings.map(({ details }) => details)),
    justifications: readings.flatMap(({ justifications = [] }) => justifications),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

function readStaff(table: RawTable): TableReading {
  const { staff, internal, external, pooled, issues } = readStaffTable(table);
  const blank = staff.length === 0 && issues.length === 0;
  const total = (column: NumberColumn, fte: bigint, ...types: readonly StaffType[]): TableTotal => ({
    column,
    total: blank ? null : fte,
    given: staff.some(({ type }) => types.includes(type)),
    partial: issues.length > 0,
  });
  const totals = [
    total('etp_ssi_internes', internal, 'interne', 'mutualise'),
    total('etp_ssi_externes', external, 'externe'),
    total('mutualise_etp_ssi', pooled, 'mutualise'),
  ];
  return { issues, details: { staff }, totals };
}

/** The questionnaire stands in the file before anything is answered: only an answer makes it one. */
function readMeasures(table: RawTable, { directory }: ReadingContext): TableReading {
  const { columns } = readHeadings(table, measureColumn, []);
  const answers = ['niveau', 'non_applicable', 'commentaire'] as const;
  const answered = filledLines(
    table,
    answers.map((column) => columns.get(column)),
  );
  if (answered.length === 0) return { issues: [], details: { measures: [] } };
  const { measures, issues } = readMeasureTable(table, directory.reference.measures);
  return { issues, details: { measures } };
}

function readActions(table: RawTable): TableReading {
  const { actions, issues } = readActionTable(table);
  return { issues, details: { actions } };
}

function readDirectories(table: RawTable): TableReading {
  const { directories, issues } = readDirectoryTable(table);
  return { issues, details: { directories } };
}

function readJustifications(table: RawTable): TableReading {
  return readJustificationTable(table);
}
