import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import type { Cell } from '../../../domain/deposit/table.ts';
import { LAST_COLUMN, LAST_ROW } from '../limits.ts';
import { cellOf, type RawCell, type WorkbookValues } from './cell-value.ts';
import { type Meter, spendCell, spendCharacters } from './meter.ts';
import { columnOf, parseReference, rowOf, writeReference } from './packed-reference.ts';
import { richText } from './rich-text.ts';
import type { Attributes, XmlHandler } from './xml-events.ts';

/**
 * Reads the cells of one worksheet into `cells`. Only `sheetData` counts: merges, validations and formats
 * name ranges of any size, and nothing here ever walks a range.
 */
export function sheetCells(
  sheet: string,
  book: WorkbookValues,
  cells: Map<string, Cell>,
  meter: Meter,
): XmlHandler {
  const raw: RawCell = { type: 'n', style: 0, formula: null, value: null, inline: '' };
  const inline = richText(meter);
  let inData = false;
  let inRow = false;
  let inCell = false;
  let child: '' | 'v' | 'f' | 'is' = '';
  let row = 0;
  let column = 0;
  let reference = '';

  return {
    open(name, attributes) {
      if (!inData) inData = name === 'sheetData';
      else if (!inRow) inRow = name === 'row' && openRow(attributes);
      else if (!inCell) inCell = name === 'c' && openCell(attributes);
      else if (child === 'is') inline.open(name);
      else if (name === 'v' || name === 'f' || name === 'is') openChild(name);
    },
    close(name) {
      if (!inData) return;
      if (name === 'c' && inCell) {
        inCell = false;
        child = '';
        closeCell();
      } else if (name !== '' && name === child) child = '';
      else if (child === 'is') inline.close(name);
      else if (name === 'row') inRow = false;
      else if (name === 'sheetData') inData = false;
    },
    text(text) {
      if (child === '') return;
      if (child === 'is') return inline.text(text);
      spendCharacters(meter, text.length);
      if (child === 'v') raw.value += text;
      else raw.formula += text;
    },
  };

  /** Rows and cells may leave their reference out: each then follows the one before it. */
  function openRow(attributes: Attributes): true {
    const given = attributes['r'];
    row = given === undefined ? row + 1 : /^\d{1,7}$/.test(given) ? Number(given) : 0;
    if (row < 1 || row > LAST_ROW) throw badReference(given ?? String(row));
    column = 0;
    return true;
  }

  function openCell(attributes: Attributes): true {
    const given = attributes['r'];
    if (given === undefined) {
      column += 1;
      if (column > LAST_COLUMN) throw badReference(`${row}:${column}`);
      reference = writeReference(row, column);
    } else {
      const place = parseReference(given);
      // A cell that names another row than its own would be shown in one place and read in another.
      if (place === null || rowOf(place) !== row) throw badReference(given);
      column = columnOf(place);
      reference = given;
    }
    raw.type = attributes['t'] ?? 'n';
    raw.style = Number(attributes['s'] ?? 0);
    raw.formula = null;
    raw.value = null;
    raw.inline = '';
    return true;
  }

  function openChild(name: 'v' | 'f' | 'is'): void {
    child = name;
    if (name === 'v') raw.value ??= '';
    else if (name === 'f') raw.formula ??= '';
  }

  function closeCell(): void {
    raw.inline = inline.take();
    const cell = cellOf(raw, book);
    if (cell === null) return;
    if (cell === 'damaged') {
      throw new FileRefusal('XML_DAMAGED', {
        at: { sheet, cell: reference },
        seen: (raw.value ?? '').slice(0, 100),
        facts: { what: 'cell', type: raw.type.slice(0, 100) },
      });
    }
    spendCell(meter, sheet);
    const before = cells.size;
    cells.set(reference, cell);
    // Asking the size is cheaper than asking for the key first, and this is done for every cell.
    if (cells.size === before) throw badReference(reference);
  }

  function badReference(seen: string): FileRefusal {
    return new FileRefusal('SHEET_BAD_REFERENCE', { at: { sheet }, seen: seen.slice(0, 100) });
  }
}
