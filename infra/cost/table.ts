/** A Markdown table; columns but the first are numbers, set to the right, where their heading ends with a tab. */
export function tableOf(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = heading.map((cell) => (cell.endsWith('\t') ? '--:' : '---'));
  return [heading.map((cell) => cell.trimEnd()), rule, ...rows].map(line).join('\n');
}

/** `1234567` → `1 234 567`. */
export function grouped(count: bigint): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** In the unit that leaves one to four figures: `950 ms`, `12 s`, `25 min`, `7 h`, `9 d`. */
export function duration(milliseconds: bigint): string {
  const units = [
    { name: 'd', ms: 86_400_000n },
    { name: 'h', ms: 3_600_000n },
    { name: 'min', ms: 60_000n },
    { name: 's', ms: 1_000n },
  ];
  const unit = units.find(({ ms }) => milliseconds >= 5n * ms);
  return unit ? `${grouped((milliseconds + unit.ms / 2n) / unit.ms)} ${unit.name}` : `${milliseconds} ms`;
}

/** 2^10 bytes to a KB: `812 B`, `14 KB`, `3 MB`, `12 GB`. */
export function weight(bytes: bigint): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 10_240n && unit < units.length - 1) {
    value = (value + 512n) / 1_024n;
    unit += 1;
  }
  return `${grouped(value)} ${units[unit]}`;
}
