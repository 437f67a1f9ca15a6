/** A whole number as decimal text, by groups of three digits. */
export function grouped(number: string): string {
  return number.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** `1234567.80` as French readers write it: `1 234 567,80`. */
export function frenchDecimal(text: string): string {
  const [whole = '', ...decimals] = text.split('.');
  return [grouped(whole), ...decimals].join(',');
}

/** Bytes, as decimal text, in megabytes. */
export function megabytes(bytes: string): string {
  return `${Math.floor(Number(bytes) / 1024 / 1024)} Mo`;
}
