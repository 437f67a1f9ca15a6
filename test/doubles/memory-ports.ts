import type {
  Changes,
  Documents,
  EditionRecord,
  Editions,
  Facts,
  GenerationId,
  Generations,
  Journal,
  Lake,
  Openings,
  PublishedReference,
  References,
  ReturnRecord,
  Returns,
  Rights,
  Scope,
  VerdictRecord,
  Verdicts,
  Versioned,
} from '../../shared/application/ports.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import type { Territory } from '../../shared/domain/declarant/directory.ts';
import type { Entry } from '../../shared/domain/return/entry.ts';
import { memoryOpenings, memoryRights } from './memory-access.ts';
import { memoryFacts } from './memory-facts.ts';

/** Every port of storage. */
export interface StoragePorts {
  readonly facts: Facts;
  readonly documents: Documents;
  readonly journal: Journal;
  readonly returns: Returns;
  readonly verdicts: Verdicts;
  readonly editions: Editions;
  readonly changes: Changes;
  readonly generations: Generations;
  readonly openings: Openings;
  readonly rights: Rights;
  readonly references: References;
  readonly lake: Lake;
}

/** Storage in memory that keeps the promises of the ports: versions are checked, nothing is shared by reference. */
export function memoryPorts(): StoragePorts {
  return {
    facts: memoryFacts(),
    documents: memoryDocuments(),
    journal: memoryJournal(),
    returns: memoryReturns(),
    verdicts: memoryVerdicts(),
    editions: memoryEditions(),
    changes: memoryChanges(),
    generations: memoryGenerations(),
    openings: memoryOpenings(),
    rights: memoryRights(),
    references: memoryReferences(),
    lake: memoryLake(),
  };
}

function memoryDocuments(): Documents {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (key, bytes) => {
      if (!kept.has(key)) kept.set(key, Uint8Array.from(bytes));
    },
    get: async (key) => {
      const bytes = kept.get(key);
      return bytes ? Uint8Array.from(bytes) : null;
    },
  };
}

function memoryLake(): Lake {
  const kept = new Map<string, { readonly version: number; readonly bytes: Uint8Array }>();
  const versionOf = (key: string) => kept.get(key)?.version ?? null;
  return {
    get: async (key) => {
      const found = kept.get(key);
      return found ? { version: String(found.version), bytes: Uint8Array.from(found.bytes) } : null;
    },
    put: async (key, bytes, expected) => {
      const version = versionOf(key);
      if ((version === null ? null : String(version)) !== expected) return false;
      kept.set(key, { version: (version ?? 0) + 1, bytes: Uint8Array.from(bytes) });
      return true;
    },
  };
}

function memoryJournal(): Journal {
  const kept = new Map<string, Entry>();
  const partitionOf = (scope: Scope, territory: Territory) => `${inScope(scope)}#${territory}/`;
  const startingWith = (prefix: string): readonly Entry[] =>
    [...kept]
      .filter(([key]) => key.startsWith(prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, entry]) => structuredClone(entry));
  return {
    add: async (scope, entries) => {
      for (const { territory, entry } of entries) {
        const line = String(entry.line).padStart(7, '0');
        const key = `${partitionOf(scope, territory)}${entry.finess}#${entry.source.fact}#${line}`;
        kept.set(key, structuredClone(entry));
      }
    },
    ofRange: async (scope, territory, from, to) =>
      startingWith(partitionOf(scope, territory)).filter(({ finess }) => finess >= from && finess <= to),
    ofTerritory: async (scope, territory) => startingWith(partitionOf(scope, territory)),
  };
}

