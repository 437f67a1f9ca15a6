import * as z from 'zod';
import { DayText, DecimalText } from '../../../shared/contracts/api/leaves.ts';
import { ROUTES, type RouteId } from '../../../shared/contracts/routes.ts';
import { listColumns } from '../../../shared/lambda/http/csv.ts';
import { type Field, type TableSchema, tableSchema } from '../../../shared/messages/schemas/table-schema.ts';

/**
 * The lists that the API also gives as CSV (`Accept: text/csv`), by the name of their route. Lines that have no schema of
 * their own are those of figures.csv and aggregates.csv, with what the route says beside.
 */
export function apiListSchemas(): ReadonlyMap<RouteId, TableSchema> {
  const names = Object.keys(ROUTES) as RouteId[];
  return new Map(
    names.flatMap((name): (readonly [RouteId, TableSchema])[] => {
      const schema = listSchema(name);
      return schema ? [[name, schema]] : [];
    }),
  );
}

function listSchema(name: RouteId): TableSchema | null {
  const route = ROUTES[name];
  const columns = 'csv' in route ? listColumns(route.answer, route.csv) : null;
  if (!columns) return null;
  const named = columns.map(({ path, field }) => [path.join('_'), fieldOf(path.join(' '), field)] as const);
  return tableSchema(
    named.map(([column]) => column),
    {
      title: route.summary,
      description: `${route.method} ${route.path}, demandée en CSV (Accept: text/csv).`,
      fields: Object.fromEntries(named),
    },
  );
}

/** What JSON Schema says of a field, in the words of Table Schema; a list is one text, `|` between its elements. */
function fieldOf(words: string, schema: unknown): Field {
  const json = present(z.toJSONSchema(schema as z.ZodType, { io: 'output', unrepresentable: 'any' }));
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1).replaceAll('_', ' ')}`;
  const description = typeof json['description'] === 'string' ? { description: json['description'] } : {};
  return { title, ...description, ...typeOf(json) };
}

type JsonSchema = Readonly<Record<string, unknown>>;

function typeOf(json: JsonSchema): Omit<Field, 'title' | 'description'> {
  const { type, format, pattern, enum: words } = json;
  if (type === 'boolean') return { type, trueValues: ['oui'], falseValues: ['non'] };
  if (type === 'integer') return { type };
  if (format === 'date-time') return { type: 'datetime' };
  if (Array.isArray(words)) return { type: 'string', constraints: { enum: words.map(String) } };
  if (pattern === DECIMAL) return { type: 'number', decimalChar: '.' };
  if (pattern === DAY) return { type: 'date' };
  return typeof pattern === 'string' ? { type: 'string', constraints: { pattern } } : { type: 'string' };
}

const patternOf = (schema: z.ZodType) => z.toJSONSchema(schema)['pattern'];
const DECIMAL = patternOf(DecimalText);
const DAY = patternOf(DayText);

/** A schema without its leave to be null. */
function present(json: JsonSchema): JsonSchema {
  const { anyOf } = json;
  if (!Array.isArray(anyOf)) return json;
  const others = (anyOf as JsonSchema[]).filter(({ type }) => type !== 'null');
  const [only] = others;
  return only && others.length === 1 ? present(only) : {};
}
