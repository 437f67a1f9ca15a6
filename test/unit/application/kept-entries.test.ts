import { entryHashes } from '../../../shared/application/compute-figures.ts';
import { journalEntries } from '../../../shared/application/journal-entries.ts';
import { keptEntries } from '../../../shared/application/kept-entries.ts';
import { readFact } from '../../../shared/application/read-fact.ts';
import { csvOf, depositsOf, generation, portsOn } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { EXTERNAL, LONER, MEMBER, STRANGER } from '../../builders/directory.ts';
import { seeded, shuffled } from '../../doubles/seeded.ts';

const UNDER = generation();

async function placed() {
  const ports = portsOn();
  const pool = { finess: EXTERNAL, campagne: '2026', cloture: 'definitive', date_cloture: '2026-04-01' };
  const rows = [LONER, MEMBER, STRANGER].map((finess) => ({ ...GOOD_ROW, finess }));
  const [deposit] = depositsOf(csvOf(...rows, { ...pool, mutualise_charges: '5', mutualise_etp_ssi: '0' }));
  if (!deposit) throw new Error('no deposit');
  await ports.facts.put(deposit.fact, deposit.bytes);
  const { reading } = await readFact(ports, UNDER, { id: deposit.fact.id }, null);
  return { fact: deposit.fact, reading, entries: journalEntries(reading, UNDER) };
}

describe('the list of the entries of a fact', () => {
  it('is the same document whatever the order in which they come', async () => {
    const { fact, entries } = await placed();
    const list = keptEntries(fact, entries);
    expect(list.key).toMatch(new RegExp(`^verdicts/2026/${fact.id}-entries-[0-9a-f]{64}\\.json$`));
    for (let seed = 1; seed < 6; seed++)
      expect(keptEntries(fact, shuffled([...entries], seeded(seed)))).toEqual(list);
  });

  it('names each by the hash that returns and manifests give it, in the order of the journal', async () => {
    const { fact, entries } = await placed();
    const named = JSON.parse(new TextDecoder().decode(keptEntries(fact, entries).bytes));
    const hashes = entryHashes(entries.map(({ entry }) => entry));
    expect(named).toEqual([
      { finess: LONER, territory: '84', line: 2, hash: hashes[0]?.hash },
      { finess: MEMBER, territory: '84', line: 3, hash: hashes[1]?.hash },
      { finess: EXTERNAL, territory: 'EXT', line: 5, hash: hashes[2]?.hash },
    ]);
  });
});
