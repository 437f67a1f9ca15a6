import type { Generation } from '../../../shared/application/generation.ts';
import type { GenerationId, Journal } from '../../../shared/application/ports.ts';
import { type ReadJournalsPorts, readJournals } from '../../../shared/application/read-journals.ts';
import { directoryOf } from '../../../shared/domain/declarant/directory.ts';
import { type Finess, withKey } from '../../../shared/domain/finess/finess.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { declarantOf, referenceSet } from '../../builders/directory.ts';
import { CAMPAIGN, entryOf } from '../../builders/entry.ts';
import { tombstoneOf } from '../../builders/tombstone.ts';
import { memoryPorts } from '../../doubles/memory-ports.ts';

const BODIES = Array.from({ length: 40 }, (_, index) => withKey(`699900${String(index).padStart(2, '0')}`));
const ELSEWHERE = withKey('13990001');
const generation: Generation = {
  sources: { files: {}, rules: '0'.repeat(64) },
  scope: { generation: 'g' as GenerationId, campaign: CAMPAIGN },
  directory: directoryOf(
    referenceSet({
      declarants: [
        ...BODIES.map((finess) => declarantOf(finess)),
        declarantOf(ELSEWHERE, { region: '93', department: '13' }),
      ],
      groups: [],
    }),
  ),
  rules: LATEST_RULE_SET,
};
const { scope } = generation;

/** A journal with one entry of each body, and the ranges that were asked of it. */
async function journalOfAll(): Promise<{ ports: ReadJournalsPorts; ranges: string[] }> {
  const { journal, facts } = memoryPorts();
  const entries = [...BODIES, ELSEWHERE].map((finess) => ({
    territory: generation.directory.territory(finess) ?? '84',
    entry: entryOf('fact-1', {}, { finess }),
  }));
  await journal.add(scope, entries);
  const ranges: string[] = [];
  const ofRange: Journal['ofRange'] = (s, territory, from, to) => {
    ranges.push(`${territory} ${from} ${to}`);
    return journal.ofRange(s, territory, from, to);
  };
  return { ports: { journal: { ...journal, ofRange }, facts }, ranges };
}

function at(index: number): Finess {
  const finess = BODIES[index];
  if (!finess) throw new Error(`no body ${index}`);
  return finess;
}

describe('readJournals', () => {
  it('reads a run of neighbours with one call, in whatever order they are asked for', async () => {
    const { ports, ranges } = await journalOfAll();
    const found = await readJournals(ports, generation, [at(4), at(2), at(3)]);
    expect([...found.keys()].sort()).toEqual([at(2), at(3), at(4)]);
    expect(ranges).toEqual([`84 ${at(2)} ${at(4)}`]);
  });

  it('leaves out the bodies that a range passes over', async () => {
    const { ports } = await journalOfAll();
    const found = await readJournals(ports, generation, [at(0), at(9)]);
    expect([...found.keys()]).toEqual([at(0), at(9)]);
  });

  it('makes two calls where the gap is wide, and one for each territory', async () => {
    const { ports, ranges } = await journalOfAll();
    await readJournals(ports, generation, [at(0), at(10), ELSEWHERE]);
    expect(ranges.sort()).toEqual([
      `84 ${at(0)} ${at(0)}`,
      `84 ${at(10)} ${at(10)}`,
      `93 ${ELSEWHERE} ${ELSEWHERE}`,
    ]);
  });

  it('leaves out what an erased deposit said', async () => {
    const { ports } = await journalOfAll();
    const later = entryOf('fact-2', {}, { finess: at(1) });
    await ports.journal.add(scope, [{ territory: '84', entry: later }]);
    await ports.facts.erase(tombstoneOf('fact-1' as FactId));
    const found = await readJournals(ports, generation, [at(0), at(1)]);
    expect([...found]).toEqual([[at(1), [later]]]);
  });

  it('has nothing of a body without entries, and asks nothing about an unknown one', async () => {
    const { ports, ranges } = await journalOfAll();
    const found = await readJournals(ports, generation, [withKey('01990001')]);
    expect(found.size).toBe(0);
    expect(ranges).toEqual([]);
  });
});
