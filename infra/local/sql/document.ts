import { AGGREGATES_COLUMNS } from '../../../shared/domain/lake/aggregates-columns.ts';
import { EXAMPLE_QUERIES } from '../../../shared/domain/lake/example-queries.ts';
import { LAKE_TABLES, type LakeTable } from '../../../shared/domain/lake/lake-tables.ts';

/** Parts of docs/sql.md that the code writes, each between `<!-- name -->` and `<!-- /name -->`. */
const PARTS: Readonly<Record<string, () => string>> = { tables: tablesPart, exemples: examplesPart };

/** The page with its parts as the code makes them. @throws Error where it lacks the place of one */
export function withWrittenParts(page: string): string {
  return Object.entries(PARTS).reduce((text, [name, write]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, after] = [text.indexOf(begin), text.indexOf(end)];
    if (before < 0 || after < before) throw new Error(`docs/sql.md has no place for « ${name} »`);
    return `${text.slice(0, before + begin.length)}\n${write()}\n${text.slice(after)}`;
  }, page);
}

function tablesPart(): string {
  const tables: readonly (readonly [string, LakeTable])[] = Object.entries(LAKE_TABLES);
  return [
    ...tables.map(([name, { description, columns }]) =>
      [
        `### ${name}`,
        `${description}.`,
        table(
          ['colonne', 'type', 'vide', 'contenu'],
          Object.entries(columns).map(([column, { type, nullable, description: said }]) => [
            `\`${column}\``,
            type,
            nullable ? 'possible' : 'jamais',
            said,
          ]),
        ),
      ].join('\n\n'),
    ),
    [
      '### agregats',
      "Vue de `npm run sql` (elle n'existe pas sur Athena) : les lignes de `aggregates.csv`, dans leur ordre.",
      table(
        ['colonne', 'contenu'],
        Object.entries(AGGREGATES_COLUMNS).map(([column, said]) => [`\`${column}\``, said]),
      ),
    ].join('\n\n'),
  ].join('\n\n');
}

function examplesPart(): string {
  return EXAMPLE_QUERIES.map(({ title, sql, onAthena }) =>
    [`${title}${onAthena ? '' : ' (sur une machine seulement)'} :`, `\`\`\`sql\n${sql};\n\`\`\``].join(
      '\n\n',
    ),
  ).join('\n\n');
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
