/** Bytes, as decimal text, in megabytes. */
export function megabytes(bytes: string): string {
  return `${Math.floor(Number(bytes) / 1024 / 1024)} Mo`;
}
