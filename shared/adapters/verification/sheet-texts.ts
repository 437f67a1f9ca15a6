import { SaxesParser } from 'saxes';
import type { PackageParts } from './package-parts.ts';

/** What each cell of a sheet holds, as text: `=formula → value`, or its value; by address. */
export type SheetTexts = ReadonlyMap<string, string>;

/** Cells by sheet, in the order of the tabs; a sheet whose part is damaged is left out. */
export function workbookTexts(parts: PackageParts): ReadonlyMap<string, SheetTexts> {
  const shared = sharedTexts(parts);
  const targets = new Map(
    elementsOf(parts, 'xl/_rels/workbook.xml.rels', 'Relationship').map(({ Id, Target }) => [Id, Target]),
  );
  const sheets = elementsOf(parts, 'xl/workbook.xml', 'sheet').map((sheet) => {
    const texts = cellTexts(parts, `xl/${targets.get(sheet['r:id'])}`, shared);
    return [sheet['name'] ?? '', texts] as const;
  });
  return new Map(sheets.flatMap(([name, texts]) => (texts ? [[name, texts] as const] : [])));
}

type Attributes = Readonly<Record<string, string>>;

interface Handler {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** @returns whether the part is there and well-formed. */
function parse(parts: PackageParts, part: string, { open, close, text }: Handler): boolean {
  const bytes = parts.get(part);
  if (!bytes) return false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => open(name, attributes as Attributes));
  parser.on('closetag', ({ name }) => close(name));
  parser.on('text', text);
  try {
    parser.write(new TextDecoder().decode(bytes)).close();
    return true;
  } catch {
    return false;
  }
}

const nothing = (): void => undefined;

function elementsOf(parts: PackageParts, part: string, wanted: string): readonly Attributes[] {
  const found: Attributes[] = [];
  const open = (name: string, attributes: Attributes) => {
    if (name === wanted) found.push(attributes);
  };
  parse(parts, part, { open, close: nothing, text: nothing });
  return found;
}

function sharedTexts(parts: PackageParts): readonly string[] {
  const texts: string[] = [];
  parse(parts, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') texts.push('');
    },
    close: nothing,
    text: (text) => {
      if (texts.length > 0) texts[texts.length - 1] += text;
    },
  });
  return texts;
}

function cellTexts(parts: PackageParts, part: string, shared: readonly string[]): SheetTexts | null {
  const texts = new Map<string, string>();
  let address: string | null = null;
  let type = '';
  let reading: '' | 'v' | 'f' | 't' = '';
  let held = { v: '', f: '', t: '' };
  const whole = parse(parts, part, {
    open: (name, attributes) => {
      if (name === 'c') {
        address = attributes['r'] ?? '';
        type = attributes['t'] ?? '';
        held = { v: '', f: '', t: '' };
      } else if (name === 'v' || name === 'f' || name === 't') reading = name;
    },
    close: (name) => {
      if (name !== 'c') {
        reading = '';
        return;
      }
      const value = type === 's' ? (shared[Number(held.v)] ?? '') : held.v + held.t;
      if (address !== null) texts.set(address, held.f === '' ? value : `=${held.f} → ${value}`);
      address = null;
    },
    text: (text) => {
      if (address !== null && reading !== '') held[reading] += text;
    },
  });
  return whole ? texts : null;
}
