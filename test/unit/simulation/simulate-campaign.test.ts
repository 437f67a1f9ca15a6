import {
  type SimulationOptions,
  simulateCampaign,
} from '../../../shared/adapters/simulation/simulate-campaign.ts';
import { readDepositBytes } from '../../../shared/adapters/tables/read-deposit-bytes.ts';
import { readReferenceFiles } from '../../../shared/adapters/tables/read-reference-files.ts';
import { NATION } from '../../../shared/domain/access/perimeter.ts';
import { campaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { directoryOf } from '../../../shared/domain/declarant/directory.ts';
import type { ReferenceFile } from '../../../shared/domain/declarant/reading/reference-files.ts';
import { FileRefusal } from '../../../shared/domain/deposit/file-refusal.ts';
import { readDeposit } from '../../../shared/domain/deposit/read-deposit.ts';
import type { Reading } from '../../../shared/domain/deposit/reading.ts';
import type { FactId, Source } from '../../../shared/domain/return/entry.ts';

const year = campaignYear('2026');
if (year === null) throw new Error('2026 is a campaign');
const campaign = year;

async function simulate(options: SimulationOptions = {}) {
  const { referenceFiles, deposits } = simulateCampaign(options);
  const files: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  for await (const file of deposits) files.push(file);
  return { referenceFiles, deposits: files, hex: files.map(({ path, bytes }) => [path, hex(bytes)]) };
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function taken(referenceFiles: ReadonlyMap<string, Uint8Array>) {
  const reading = readReferenceFiles(referenceFiles as ReadonlyMap<ReferenceFile, Uint8Array>);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults.slice(0, 5)));
  return reading.reference;
}

const { referenceFiles, deposits } = await simulate();
const reference = taken(referenceFiles);
const directory = directoryOf(reference);

describe('the fictional reference set', () => {
  it('is taken, over the 18 regions, with contacts', () => {
    expect(reference.declarants).toHaveLength(120);
    expect(directory.regions()).toHaveLength(18);
    expect(reference.contacts.length).toBeGreaterThan(90);
  });

  it('has an external carrier, a pool across regions, a body in two groups and a member that is no declarant', () => {
    const { groups } = reference;
    expect(groups.some(({ externalCarrier }) => externalCarrier)).toBe(true);
    const regions = groups.map(
      ({ members }) => new Set(members.map(({ finess }) => directory.territory(finess))).size,
    );
    expect(Math.max(...regions)).toBeGreaterThan(2);
    const members = groups.flatMap((group) => group.members.map(({ finess }) => finess));
    expect(members.some((finess) => directory.groupsOf(finess).length === 2)).toBe(true);
    expect(members.some((finess) => directory.declarant(finess) === null)).toBe(true);
  });

  it.each([18, 19, 40, 1_000])('gives %i declarants when asked, each region some', (declarants) => {
    const set = taken(simulateCampaign({ declarants }).referenceFiles);
    expect(set.declarants).toHaveLength(declarants);
    expect(directoryOf(set).regions()).toHaveLength(18);
  });
});

describe('the fictional campaigns before', () => {
  it('are three, of most declarants, each smaller than the one after it', () => {
    const { history } = reference;
    const of = (year: number) => history.filter(({ campaign: past }) => past === year);
    for (const year of [2023, 2024, 2025]) expect(of(year).length).toBeGreaterThan(90);
    expect(history.every((line) => [2023, 2024, 2025].includes(line.campaign))).toBe(true);
    const rises = history.flatMap((line) => {
      const after = of(line.campaign + 1).find(({ finess }) => finess === line.finess);
      return after ? [after.totalExpenses > line.totalExpenses] : [];
    });
    expect(rises.length).toBeGreaterThan(150);
    expect(rises).not.toContain(false);
  });

  it.each([18, 120, 400])(
    'have a merger and another number, each under what it replaced, of %i',
    (declarants) => {
      const set = taken(simulateCampaign({ declarants }).referenceFiles);
      const known = directoryOf(set);
      const sources = set.declarants.map(({ finess }) => known.pastSources(finess, 2025));
      expect(sources.filter((numbers) => numbers.length === 2)).toHaveLength(1);
      const renumbered = set.declarants.filter(({ finess }) => {
        const [only, second] = known.pastSources(finess, 2025);
        return only !== undefined && second === undefined && only !== finess;
      });
      expect(renumbered).toHaveLength(1);
      const found = set.declarants.flatMap(({ finess }) => known.past(finess, 2025) ?? []);
      const sum = (lines: typeof found) => lines.reduce((total, line) => total + line.totalExpenses, 0n);
      expect(sum(found)).toBe(sum(set.history.filter((line) => line.campaign === 2025)));
    },
  );
});

const source = {
  fact: 'f' as FactId,
  sha256: '0'.repeat(64),
  file: 'f',
  day: '2026-07-15',
} as unknown as Source;

