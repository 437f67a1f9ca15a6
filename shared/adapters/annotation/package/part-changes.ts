import { partKey } from '../../tables/xlsx/part-name.ts';
import { patchContentTypes } from './content-types.ts';
import type { OpenPackage } from './open-package.ts';

const CONTENT_TYPES = '[content_types].xml';

/** Parts that come and go, and what the package must then say of their types. */
export interface PartChanges {
  /** Writes a part of that type, which may be there already. */
  put(name: string, text: string, contentType: string): void;
  drop(key: string): void;
  /** Last: tells the types. */
  finish(): Promise<void>;
}

export function partChanges(file: OpenPackage): PartChanges {
  const added = new Map<string, string>();
  const dropped = new Set<string>();
  return {
    put: (name, text, contentType) => {
      file.write(name, text);
      added.set(name, contentType);
      dropped.delete(partKey(name));
    },
    drop: (key) => {
      const name = file.nameOf(key);
      file.drop(key);
      added.delete(name);
      dropped.add(key);
    },
    finish: async () => {
      const text = (await file.read(CONTENT_TYPES)) ?? '';
      file.write(file.nameOf(CONTENT_TYPES), patchContentTypes(text, { added, dropped }));
    },
  };
}
