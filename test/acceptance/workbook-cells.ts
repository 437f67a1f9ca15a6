import JSZip from 'jszip';
import { SaxesParser } from 'saxes';

/** What a cell of a saved workbook holds, as it stands in the file. */
export interface SavedCell {
  /** Null where the cell holds a value alone. */
  readonly formula: string | null;
  readonly kind: 'number' | 'text' | 'boolean' | 'error';
  /** The value, or the cached value of the formula: the digits of a number, `1` or `0` for a boolean. */
  readonly value: string;
}

/** By sheet, then by A1 reference; blank cells are left out. */
export type SavedCells = ReadonlyMap<string, ReadonlyMap<string, SavedCell>>;

/** Reads every cell of an .xlsx without asking anything of ours: any writer's, whatever its parts are called. */
export async function readSavedCells(bytes: Uint8Array): Promise<SavedCells> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  const [workbook, relationships] = await Promise.all([
    part('xl/workbook.xml'),
    part('xl/_rels/workbook.xml.rels'),
  ]);
  const strings = stringsOf(await part('xl/sharedStrings.xml'));
  const targets = new Map(
    elements(relationships, 'Relationship').map(({ Id = '', Target = '' }) => [Id, Target] as const),
  );
  const sheets = new Map<string, ReadonlyMap<string, SavedCell>>();
  for (const { name = '', 'r:id': id = '' } of elements(workbook, 'sheet')) {
    const target = targets.get(id) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    sheets.set(name, cellsOf(await part(path), strings));
  }
  return sheets;
}

type Attributes = Readonly<Record<string, string | undefined>>;

function elements(xml: string, name: string): readonly Attributes[] {
  const found: Attributes[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (tag.name === name) found.push(tag.attributes);
  });
  parser.write(xml).close();
  return found;
}

/** Shared strings, the runs of a rich one put together; a phonetic reading is none of it. */
function stringsOf(xml: string): readonly string[] {
  const strings: string[] = [];
  let within: string | null = null;
  let phonetic = false;
  if (xml === '') return strings;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'si') strings.push('');
    if (name === 'rPh') phonetic = true;
    within = name === 't' && !phonetic ? 't' : null;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'rPh') phonetic = false;
    within = null;
  });
  parser.on('text', (text) => {
    if (within) strings.push((strings.pop() ?? '') + text);
  });
  parser.write(xml).close();
  return strings;
}

const KINDS: Readonly<Record<string, SavedCell['kind']>> = {
  s: 'text',
  str: 'text',
  inlineStr: 'text',
  b: 'boolean',
  e: 'error',
};

function cellsOf(xml: string, strings: readonly string[]): ReadonlyMap<string, SavedCell> {
  const cells = new Map<string, SavedCell>();
  let cell: Attributes = {};
  let formula: string | null = null;
  let value: string | null = null;
  let within = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    within = name;
    if (name === 'c') [cell, formula, value] = [attributes, null, null];
    if (name === 'f') formula = '';
  });
  parser.on('text', (text) => {
    if (within === 'f') formula = (formula ?? '') + text;
    else if (within === 'v' || within === 't') value = (value ?? '') + text;
  });
  parser.on('closetag', ({ name }) => {
    within = '';
    if (name !== 'c' || (formula === null && value === null)) return;
    const { r = '', t = 'n' } = cell;
    const text = t === 's' ? (strings[Number(value)] ?? '') : (value ?? '');
    cells.set(r, { formula, kind: KINDS[t] ?? 'number', value: text });
  });
  parser.write(xml).close();
  return cells;
}
