import { buildNational } from '../../shared/application/build-national.ts';
import { buildWorkbook } from '../../shared/application/build-workbook.ts';
import { computeFigures } from '../../shared/application/compute-figures.ts';
import { canonicalJson, sha256 } from '../../shared/application/digest.ts';
import type { Generation } from '../../shared/application/generation.ts';
import type { Downloads, Fact } from '../../shared/application/ports.ts';
import { readDeposits } from '../../shared/application/read-deposits.ts';
import { shelvesOf } from '../../shared/application/shelves.ts';
import { type Perimeter, writePerimeter } from '../../shared/domain/access/perimeter.ts';
import type { Act } from '../../shared/domain/act/act.ts';
import type { FactId } from '../../shared/domain/return/entry.ts';
import type { RegionCode } from '../../shared/domain/territory/regions.ts';
import { CAMPAIGN, day } from '../builders/entry.ts';
import { deployment } from './deployment.ts';

/** The n-th fact opened; ids sort by n. */
export function factId(n: number): FactId {
  return `01K0000000${String(n).padStart(16, '0')}` as FactId;
}

/** A stage in memory with what the read side asks for, and short ways to have something to read. */
export async function readingStage(under?: Generation) {
  const stood = await deployment(under);
  const { generation, sent } = stood;
  const ports = {
    ...stood.ports,
    downloads: memoryDownloads(),
  };
  let opened = 0;

  /** Opened only: its bytes are to come. */
  const open = async (content: Uint8Array, perimeter: Perimeter, over: Partial<Fact> = {}) => {
    opened++;
    const openedAt = new Date(Date.UTC(2026, 6, 15, 8, opened)).toISOString();
    const fact: Fact = {
      id: factId(opened),
      kind: 'deposit',
      campaign: CAMPAIGN,
      file: `dépôt ${opened}.csv`,
      sha256: sha256(content),
      size: content.length,
      openedAt,
      day: day('2026-07-15'),
      depositor: { issuer: 'https://issuer.test', subject: 'someone', role: 'etablissement' },
      scope: writePerimeter(perimeter),
      ...over,
    };
    await ports.facts.open(fact);
    const shelves = fact.kind === 'deposit' ? shelvesOf(perimeter, generation.directory) : [];
    await ports.openings.put([{ fact, shelves }]);
    return fact;
  };

  /** Reads what is there, and computes what was asked for. */
  const read = async (...facts: readonly FactId[]) => {
    const failures = await readDeposits(
      ports,
      generation,
      facts.map((id) => ({ id })),
    );
    expect(failures).toEqual([]);
    for (let message = sent.shift(); message; message = sent.shift())
      if (message.kind === 'compute-figures')
        expect(await computeFigures(ports, generation, [message.finess])).toEqual([]);
  };

  /** Opened, received, read and computed. */
  const deposit = async (content: Uint8Array, perimeter: Perimeter, over: Partial<Fact> = {}) => {
    const fact = await open(content, perimeter, over);
    await ports.facts.put(fact, content);
    await read(fact.id);
    return fact;
  };

  const act = (said: Act, role: Fact['depositor']['role']) =>
    deposit(
      new TextEncoder().encode(canonicalJson(said)),
      { kind: 'bodies', finess: [said.finess] },
      { kind: 'act', depositor: { issuer: 'https://issuer.test', subject: 'someone', role } },
    );

  return {
    ...stood,
    ports,
    open,
    read,
    deposit,
    act,
    publishRegion: (region: RegionCode) => buildWorkbook(ports, generation, region),
    publishNation: () => buildNational(ports, generation),
  };
}

/** Links that say what they are for. */
function memoryDownloads(): Downloads {
  const expiresAt = '2026-07-15T10:05:00.000Z';
  return {
    ofDocument: async (key) => ({ url: `https://documents.test/${key}`, expiresAt }),
    ofFact: async ({ id }) => ({ url: `https://facts.test/${id}`, expiresAt }),
  };
}
