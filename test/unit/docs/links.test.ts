import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => join('docs', path)),
];

const FENCED = /^```[\s\S]*?^```$/gm;
const CODE = /`[^`\n]*`/g;
/** `[words](target)`, `![words](target)`; a title after the target is left out. */
const LINK = /!?\[[^\]]*\]\(([^)\s]+)[^)]*\)/g;
const SCHEME = /^[a-z][a-z+.-]*:/i;

interface Link {
  readonly path: string;
  readonly anchor: string;
}

function linksOf(text: string): readonly Link[] {
  return [...text.replace(FENCED, '').replace(CODE, '').matchAll(LINK)]
    .map(([, target = '']) => target)
    .filter((target) => !SCHEME.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return { path: decodeURIComponent(path), anchor: decodeURIComponent(anchor) };
    });
}

/** The anchors of a page's headings, as GitHub writes them. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.replace(FENCED, '').matchAll(/^#{1,6} +(.+)$/gm)];
  return new Set(
    headings.map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const isThere = (path: string) => existsSync(join(ROOT, path));

describe('a relative link', () => {
  it.each(PAGES)('of %s leads to a file of the tree, and to a heading of it', (page) => {
    const dead = linksOf(read(page)).filter(({ path, anchor }) => {
      const target = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
      if (target.startsWith('..') || !isThere(target)) return true;
      return anchor !== '' && !(target.endsWith('.md') && anchorsOf(read(target)).has(anchor));
    });
    expect(dead).toEqual([]);
  });

  it('is found in the pages that have some', () => {
    const counts = PAGES.map((page) => linksOf(read(page)).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
  });
});

describe('a picture of the guides', () => {
  const pictures = readdirSync(join(ROOT, 'docs/images'));

  it.each(pictures)('is shown by a guide, and light: %s', (picture) => {
    expect(statSync(join(ROOT, 'docs/images', picture)).size).toBeLessThan(200_000);
    const shown = PAGES.filter((page) =>
      linksOf(read(page)).some(({ path }) => path.endsWith(`images/${picture}`)),
    );
    expect(shown).not.toEqual([]);
  });
});
