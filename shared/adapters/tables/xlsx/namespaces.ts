import { standalone } from './kept-text.ts';

/** Each vocabulary under its transitional (ECMA-376) and its strict (ISO 29500) name. */
export const SPREADSHEET: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);
export const DOCUMENT_RELATIONSHIPS: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);
export const PACKAGE_RELATIONSHIPS: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/package/2006/relationships',
]);
export const CONTENT_TYPES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/package/2006/content-types',
]);

/** The prefixes that one element declares, linked to those of the element around it. */
interface Scope {
  readonly depth: number;
  readonly bindings: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
  /** Qualified name → local name, or '' outside the vocabulary: what is asked for every element. */
  readonly names: Map<string, string>;
}

const LETTER_X = 120;

/** A hostile part could use a new name for each element: beyond this many a name is worked out again each time. */
const NAMES_KEPT = 256;

/**
 * Follows the prefixes in scope while a part is read, and gives each element its local name within one
 * vocabulary. Ours rather than the parser's own tracking, which makes objects for each attribute of each cell.
 */
export function namespaceScopes(vocabulary: ReadonlySet<string>) {
  let scope: Scope = { depth: 0, bindings: new Map(), outer: null, names: new Map() };
  let declared: Map<string, string> | null = null;

  const uriOf = (prefix: string): string => {
    for (let at: Scope | null = scope; at !== null; at = at.outer) {
      const uri = at.bindings.get(prefix);
      if (uri !== undefined) return uri;
    }
    return '';
  };

  return {
    /** Takes note of `xmlns` and `xmlns:x` attributes; comes before `enter` for the same element. */
    attribute(name: string, value: string): void {
      // The first letter settles it for nearly all of them, and cells have millions.
      if (name.charCodeAt(0) !== LETTER_X || !name.startsWith('xmlns')) return;
      if (name.length > 5 && name[5] !== ':') return;
      declared ??= new Map();
      declared.set(name.slice(6), value);
    },
    /** The local name of an element that opens at this depth; '' when it is of another vocabulary. */
    enter(name: string, depth: number): string {
      if (declared !== null) {
        scope = { depth, bindings: declared, outer: scope, names: new Map() };
        declared = null;
      }
      const known = scope.names.get(name);
      if (known !== undefined) return known;
      const colon = name.indexOf(':');
      const prefix = colon === -1 ? '' : name.slice(0, colon);
      const local = vocabulary.has(uriOf(prefix)) ? standalone(name.slice(colon + 1)) : '';
      if (scope.names.size < NAMES_KEPT) scope.names.set(standalone(name), local);
      return local;
    },
    leave(depth: number): void {
      if (scope.depth === depth && scope.outer !== null) scope = scope.outer;
    },
    uriOf,
  };
}
