import { AGGREGATES_COLUMNS } from '../../../shared/domain/lake/aggregates-columns.ts';
import { EXAMPLE_QUERIES } from '../../../shared/domain/lake/example-queries.ts';
import { LAKE_TABLES, type LakeTable } from '../../../shared/domain/lake/lake-tables.ts';

/** How many example queries are shown; docs/sql.md has them all. */
const SHOWN = 3;

/** The tables, their columns and what they hold, and a few queries to begin with. */
export function catalogueText(): string {
  const tables: readonly (readonly [string, LakeTable])[] = Object.entries(LAKE_TABLES);
  const described = tables.map(([name, { description, columns }]) =>
    section(
      `${name} – ${description}`,
      Object.entries(columns).map(([column, { type, description: said }]) => [`${column} (${type})`, said]),
    ),
  );
  const view = section(
    'agregats – Les lignes de aggregates.csv, recalculées à partir de figures',
    Object.entries(AGGREGATES_COLUMNS),
  );
  const examples = EXAMPLE_QUERIES.slice(0, SHOWN).map(({ title, sql }) => `-- ${title}\n${sql};`);
  return [
    'Tables (chacune a aussi les colonnes campagne et region ; region vaut EXT pour les porteurs externes)',
    ...described,
    view,
    `Exemples (les autres sont dans docs/sql.md)`,
    ...examples,
    '',
  ].join('\n\n');
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return [title, ...rows.map(([name, said]) => `  ${name.padEnd(width)}  ${said}`)].join('\n');
}
