import {
  type AnyColumn,
  COLUMN_ALIASES,
  COLUMN_NAMES,
  COLUMNS,
  type ColumnName,
  KEY_COLUMNS,
} from '../../domain/deposit/columns.ts';
import { SECTION_WORDS } from '../sections.ts';
import { choice, date, finess, REQUIRED, upTo, year } from './fields.ts';
import { type Field, type TableSchema, tableSchema } from './table-schema.ts';

const OTHER_NAMES = Map.groupBy(Object.entries(COLUMN_ALIASES), ([, column]) => column);

/** The declaration as a CSV: every column but the two first may be left out, with its section. contracts.md, « Deposits ». */
export const DECLARATION_SCHEMA: TableSchema = tableSchema<AnyColumn>([...KEY_COLUMNS, ...COLUMN_NAMES], {
  title: 'Déclaration',
  description:
    'Une ligne par déclarant. Les colonnes viennent dans n’importe quel ordre ; seules finess et campagne sont obligatoires. Une rubrique dont aucune colonne n’est là reste telle qu’elle était.',
  fields: {
    finess: finess('FINESS du déclarant ou du porteur externe', REQUIRED),
    campagne: year('Campagne', { description: 'L’année collectée, à quatre chiffres.', ...REQUIRED }),
    ...(Object.fromEntries(COLUMN_NAMES.map((name) => [name, fieldOf(name)])) as Record<ColumnName, Field>),
  },
});

function fieldOf(name: ColumnName): Field {
  const { label, section, type } = COLUMNS[name];
  const others = (OTHER_NAMES.get(name) ?? []).map(([other]) => `\`${other}\``);
  const named = others.length > 0 ? ` Aussi lue sous le nom ${others.join(', ')}.` : '';
  const description = `Rubrique « ${SECTION_WORDS[section]} ».${named}`;
  switch (type) {
    case 'closure':
      return choice(label, ['definitive', 'provisoire'], { description });
    case 'date':
      return date(label, { description });
    case 'amount':
      return upTo(label, 2, { description: `Euros. ${description}` });
    case 'fte':
      return upTo(label, 2, { description: `Équivalents temps plein. ${description}` });
  }
}
