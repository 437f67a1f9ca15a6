import { LOOKS } from '../../../shared/adapters/annotation/styles/looks.ts';
import { patchStyles } from '../../../shared/adapters/annotation/styles/patch-styles.ts';
import { within, type XmlNode, xmlTree } from '../../builders/xml-tree.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const stylesheet = (content: string) => `<styleSheet xmlns="${MAIN}">${content}</styleSheet>`;

function patched(text: string | null) {
  const styles = patchStyles(text, MAIN);
  if (styles === null) throw new Error('no stylesheet');
  return styles;
}

const list = (tree: XmlNode, name: string) =>
  tree.children.find(({ local }) => local === name)?.children ?? [];
const places = (styles: ReturnType<typeof patched>) => [
  ...Object.values(styles.looks),
  styles.formats.error,
  styles.formats.warning,
];

/** What Excel takes for granted in a stylesheet. */
function expectSound(text: string): void {
  const tree = xmlTree(text);
  expect(tree.children.map(({ local }) => local)).toEqual(
    'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'
      .split(' ')
      .filter((name) => tree.children.some(({ local }) => local === name)),
  );
  const sizes = Object.fromEntries(tree.children.map(({ local, children }) => [local, children.length]));
  for (const { local, attributes, children } of tree.children)
    if (attributes['count'] !== undefined)
      expect([local, attributes['count']]).toEqual([local, `${children.length}`]);
  for (const { attributes } of list(tree, 'cellXfs')) {
    expect(Number(attributes['fontId'])).toBeLessThan(sizes['fonts'] ?? 0);
    expect(Number(attributes['fillId'])).toBeLessThan(sizes['fills'] ?? 0);
    expect(Number(attributes['borderId'])).toBeLessThan(sizes['borders'] ?? 0);
  }
  const patterns = list(tree, 'fills').map(
    (fill) => within(fill, 'patternFill')[0]?.attributes['patternType'],
  );
  expect(patterns.slice(0, 2)).toEqual(['none', 'gray125']);
}

const TYPICAL = stylesheet(
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.00"/></numFmts>' +
    '<fonts count="1" x14ac:knownFonts="1" xmlns:x14ac="urn:x"><font><sz val="12"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<dxfs count="0"/><tableStyles count="0"/>',
);

describe('our looks in a stylesheet', () => {
  it('come after those that stand, which keep their places', () => {
    const { text, looks, formats } = patched(TYPICAL);
    expectSound(text);
    const tree = xmlTree(text);
    const before = xmlTree(TYPICAL);
    for (const name of ['fonts', 'fills', 'borders', 'cellXfs'])
      expect(list(tree, name).slice(0, list(before, name).length)).toEqual(list(before, name));
    expect(Math.min(...Object.values(looks))).toBe(2);
    expect(formats).toEqual({ error: 0, warning: 1 });
    expect(text).toContain('<fonts count="9" x14ac:knownFonts="1" xmlns:x14ac="urn:x">');
  });

  it.each([
    ['no part at all', null],
    ['nothing in it', stylesheet('')],
    ['an empty root', `<styleSheet xmlns="${MAIN}"/>`],
    ['one fill alone', stylesheet('<fills count="1"><fill><patternFill patternType="none"/></fill></fills>')],
    ['lists without content', stylesheet('<fonts/><fills/><borders/><cellXfs/><dxfs/><extLst/>')],
    ['no count', TYPICAL.replaceAll(/ count="\d"/g, '')],
    ['a prefix', TYPICAL.replaceAll(/<(\/?)(?=\w)/g, '<$1p:').replace('xmlns=', 'xmlns:p=')],
  ])('are sound where there is %s', (_, text) => {
    const styles = patched(text);
    expectSound(styles.text);
    const tree = xmlTree(styles.text);
    const xfs = list(tree, 'cellXfs');
    for (const place of Object.values(styles.looks)) expect(xfs[place]?.attributes['quotePrefix']).toBe('1');
    expect(list(tree, 'dxfs')).toHaveLength(2);
    // Cells that wear no style wear the first: it is none of ours.
    expect(xfs[0]?.attributes['quotePrefix']).toBeUndefined();
  });

  it('are put once: a stylesheet that has them is not touched', () => {
    const once = patched(TYPICAL);
    const twice = patched(once.text);
    expect(twice.text).toBe(once.text);
    expect(places(twice)).toEqual(places(once));
  });

  it('are as many as there are names', () => {
    expect(new Set(Object.values(patched(null).looks)).size).toBe(Object.keys(LOOKS).length);
  });

  it('go into no other part', () => {
    expect(patchStyles('<workbook/>', MAIN)).toBeNull();
  });
});
