import { DOCUMENT_RELATIONSHIPS, PACKAGE_RELATIONSHIPS } from '../../tables/xlsx/namespaces.ts';
import { resolveTarget } from '../../tables/xlsx/part-name.ts';
import { attributesOf, childrenOf, type Element, openDocument, type XmlDocument } from '../xml/document.ts';
import { addition, applyEdits, removal } from '../xml/edits.ts';
import { asAttribute } from '../xml/escape.ts';

interface LinkedPart {
  readonly id: string;
  /** The last word of the type, when it is one of the standard; else ''. */
  readonly type: string;
  /** The key of the part that it points at; null for what lies outside the file. */
  readonly target: string | null;
  /** As written. */
  readonly address: string;
}

/** The relationships of one part, being changed. */
export interface Relationships {
  readonly all: readonly LinkedPart[];
  /** As they stood; of two of one id, the last. */
  readonly byId: ReadonlyMap<string, LinkedPart>;
  /** @param target path relative to the part. @returns its id. */
  add(type: string, target: string): string;
  remove(id: string): void;
  /** As they stand now; null when there is none left. */
  text(): string | null;
}

const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

/**
 * @param source key of the part whose relationships they are.
 * @param text their own part, null when it has none.
 * @param types the vocabulary of types, transitional or strict, without a slash at its end.
 * @returns null when the text holds no relationships.
 */
export function openRelationships(source: string, text: string | null, types: string): Relationships | null {
  const document = openDocument(text ?? EMPTY, PACKAGE_RELATIONSHIPS);
  if (document === null) return null;
  const elements = childrenOf(document, document.root).filter(({ local }) => local === 'Relationship');
  const all = elements.map((element) => linkedPart(document, element, source));
  const ids = new Set(all.map(({ id }) => id));
  const removed = new Set<string>();
  const added = new Map<string, string>();

  return {
    all,
    byId: new Map(all.map((one) => [one.id, one])),
    add: (type, target) => {
      const id = freeId(ids);
      ids.add(id);
      added.set(
        id,
        `<${document.prefix}Relationship Id="${id}" Type="${types}/${type}" Target="${asAttribute(target)}"/>`,
      );
      return id;
    },
    remove: (id) => {
      ids.delete(id);
      removed.add(id);
    },
    text: () => {
      if (added.size + removed.size === 0) return text;
      if (ids.size === 0) return null;
      const removals = elements.filter((_, at) => removed.has(all[at]?.id ?? '')).map(removal);
      const additions = added.size === 0 ? [] : [addition(document.root, [...added.values()].join(''))];
      return applyEdits(document.text, [...removals, ...additions]);
    },
  };
}

/** The path from one part to another, both as named in the zip: from `xl/worksheets/sheet1.xml`, `../comments1.xml`. */
export function pathFrom(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function linkedPart(document: XmlDocument, element: Element, source: string): LinkedPart {
  const attributes = attributesOf(document, element);
  const type = attributes.get('Type') ?? '';
  const cut = type.lastIndexOf('/');
  const address = attributes.get('Target') ?? '';
  return {
    id: attributes.get('Id') ?? '',
    type: DOCUMENT_RELATIONSHIPS.has(type.slice(0, cut)) ? type.slice(cut + 1) : '',
    target: attributes.get('TargetMode') === 'External' ? null : resolveTarget(source, address),
    address,
  };
}

/** Not `rId1`: a damaged part may use one of those that leads nowhere, and it must not lead to our part. */
function freeId(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    if (!taken.has(`controle${number}`)) return `controle${number}`;
  }
}
