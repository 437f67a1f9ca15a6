import type { Generations } from '../../application/ports.ts';
import { GenerationItem, PublishedItem } from './codecs/generation-item.ts';
import { generationKey, PUBLISHED_PARTITION, publishedKey } from './keys.ts';
import { putItem } from './put-item.ts';
import { putVersioned } from './put-versioned.ts';
import { getItem, queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** The pointers to generations, in a table. */
export function dynamoGenerations(table: Table): Generations {
  const readPublished = (stored: unknown) => understand(PublishedItem, 'a published generation', stored);
  return {
    current: async (campaign) => {
      const stored = await getItem(table, generationKey(campaign));
      if (stored === null) return null;
      const { version, generation } = understand(GenerationItem, `the generation of ${campaign}`, stored);
      return { version, value: generation };
    },
    switchTo: (campaign, generation, expected) =>
      putVersioned(table, generationKey(campaign), { generation }, expected),
    published: async (campaign) => {
      const stored = await getItem(table, publishedKey(campaign));
      return stored === null ? null : readPublished(stored).generation;
    },
    publish: (campaign, generation) => putItem(table, publishedKey(campaign), { campaign, generation }),
    campaigns: async () => {
      const items = await queryItems(table, PUBLISHED_PARTITION, { latest: Number.POSITIVE_INFINITY });
      return items.map((item) => readPublished(item).campaign);
    },
  };
}
