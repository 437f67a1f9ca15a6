import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import { inflateEntry } from './inflate-entry.ts';
import type { Meter } from './meter.ts';
import { type XmlHandler, type XmlSource, xmlEvents } from './xml-events.ts';
import { xmlDecoder } from './xml-text.ts';
import type { ZipDirectory } from './zip-directory.ts';

/** An open workbook file: its directory, and what its reading has cost so far. */
export interface XlsxPackage {
  readonly directory: ZipDirectory;
  readonly meter: Meter;
}

/** Streams one part through the XML parser into its handler; the part must be there. */
export async function readPart(pack: XlsxPackage, source: XmlSource, handler: XmlHandler): Promise<void> {
  const entry = pack.directory.entries.get(source.part);
  if (entry === undefined) throw partMissing(source.part);
  const decode = xmlDecoder(source.part);
  const xml = xmlEvents(source, handler, pack.meter);
  await inflateEntry(pack.directory, source.part, entry, (bytes) => xml.write(decode(bytes)));
  xml.write(decode(null));
  xml.end();
}

/** A part that the workbook needs and that the file lacks. */
export function partMissing(part: string): FileRefusal {
  return new FileRefusal('WORKBOOK_PART_MISSING', { seen: part, facts: { part } });
}
