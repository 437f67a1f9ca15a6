import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One entry as it is to be written, true or not. */
export interface RawEntry {
  readonly name: string;
  /** The bytes as they lie in the file. */
  readonly data: Uint8Array;
  readonly method: 0 | 8 | 12;
  readonly crc: number;
  /** The inflated size that the directory declares. */
  readonly size: number;
  readonly flags?: number;
  /** Declares the place of another entry instead of its own. */
  readonly at?: number;
}

/** An honest entry. */
export function deflated(name: string, content: string | Uint8Array): RawEntry {
  const bytes = Buffer.from(content);
  return { name, data: deflateRawSync(bytes), method: 8, crc: crc32(bytes), size: bytes.length };
}

/** Writes a zip from entries as given, lies included: what no zip library would write. */
export function rawZip(entries: readonly RawEntry[], declaredEntries = entries.length): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    writeCommon(header, 4, entry, name);
    local.push(header, name, Buffer.from(entry.data));
    const extra = entry.size > 0xfffffffe ? zip64Size(entry.size) : Buffer.alloc(0);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    writeCommon(record, 6, entry, name);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE(entry.at ?? offset, 42);
    central.push(record, name, extra);
    offset += header.length + name.length + entry.data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(declaredEntries, 8);
  end.writeUInt16LE(declaredEntries, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

function writeCommon(header: Buffer, at: number, entry: RawEntry, name: Buffer): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(entry.flags ?? 0, at + 2);
  header.writeUInt16LE(entry.method, at + 4);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.data.length, at + 14);
  header.writeUInt32LE(Math.min(entry.size, 0xffffffff), at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function zip64Size(size: number): Buffer {
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  return extra;
}

/**
 * A deflate stream of `head`, then `block` over and over, then `tail`: gigabytes are written as fast as
 * their few megabytes of deflated bytes, since each block ends on a full flush and can be copied.
 */
export function deflatedRepeat(head: string, block: string, times: number, tail: string): Buffer {
  const flushed = (text: string) =>
    deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  return Buffer.concat([
    flushed(head),
    ...Array<Buffer>(times).fill(flushed(block)),
    deflateRawSync(Buffer.from(tail)),
  ]);
}
