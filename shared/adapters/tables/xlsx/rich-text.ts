import { type Meter, spendCharacters } from './meter.ts';

/**
 * Gathers the text of one string item, shared or inline: the `t` of its runs one after the other, without
 * the phonetic guides (`rPh`) that Japanese versions of Excel add.
 */
export function richText(meter: Meter) {
  let gathered = '';
  let reading = false;
  let phonetic = false;
  return {
    open(name: string): void {
      if (name === 'rPh') phonetic = true;
      else if (name === 't') reading = !phonetic;
    },
    close(name: string): void {
      if (name === 'rPh') phonetic = false;
      else if (name === 't') reading = false;
    },
    text(text: string): void {
      if (!reading) return;
      spendCharacters(meter, text.length);
      gathered += text;
    },
    /** Gives what was gathered and starts again. */
    take(): string {
      const text = gathered;
      gathered = '';
      reading = false;
      phonetic = false;
      return unescapeText(text);
    },
  };
}

/** `_x000D_` stands for a character that XML cannot carry, `_x005F_` for an underscore that would read as one. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Gives back the characters that Excel escapes in texts. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  const plain = text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  // Half of a surrogate pair could be written this way; it has no place in the UTF-8 that we write.
  return plain.toWellFormed();
}
