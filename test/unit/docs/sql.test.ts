import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withWrittenParts } from '../../../infra/local/sql/document.ts';
import { LAKE_TABLES } from '../../../shared/domain/lake/lake-tables.ts';

const COMMITTED = readFileSync(path.join(import.meta.dirname, '../../../docs/sql.md'), 'utf8');

describe('docs/sql.md', () => {
  it('has the tables and the examples as the code makes them (when it has not: npm run sql-document)', () => {
    expect(withWrittenParts(COMMITTED)).toBe(COMMITTED);
  });

  it('describes every column of every table', () => {
    for (const [table, { columns }] of Object.entries(LAKE_TABLES)) {
      const [, part = ''] = COMMITTED.split(`### ${table}\n`);
      for (const column of Object.keys(columns))
        expect(part.split('\n###')[0]).toContain(`| \`${column}\` |`);
    }
  });

  it('is refused without the place of a part', () => {
    expect(() => withWrittenParts(COMMITTED.replace('<!-- /exemples -->', ''))).toThrow(/exemples/);
  });
});
