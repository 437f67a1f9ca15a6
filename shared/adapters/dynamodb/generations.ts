import type { Generations } from '../../application/ports.ts';
import { GenerationItem } from './codecs/generation-item.ts';
import { generationKey } from './keys.ts';
import { putVersioned } from './put-versioned.ts';
import { getItem } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** The pointers to generations, in a table. */
export function dynamoGenerations(table: Table): Generations {
  return {
    current: async (campaign) => {
      const stored = await getItem(table, generationKey(campaign));
      if (stored === null) return null;
      const { version, generation } = understand(GenerationItem, `the generation of ${campaign}`, stored);
      return { version, value: generation };
    },
    switchTo: (campaign, generation, expected) =>
      putVersioned(table, generationKey(campaign), { generation }, expected),
  };
}
