import { computeFigures } from '../../../shared/application/compute-figures.ts';
import { sha256 } from '../../../shared/application/digest.ts';
import { editionManifest } from '../../../shared/application/manifest.ts';
import { readDeposits } from '../../../shared/application/read-deposits.ts';
import { VERSION } from '../../../shared/domain/version.ts';
import { csvOf, depositsOf, generation, portsOn } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER } from '../../builders/directory.ts';

const under = generation();
const NATION = 'a'.repeat(64);

/** The loner's return after these deposits. */
async function recordsOf(...files: readonly Uint8Array[]) {
  const ports = { ...portsOn(), queue: { send: async () => {} } };
  for (const { fact, bytes } of depositsOf(...files)) {
    await ports.facts.put(fact, bytes);
    await readDeposits(ports, under, [{ id: fact.id }]);
  }
  await computeFigures(ports, under, [LONER]);
  return ports.returns.ofTerritory(under.scope, '84');
}

const FIRST = csvOf(GOOD_ROW);
const SECOND = csvOf({ ...GOOD_ROW, num_medical: '2' });

describe('the manifest of an edition', () => {
  it('lists facts, entries, the reference set, the rules, the nation and the code, hash first', async () => {
    const records = await recordsOf(FIRST, SECOND);
    const lines = editionManifest(under, { records, nation: NATION }).trimEnd().split('\n');
    const [one, two] = records.flatMap(({ entries }) => entries);
    expect(lines).toEqual([
      `${sha256(FIRST)}  fait ${one?.fact}`,
      `${sha256(SECOND)}  fait ${two?.fact}`,
      `${one?.hash}  ecriture ${one?.fact} ligne 2 ${LONER}`,
      `${two?.hash}  ecriture ${two?.fact} ligne 2 ${LONER}`,
      `${under.sources.files['declarants.csv']}  referentiel declarants.csv`,
      `${under.sources.rules}  regles 2026-1`,
      `${NATION}  nation aggregates.csv`,
      `${VERSION}  code`,
    ]);
  });

  it('is the same whatever the order of the returns and of their entries', async () => {
    const records = await recordsOf(FIRST, SECOND);
    const backwards = records.toReversed().map((r) => ({ ...r, entries: r.entries.toReversed() }));
    const manifest = editionManifest(under, { records, nation: null });
    expect(editionManifest(under, { records: backwards, nation: null })).toBe(manifest);
    expect(manifest).not.toContain('nation');
  });

  it('names a fact once, however many bodies it speaks of', async () => {
    const records = await recordsOf(FIRST);
    const twice = [...records, ...records.map((record) => ({ ...record, finess: LONER }))];
    const manifest = editionManifest(under, { records: twice, nation: null });
    expect(manifest.match(/ {2}fait /g)).toHaveLength(1);
    expect(manifest.match(/ {2}ecriture /g)).toHaveLength(2);
  });
});
