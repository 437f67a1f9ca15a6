import { createInterface } from 'node:readline/promises';
import { type LakeDatabase, QueryRefused } from '../../../shared/adapters/duckdb/lake-database.ts';
import { refusedQuery } from './refused-query.ts';
import { catalogueText } from './show-catalogue.ts';
import { resultText } from './show-result.ts';

/**
 * Shows the tables, then answers each query until the end of the input. A query may take several lines: it ends with `;`.
 * One that is refused is explained, and the next is waited for.
 */
export async function converse(
  database: LakeDatabase,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  output.write(`${catalogueText()}\nRequêtes terminées par « ; ». Ctrl+D pour quitter.\n`);
  const lines = createInterface({ input, output });
  // Lines that were pasted are answered after the end of the input as well.
  let ended = false;
  lines.once('close', () => {
    ended = true;
  });
  const ask = (query: string) => {
    if (ended) return;
    lines.setPrompt(query === '' ? 'sql> ' : '   > ');
    lines.prompt();
  };
  let query = '';
  ask(query);
  for await (const line of lines) {
    query = `${query}${line}\n`.trimStart();
    if (query.trimEnd().endsWith(';')) {
      output.write(await answered(database, query));
      query = '';
    }
    ask(query);
  }
  output.write('\n');
}

async function answered(database: LakeDatabase, sql: string): Promise<string> {
  try {
    return resultText(await database.query(sql));
  } catch (error) {
    if (error instanceof QueryRefused) return `${refusedQuery(error)}\n`;
    throw error;
  }
}
