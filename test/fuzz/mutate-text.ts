import type { Draw } from './draw.ts';

/** Cells of a CSV that say something else than they should. */
const CELLS = [
  '',
  ' ',
  '-',
  '0',
  '-1',
  '1e9',
  '1E99999999999',
  '9'.repeat(400),
  '1,5',
  '1.234,56',
  '12 EUR',
  '39297655.289999999',
  '=1+1',
  '@SUM(A1)',
  '2026-02-30',
  '31/12/2025',
  '46022',
  'définitive',
  '010000016',
  '2A0000154',
  '10000016',
  '\u202e\u0000\ud800',
  '"',
  '""',
  '"a;b"',
  '80 %',
  'M21',
  '64',
  'TOTAL',
] as const;

const SEPARATORS = [';', ',', '\t'] as const;
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

/** A text of records with cells, separators, line ends, lines or columns changed. */
export function mutateText(file: Uint8Array, draw: Draw): Uint8Array {
  const text = Buffer.from(file).toString('utf8');
  const separator = SEPARATORS.find((one) => text.includes(one)) ?? ';';
  let records = text.split(/\r\n|\r|\n/).map((line) => line.split(separator));
  for (let left = 1 + draw.below(5); left > 0; left--) records = changed(records, draw);
  const to = draw.once(4) ? draw.of(SEPARATORS) : separator;
  const changedText = records.map((cells) => cells.join(to)).join(draw.of(LINE_ENDS));
  const encoding = draw.of(['utf8', 'utf8', 'latin1', 'utf16le'] as const);
  return Buffer.from(draw.once(6) ? `\ufeff${changedText}` : changedText, encoding);
}

type Records = string[][];

function changed(records: Records, draw: Draw): Records {
  const at = draw.below(records.length);
  const cells = [...(records[at] ?? [])];
  const column = draw.below(cells.length + 1);
  const copy = [...records];
  if (records.length === 0) return [[draw.of(CELLS)]];
  switch (draw.below(7)) {
    case 0:
    case 1:
      cells[column] = draw.of(CELLS);
      break;
    case 2:
      cells.splice(column, 1);
      break;
    case 3:
      cells.splice(column, 0, draw.of(CELLS));
      break;
    case 4:
      copy.splice(at, 1);
      return copy;
    case 5:
      copy.splice(at, 0, [...(draw.of(records) ?? [])]);
      return copy;
    default:
      // The headings of another line, or of none.
      copy[0] = draw.once(2) ? [...(copy[0] ?? [])].reverse() : cells;
      return copy;
  }
  copy[at] = cells;
  return copy;
}
