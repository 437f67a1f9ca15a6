import { type Parts, relationsOf, treeOf } from '../workbook-package.ts';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'application/vnd.openxmlformats-officedocument';

/** What a part is said to be, by the relationship that leads to it. */
const TYPES: Readonly<Record<string, string>> = {
  officeDocument: `${SHEET}.sheet.main+xml`,
  worksheet: `${SHEET}.worksheet+xml`,
  styles: `${SHEET}.styles+xml`,
  sharedStrings: `${SHEET}.sharedStrings+xml`,
  table: `${SHEET}.table+xml`,
  comments: `${SHEET}.comments+xml`,
  theme: `${DRAWING}.theme+xml`,
  drawing: `${DRAWING}.drawing+xml`,
  chart: `${DRAWING}.drawingml.chart+xml`,
  'core-properties': 'application/vnd.openxmlformats-package.core-properties+xml',
  'extended-properties': `${DRAWING}.extended-properties+xml`,
  vmlDrawing: `${DRAWING}.vmlDrawing`,
};

/** Parts that nothing leads to, or that are not said to be what they are. */
export function relationFaults(parts: Parts): readonly string[] {
  const types = treeOf(parts, '[Content_Types].xml').children;
  const saidOf = (part: string) =>
    types.find(({ attributes }) => attributes['PartName'] === `/${part}`)?.attributes['ContentType'] ??
    types.find(({ attributes }) => part.endsWith(`.${attributes['Extension']}`))?.attributes['ContentType'];
  const reached = new Set<string>();
  const faults: string[] = [];
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { type, target } of relationsOf(parts, part)) {
      if (target === null || !parts.has(target)) continue;
      const said = saidOf(target);
      if (TYPES[type] === undefined) faults.push(`a relationship of an unknown type: ${type}`);
      else if (said !== TYPES[type]) faults.push(`${target} is said to be ${said}`);
      if (!reached.has(target)) waiting.push(target);
      reached.add(target);
    }
  }
  const orphans = [...parts.keys()].filter(
    (name) => name !== '[Content_Types].xml' && !name.endsWith('.rels') && !reached.has(name),
  );
  return [...faults, ...orphans.map((name) => `nothing leads to ${name}`)];
}
