import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { sniff } from '../../../shared/adapters/tables/sniff.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { FileRefusal } from '../../../shared/domain/deposit/file-refusal.ts';
import { deflated, rawZip } from '../../builders/raw-zip.ts';
import { workbookParts } from '../../builders/xlsx-package.ts';

const RUNS = Number(process.env['MUTATIONS'] ?? 1_000);
const REAL = new URL('../../../../shared/data/hostile/xlsx/', import.meta.url);
/** Beyond it a file only makes each run longer. */
const LARGEST = 16 * 1024;

const valid = workbookParts({
  sheets: [
    {
      name: 'Saisie',
      data:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46022</v></c><c r="C1" t="b"><v>1</v></c></row>' +
        '<row r="2"><c r="A2" t="inlineStr"><is><t>é</t></is></c><c r="B2"><f>SUM(B1:B1)</f></c></row>',
      after: '<mergeCells><mergeCell ref="A1:XFD9"/></mergeCells>',
    },
    { name: 'Listes', state: 'hidden', data: '<row><c><v>1.5</v></c></row>' },
  ],
  sharedStrings: '<si><r><t>ti</t></r><r><t>tre_x000D_</t></r></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>',
  names: '<definedName name="charges">Saisie!$B$2</definedName>',
});

/** One change: where (as a part of the length), what, and how much. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  kind: fc.constantFrom('flip', 'cut', 'insert', 'remove', 'repeat', 'zero'),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
});
const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutate(file: Buffer, changes: readonly Mutation[]): Buffer {
  return changes.reduce((bytes, { at, kind, bytes: more }) => {
    const place = Math.floor(at * bytes.length);
    const before = bytes.subarray(0, place);
    const after = bytes.subarray(place);
    switch (kind) {
      case 'flip':
        return Buffer.from(bytes.map((byte, index) => (index === place ? byte ^ (more[0] ?? 1) : byte)));
      case 'cut':
        return Buffer.from(before);
      case 'insert':
        return Buffer.concat([before, more, after]);
      case 'remove':
        return Buffer.concat([before, after.subarray(more.length)]);
      case 'repeat':
        return Buffer.concat([before, after.subarray(0, 200), after]);
      default:
        return Buffer.concat([before, Buffer.alloc(more.length), after.subarray(more.length)]);
    }
  }, file);
}

/** Anything but a result or a refusal, a wrong kind of error above all, fails the property. */
async function readsOrRefuses(file: Uint8Array): Promise<'read' | 'refused'> {
  try {
    sniff(file);
  } catch (thrown) {
    if (!(thrown instanceof FileRefusal)) throw thrown;
  }
  try {
    await readXlsx(file);
    return 'read';
  } catch (thrown) {
    if (!(thrown instanceof FileRefusal)) throw thrown;
    return 'refused';
  }
}

const zipped = (parts: ReadonlyMap<string, string | Uint8Array>): Buffer =>
  Buffer.from(rawZip([...parts].map(([name, content]) => deflated(name, content))));

describe('a damaged workbook', () => {
  it('is read before it is damaged', async () => {
    expect(await readsOrRefuses(zipped(valid))).toBe('read');
  });

  it('is read or refused, whatever happened to its bytes', async () => {
    const file = zipped(valid);
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        await readsOrRefuses(mutate(file, changes));
      }),
      { numRuns: RUNS },
    );
  });

  it('is read or refused, whatever happened to its XML in a zip that is sound', async () => {
    const names = [...valid.keys()];
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), mutations, async (name, changes) => {
        const parts = new Map(valid);
        parts.set(name, mutate(Buffer.from(valid.get(name) ?? ''), changes));
        outcomes.add(await readsOrRefuses(zipped(parts)));
      }),
      { numRuns: RUNS },
    );
    // Most mutants no longer parse: that the sound one is read is the first test's.
    expect(outcomes).toContain('refused');
  });

  it('is read or refused, whatever stands in its attributes and texts', async () => {
    const odd = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '-1',
        '2000000000',
        'NaN',
        'XFE1',
        'A1',
        '1e400',
        '0x10',
        '#REF!',
        '&amp;',
        '../..',
      ),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[<>&"]/g, '')),
    );
    const names = [...valid.keys()];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat({ max: 60 }), odd, async (name, index, text) => {
        let seen = 0;
        const content = String(valid.get(name)).replace(/(?<==")[^"]*(?=")|(?<=>)[^<]+(?=<)/g, (whole) =>
          seen++ === index ? text : whole,
        );
        await readsOrRefuses(zipped(new Map(valid).set(name, content)));
      }),
      { numRuns: RUNS },
    );
  });
});

(existsSync(REAL) ? describe : describe.skip)('a real workbook', () => {
  it('is read or refused, whatever happened to its bytes or to the bytes of its parts', async () => {
    const files = readdirSync(REAL)
      .filter((name) => /\.xls[xm]$/.test(name))
      .map((name) => readFileSync(new URL(encodeURIComponent(name), REAL)))
      .filter((file) => file.length <= LARGEST);
    const unpacked = await Promise.all(files.map(partsOf));
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), mutations, async (which, part, changes) => {
        const at = which % files.length;
        await readsOrRefuses(mutate(files[at] ?? Buffer.alloc(0), changes));
        const parts = new Map(unpacked[at]);
        const name = [...parts.keys()][part % Math.max(1, parts.size)];
        if (name === undefined) return;
        parts.set(name, mutate(Buffer.from(parts.get(name) ?? ''), changes));
        await readsOrRefuses(zipped(parts));
      }),
      { numRuns: RUNS / 2 },
    );
  });
});

/** No part for a file that JSZip cannot open. */
async function partsOf(file: Uint8Array): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  try {
    const zip = await JSZip.loadAsync(file);
    for (const entry of Object.values(zip.files)) parts.set(entry.name, await entry.async('uint8array'));
  } catch {
    parts.clear();
  }
  return parts;
}