async function read(bytes: Uint8Array): Promise<Reading | FileRefusal> {
  try {
    return readDeposit(await readDepositBytes(bytes), {
      campaign,
      source,
      directory,
      perimeter: NATION,
    });
  } catch (error) {
    if (error instanceof FileRefusal) return error;
    throw error;
  }
}

describe('the fictional deposits', () => {
  const readings = deposits.map(async ({ path, bytes }) => ({ path, reading: await read(bytes) }));

  it('are workbooks and text files, some for a whole group, one of them broken', async () => {
    expect(deposits.filter(({ path }) => path.endsWith('.xlsx')).length).toBeGreaterThan(20);
    expect(deposits.filter(({ path }) => path.endsWith('.csv')).length).toBeGreaterThan(50);
    const all = await Promise.all(readings);
    expect(all.filter(({ reading }) => reading instanceof FileRefusal).map(({ path }) => path)).toEqual([
      expect.stringMatching(/envoi-interrompu\.xlsx$/),
    ]);
    const bulk = all.filter(({ path }) => path.includes('groupement-'));
    expect(bulk.length).toBeGreaterThan(0);
    for (const { reading } of bulk) {
      expect(reading instanceof FileRefusal ? 0 : reading.entries.length).toBeGreaterThan(1);
    }
  });

  it('raise every common error', async () => {
    const codes = (await Promise.all(readings)).flatMap(({ reading }) =>
      reading instanceof FileRefusal
        ? []
        : [...reading.orphans, ...reading.entries].flatMap((row) => row.issues.map(({ code }) => code)),
    );
    expect(codes).toEqual(
      expect.arrayContaining([
        'NUMBER_NEGATIVE',
        'FINESS_KEY',
        'CELL_BEYOND_HEADER',
        'CAMPAIGN_MISMATCH',
        'CLOSURE_WITHOUT_DATE',
        'NUMBER_UNREADABLE',
        'DATE_IMPOSSIBLE',
      ]),
    );
  });

  it('answer the questionnaire, one file by region, in full and without a fault', async () => {
    const all = await Promise.all(readings);
    const questionnaires = all.filter(({ path }) => path.endsWith('/maturite.csv'));
    expect(questionnaires.length).toBeGreaterThan(10);
    const entries = questionnaires.flatMap(({ reading }) => {
      if (reading instanceof FileRefusal) throw reading;
      expect([reading.kind, reading.issues, reading.orphans]).toEqual(['maturite', [], []]);
      return reading.entries;
    });
    expect(entries.length).toBeGreaterThan(40);
    for (const { issues, details } of entries) {
      expect(issues).toEqual([]);
      expect(details?.measures).toHaveLength(reference.measures.length);
    }
    const levels = entries.flatMap(({ details }) => details?.measures?.map(({ level }) => level) ?? []);
    expect([...new Set(levels)].toSorted()).toEqual([0, 1, 2, 3, 4, null]);
  });

  it('are once under a number that was replaced, by each that replaced one', async () => {
    const replaced = (await Promise.all(readings)).filter(
      ({ reading }) =>
        !(reading instanceof FileRefusal) &&
        reading.orphans.some(({ issues }) => issues.some(({ code }) => code === 'FINESS_REPLACED')),
    );
    expect(replaced.map(({ path }) => path)).toEqual([
      expect.stringMatching(/-0\.(csv|xlsx)$/),
      expect.stringMatching(/-0\.(csv|xlsx)$/),
    ]);
  });

  it('leave some declarants silent, and correct some refused ones', () => {
    const answered = new Set(deposits.map(({ path }) => /\/(\w{9})-\d/.exec(path)?.[1]));
    const silent = reference.declarants.filter(({ finess }) => !answered.has(finess));
    expect(silent.length).toBeGreaterThan(3);
    expect(deposits.some(({ path }) => /-2\./.test(path))).toBe(true);
  });
});

describe('a seed', () => {
  it('gives the same bytes each time, and another seed others', async () => {
    const options = { declarants: 30, seed: 7 };
    const [first, again, other] = [
      await simulate(options),
      await simulate(options),
      await simulate({ ...options, seed: 8 }),
    ];
    expect(again.hex).toEqual(first.hex);
    expect([...again.referenceFiles].map(([name, bytes]) => [name, hex(bytes)])).toEqual(
      [...first.referenceFiles].map(([name, bytes]) => [name, hex(bytes)]),
    );
    expect(other.hex).not.toEqual(first.hex);
  });
});

describe('a given reference set', () => {
  it('is handed back as it is, its declarants answering in the form asked for', async () => {
    const given = { set: reference, files: referenceFiles };
    const csv = await simulate({ reference: given, format: 'csv' });
    expect(csv.referenceFiles).toBe(referenceFiles);
    expect(csv.deposits.filter(({ path }) => path.endsWith('.xlsx'))).toHaveLength(1); // the broken one
    const xlsx = await simulate({ reference: given, format: 'xlsx' });
    expect(xlsx.deposits.filter(({ path }) => path.endsWith('.xlsx')).length).toBeGreaterThan(80);
  });
});
