import { FileRefusal } from '../../domain/deposit/file-refusal.ts';
import { LIMITS, type Limits } from './limits.ts';

export type FileKind = 'xlsx' | 'delimited';

/** What a sender may have taken for a spreadsheet: the first bytes that give it away, and its name for people. */
const SIGNATURES: readonly (readonly [signature: string, kind: string])[] = [
  ['%PDF-', 'PDF'],
  ['{\\rtf', 'RTF'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7-Zip'],
  ['\x1f\x8b', 'GZIP'],
  ['\xff\xfe', 'UTF-16'],
  ['\xfe\xff', 'UTF-16'],
];
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'] as const;
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** An OLE container lists its streams in records of 128 bytes that begin with the stream's name. */
const OLE_RECORD = 128;

/**
 * Tells by content, never by name, how a deposited file is to be read.
 * Any zip answers `xlsx`: what is inside it (OpenDocument, xlsb, macros, anything else) is for readXlsx to refuse.
 * Refuses what is empty, over the limit, encrypted, a legacy .xls, or neither a workbook nor text.
 */
export function sniff(file: Uint8Array, limits: Limits = LIMITS): FileKind {
  if (file.length === 0) throw new FileRefusal('FILE_EMPTY');
  if (file.length > limits.fileBytes) throw tooLarge(file, limits);
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const start = bytes.toString('latin1', 0, 64);
  if (ZIP.some((signature) => start.startsWith(signature))) return 'xlsx';
  if (start.startsWith(OLE)) throw oleRefusal(bytes);
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) throw unknownKind(known[1]);
  if (bytes.includes(0)) throw unknownKind('binary');
  // Many tools save an HTML table, or XML, under the name .xls: Excel opens it, we do not.
  const markup = /^(?:\xef\xbb\xbf)?\s*<(\?xml|!|[a-z])/i.exec(start);
  if (markup) throw unknownKind(markup[1] === '?xml' ? 'XML' : 'HTML');
  return 'delimited';
}

/** The refusal of a file over the limit, with both sizes in bytes. */
export function tooLarge(file: Uint8Array, limits: Limits): FileRefusal {
  return new FileRefusal('FILE_TOO_LARGE', {
    seen: String(file.length),
    facts: { limit: String(limits.fileBytes) },
  });
}

function unknownKind(kind: string): FileRefusal {
  return new FileRefusal('FILE_KIND_UNKNOWN', { seen: kind, facts: { kind } });
}

/** Excel wraps an encrypted workbook, whatever its kind, in an OLE container; .xls is such a container itself. */
function oleRefusal(bytes: Buffer): FileRefusal {
  if (hasStream(bytes, 'EncryptedPackage')) return new FileRefusal('FILE_IS_ENCRYPTED');
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return new FileRefusal('FILE_IS_LEGACY_XLS');
  return unknownKind('OLE');
}

function hasStream(bytes: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) {
    if (at % OLE_RECORD === 0) return true;
  }
  return false;
}
