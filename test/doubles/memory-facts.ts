import { FactConflict, FactDamaged } from '../../shared/application/errors.ts';
import type { Fact, Facts, Tombstone } from '../../shared/application/ports.ts';

/** Raw facts in memory; nothing is shared by reference. */
export function memoryFacts(): Facts {
  const records = new Map<string, Fact>();
  const contents = new Map<string, Uint8Array>();
  const tombstones = new Map<string, Tombstone>();
  const keyOf = (campaign: number, id: string) => `${campaign} ${id}`;
  const open = (fact: Fact): string => {
    const key = keyOf(fact.campaign, fact.id);
    const standing = records.get(key);
    if (standing && standing.sha256 !== fact.sha256) throw new FactConflict(fact.id);
    if (!standing) records.set(key, structuredClone(fact));
    return key;
  };
  return {
    open: async (fact) => {
      open(fact);
    },
    put: async (fact, bytes) => {
      const key = open(fact);
      if (!contents.has(key)) contents.set(key, Uint8Array.from(bytes));
    },
    ids: async (campaign) => {
      const there = [...records].filter(([key, fact]) => fact.campaign === campaign && contents.has(key));
      return there.map(([, { id }]) => id).sort();
    },
    record: async (campaign, id) => structuredClone(records.get(keyOf(campaign, id)) ?? null),
    read: async (campaign, id) => {
      const key = keyOf(campaign, id);
      const fact = records.get(key);
      if (!fact) return null;
      const bytes = contents.get(key);
      if (!bytes) throw new FactDamaged(id);
      return { fact: structuredClone(fact), bytes: Uint8Array.from(bytes) };
    },
    erase: async (tombstone) => {
      const key = keyOf(tombstone.campaign, tombstone.fact);
      if (!tombstones.has(key)) tombstones.set(key, structuredClone(tombstone));
    },
    erased: async (campaign) => {
      const own = [...tombstones.values()].filter((tombstone) => tombstone.campaign === campaign);
      return new Map(own.map((tombstone) => [tombstone.fact, structuredClone(tombstone)]));
    },
  };
}
