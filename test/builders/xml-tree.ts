import { SaxesParser } from 'saxes';

export interface XmlNode {
  readonly local: string;
  readonly uri: string;
  /** By qualified name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Its own text and that of all within it. */
  readonly text: string;
}

interface OpenNode {
  local: string;
  uri: string;
  attributes: Record<string, string>;
  children: OpenNode[];
  text: string;
}

/** A whole XML text as a tree. @throws for what is not well-formed, its prefixes included. */
export function xmlTree(xml: string): XmlNode {
  const top: OpenNode = { local: '', uri: '', attributes: {}, children: [], text: '' };
  const open: OpenNode[] = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    const node: OpenNode = { local, uri, attributes: plain, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (closed && parent) parent.text += closed.text;
  });
  const onText = (text: string) => {
    const node = open.at(-1);
    if (node) node.text += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error('no root element');
  return root;
}

/** Every element of that local name, at any depth, in order. */
export function within(node: XmlNode, local: string): readonly XmlNode[] {
  return node.children.flatMap((child) => [
    ...(child.local === local ? [child] : []),
    ...within(child, local),
  ]);
}
