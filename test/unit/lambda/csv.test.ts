import fc from 'fast-check';
import Papa from 'papaparse';
import * as z from 'zod';
import { writeCsv } from '../../../shared/adapters/tables/write-csv.ts';
import { DepositBody } from '../../../shared/contracts/api/deposit.ts';
import { ROUTES, type RouteSpec } from '../../../shared/contracts/routes.ts';
import { csvRows, prefersCsv } from '../../../shared/lambda/http/csv.ts';

describe('a list in CSV', () => {
  it('has the columns of its schema in their order, what is within one apart', () => {
    const element = z.object({
      nom: z.string(),
      at: z.object({ sheet: z.string().exactOptional(), line: z.int().exactOptional() }),
      fin: z.string().nullable(),
    });
    const schema = z.object({ elements: z.array(element), suivant: z.string().nullable() });
    const elements = [
      { fin: 'f', at: { line: 3 }, nom: 'a' },
      { nom: 'b', at: {}, fin: null },
    ];
    expect(csvRows({ elements, suivant: null }, schema, ['elements'])).toEqual([
      ['nom', 'at_sheet', 'at_line', 'fin'],
      ['a', '', '3', 'f'],
      ['b', '', '', ''],
    ]);
  });

  it('writes yes and no in French, and lists in one cell', () => {
    const contact = z.object({ fonction: z.string(), courriel: z.string() });
    const element = z.object({
      vise: z.boolean(),
      motifs: z.array(z.string()),
      contacts: z.array(contact),
    });
    const row = {
      vise: true,
      motifs: ['budget-nul', 'comptes-non-clos'],
      contacts: [
        { fonction: 'DAF', courriel: 'a@b.fr' },
        { fonction: 'RSSI', courriel: 'c@d.fr' },
      ],
    };
    expect(csvRows([row], z.array(element), [])).toEqual([
      ['vise', 'motifs', 'contacts'],
      ['oui', 'budget-nul|comptes-non-clos', 'DAF a@b.fr|RSSI c@d.fr'],
    ]);
  });

  it('of lines that have no schema of their own has the headings of the first', () => {
    const schema = z.object({ elements: z.array(z.record(z.string(), z.string())) });
    expect(csvRows({ elements: [{ b: '1', a: '2' }] }, schema, ['elements'])).toEqual([
      ['b', 'a'],
      ['1', '2'],
    ]);
    expect(csvRows({ elements: [] }, schema, ['elements'])).toEqual([]);
  });

  it('of a verdict that is not there has its headings alone', () => {
    const [headings, ...rows] = csvRows({ verdict: null }, DepositBody, ['verdict', 'issues']);
    expect(headings).toContain('at_cell');
    expect(rows).toEqual([]);
  });

  it('is found in the answer of every route that says so', () => {
    const lists = Object.entries<RouteSpec>(ROUTES).filter(([, { csv }]) => csv);
    expect(lists.length).toBeGreaterThan(7);
    for (const [id, { answer, csv = [] }] of lists) {
      const list = csv.reduce<z.ZodType>((at, step) => {
        const object = at instanceof z.ZodNullable ? at.unwrap() : at;
        return (object as z.ZodObject).shape[step] as z.ZodType;
      }, answer);
      expect([id, list instanceof z.ZodArray]).toEqual([id, true]);
    }
  });

  it('is read back as it was, whatever its texts, but for what a spreadsheet would run', () => {
    const element = z.object({ a: z.string(), b: z.string() });
    fc.assert(
      fc.property(fc.array(fc.record({ a: fc.string(), b: fc.string() }), { minLength: 1 }), (rows) => {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
          writeCsv(csvRows(rows, z.array(element), [])),
        );
        const { data } = Papa.parse<string[]>(text.slice(0, -1), { delimiter: ';', newline: '\n' });
        const cells = rows.flatMap(({ a, b }) => [a, b]);
        expect(
          data
            .slice(1)
            .flat()
            .map((cell, n) => (cell === cells[n] ? cell : cell.slice(1))),
        ).toEqual(cells);
        for (const cell of data.slice(1).flat()) expect(cell).not.toMatch(/^[=@\t\r]/);
      }),
    );
  });
});

describe('CSV is asked for', () => {
  it.each([
    ['text/csv', true],
    ['TEXT/CSV; charset=utf-8', true],
    ['text/csv, application/json;q=0.5', true],
    ['application/json, text/csv', true],
    ['text/csv;q=0.4, application/json;q=0.5', false],
    ['text/csv;q=0', false],
    ['application/json', false],
    ['*/*', false],
    ['', false],
    [undefined, false],
  ])('by « %s »: %p', (accept, expected) => expect(prefersCsv(accept)).toBe(expected));
});
