/**
 * The key under which a part is found: real workbooks carry backslashes, a leading slash, or a case that
 * differs from the one their relationships use; the packaging standard compares names without case.
 */
export function partKey(name: string): string {
  const key = name.replaceAll('\\', '/').toLowerCase();
  return key.startsWith('/') ? key.slice(1) : key;
}

/** The key of a relationship's target: absolute, or relative to the folder of the part that names it. */
export function resolveTarget(source: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const from = path.startsWith('/') ? [] : partKey(source).split('/').slice(0, -1);
  const resolved: string[] = from;
  for (const segment of path.split('/')) {
    if (segment === '..') resolved.pop();
    else if (segment !== '' && segment !== '.') resolved.push(segment);
  }
  return partKey(resolved.join('/'));
}

/** The key of the part that lists a part's relationships: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsOf(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}
