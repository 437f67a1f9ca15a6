import type { Draw } from './draw.ts';

/** Bytes that readers trip over: quotes, separators, line ends, marks, signatures. */
const NASTY = ['"', ';', ',', '\t', '\r', '\n', '\0', '\xef\xbb\xbf', '\xff\xfe', 'PK\x03\x04', '=', '\xa0'];

/** One to four changes anywhere in a file. */
export function mutateBytes(file: Uint8Array, draw: Draw): Uint8Array {
  let bytes = Buffer.from(file);
  for (let left = 1 + draw.below(4); left > 0; left--) bytes = changed(bytes, draw);
  return bytes;
}

function changed(bytes: Buffer, draw: Draw): Buffer<ArrayBuffer> {
  const at = draw.below(bytes.length + 1);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const length = 1 + draw.below(draw.once(8) ? 4_000 : 8);
  switch (draw.below(7)) {
    case 0: {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << draw.below(8));
      return copy;
    }
    case 1:
      return Buffer.from(before);
    case 2:
      return Buffer.concat([before, Buffer.from(draw.of(NASTY), 'latin1'), after]);
    case 3:
      return Buffer.concat([before, after.subarray(length)]);
    case 4:
      return Buffer.concat([before, after.subarray(0, length), after]);
    case 5:
      return Buffer.concat([before, Buffer.alloc(Math.min(length, after.length)), after.subarray(length)]);
    default: {
      const from = draw.below(bytes.length + 1);
      return Buffer.concat([before, bytes.subarray(from, from + length), after]);
    }
  }
}