function memoryReturns(): Returns {
  const kept = versioned<ReturnRecord>();
  const keyOf = (scope: Scope, territory: Territory, finess: string) =>
    `${inScope(scope)}#${territory}/${finess}`;
  return {
    getMany: async (scope, bodies) =>
      kept.many(bodies.map(({ territory, finess }) => [finess, keyOf(scope, territory, finess)])),
    inputsOf: async (scope, territory) =>
      new Map(kept.startingWith(keyOf(scope, territory, '')).map(({ finess, inputs }) => [finess, inputs])),
    get: async (scope, territory, finess) => kept.get(keyOf(scope, territory, finess)),
    ofTerritory: async (scope, territory) => kept.startingWith(keyOf(scope, territory, '')),
    put: async (scope, record, expected) =>
      kept.put(keyOf(scope, record.territory, record.finess), record, expected),
  };
}

function memoryVerdicts(): Verdicts {
  const kept = versioned<VerdictRecord>();
  return {
    getMany: async (scope, facts) => kept.many(facts.map((fact) => [fact, `${inScope(scope)}/${fact}`])),
    get: async (scope, fact) => kept.get(`${inScope(scope)}/${fact}`),
    all: async (scope) => kept.startingWith(`${inScope(scope)}/`),
    put: async (scope, record, expected) => kept.put(`${inScope(scope)}/${record.fact}`, record, expected),
  };
}

function memoryEditions(): Editions {
  const kept = new Map<string, EditionRecord>();
  const latestFirst = (scope: Scope, of: EditionRecord['of']): readonly EditionRecord[] =>
    [...kept]
      .filter(([key]) => key.startsWith(`${inScope(scope)}/${of}#`))
      .map(([, record]) => structuredClone(record))
      .sort((a, b) => b.number - a.number);
  return {
    get: async (scope, of) => latestFirst(scope, of)[0] ?? null,
    all: async (scope, of) => latestFirst(scope, of),
    put: async (scope, record) => {
      const key = `${inScope(scope)}/${record.of}#${record.number}`;
      if (kept.has(key)) return false;
      kept.set(key, structuredClone(record));
      return true;
    },
  };
}

function memoryChanges(): Changes {
  const last = new Map<string, string>();
  const settled = new Map<string, string>();
  let marks = 0;
  return {
    mark: async (scope) => {
      last.set(inScope(scope), `mark ${++marks}`);
    },
    last: async (scope) => last.get(inScope(scope)) ?? null,
    settled: async (scope) => settled.get(inScope(scope)) ?? null,
    settle: async (scope, mark) => {
      settled.set(inScope(scope), mark);
    },
  };
}

function memoryGenerations(): Generations {
  const kept = versioned<GenerationId>();
  const published = new Map<CampaignYear, GenerationId>();
  return {
    current: async (campaign) => kept.get(String(campaign)),
    switchTo: async (campaign, generation, expected) => kept.put(String(campaign), generation, expected),
    published: async (campaign) => published.get(campaign) ?? null,
    publish: async (campaign, generation) => {
      published.set(campaign, generation);
    },
    campaigns: async () => [...published.keys()].sort((a, b) => b - a),
  };
}

function memoryReferences(): References {
  const kept = new Map<GenerationId, PublishedReference>();
  return {
    put: async (generation, published) => {
      kept.set(generation, structuredClone(published));
    },
    get: async (generation) => structuredClone(kept.get(generation) ?? null),
  };
}

function versioned<T>() {
  const kept = new Map<string, Versioned<T>>();
  return {
    get: (key: string): Versioned<T> | null => structuredClone(kept.get(key) ?? null),
    many: <K>(keys: readonly (readonly [K, string])[]): ReadonlyMap<K, Versioned<T>> =>
      new Map(
        keys.flatMap(([name, key]) => {
          const found = kept.get(key);
          return found ? [[name, structuredClone(found)] as const] : [];
        }),
      ),
    startingWith: (prefix: string): readonly T[] =>
      [...kept]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { value }]) => structuredClone(value)),
    put: (key: string, value: T, expected: number | null): boolean => {
      if ((kept.get(key)?.version ?? null) !== expected) return false;
      kept.set(key, structuredClone({ version: (expected ?? 0) + 1, value }));
      return true;
    },
  };
}

function inScope({ generation, campaign }: Scope): string {
  return `${generation}#${campaign}`;
}
