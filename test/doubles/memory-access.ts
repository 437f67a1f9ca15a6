import type { Fact, Openings, Rights, Shelf, Versioned } from '../../shared/application/ports.ts';
import type { Right, Subject } from '../../shared/domain/access/right.ts';

/** Rights in memory, by version. */
export function memoryRights(): Rights {
  const kept = new Map<string, Versioned<Right>>();
  const keyOf = ({ issuer, subject }: Subject) => `${issuer}\n${subject}`;
  return {
    get: async (subject) => structuredClone(kept.get(keyOf(subject)) ?? null),
    all: async () =>
      [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { value }]) => structuredClone(value)),
    put: async (right, expected) => {
      if ((kept.get(keyOf(right))?.version ?? null) !== expected) return false;
      kept.set(keyOf(right), structuredClone({ version: (expected ?? 0) + 1, value: right }));
      return true;
    },
  };
}

/** Openings in memory. */
export function memoryOpenings(): Openings {
  const opened = new Map<string, Fact>();
  const shelved = new Map<string, Fact>();
  return {
    put: async (openings) => {
      for (const { fact, shelves } of openings) {
        opened.set(`${fact.campaign} ${fact.id}`, structuredClone(fact));
        for (const shelf of shelves)
          shelved.set(`${fact.campaign} ${nameOf(shelf)} ${fact.id}`, structuredClone(fact));
      }
    },
    get: async (campaign, id) => structuredClone(opened.get(`${campaign} ${id}`) ?? null),
    page: async (campaign, shelf, { before, limit }) =>
      [...shelved]
        .filter(([key]) => key.startsWith(`${campaign} ${nameOf(shelf)} `))
        .map(([, fact]) => structuredClone(fact))
        .filter(({ id }) => before === null || id < before)
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit),
  };
}

function nameOf(shelf: Shelf): string {
  switch (shelf.kind) {
    case 'body':
      return shelf.finess;
    case 'region':
      return shelf.region;
    case 'all':
      return '*';
  }
}
