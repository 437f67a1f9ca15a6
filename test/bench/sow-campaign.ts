import { consume } from '../../infra/local/consume.ts';
import { factIds } from '../../shared/adapters/ids/new-fact-id.ts';
import { simulateCampaign } from '../../shared/adapters/simulation/simulate-campaign.ts';
import { readReferenceFiles } from '../../shared/adapters/tables/read-reference-files.ts';
import { sha256 } from '../../shared/application/digest.ts';
import { type Generation, generationOf } from '../../shared/application/generation.ts';
import type { Fact } from '../../shared/application/ports.ts';
import { publishReference, putInForce } from '../../shared/application/publish-reference.ts';
import { shelvesOf } from '../../shared/application/shelves.ts';
import { bodiesPerimeter, NATION, writePerimeter } from '../../shared/domain/access/perimeter.ts';
import type { Right } from '../../shared/domain/access/right.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import { type CampaignYear, campaignYear } from '../../shared/domain/campaign/campaign.ts';
import type { ReferenceFile } from '../../shared/domain/declarant/reading/reference-files.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import { LATEST_RULE_SET } from '../../shared/domain/rules/rule-sets.ts';
import type { RegionCode } from '../../shared/domain/territory/regions.ts';
import { ISSUER } from '../builders/events.ts';
import type { MachineCloud } from './machine-cloud.ts';

const DAY = '2026-07-15' as Day;
/** Facts put at once. */
const AT_ONCE = 8;

/** A template workbook of one declarant, as it is deposited. */
export interface DeclarantFile {
  readonly finess: Finess;
  readonly region: RegionCode;
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A campaign whose deposits are read and whose returns are computed; no workbook is made yet. */
export interface SownCampaign {
  readonly generation: Generation;
  /** How many files were deposited. */
  readonly deposits: number;
  readonly files: readonly DeclarantFile[];
  /** Opens a deposit of that file and keeps its bytes, as an upload does. Nothing is read. */
  readonly deposit: (file: DeclarantFile) => Promise<Fact>;
}

/** Sows a fictional campaign of that many declarants; each file is deposited `rounds` times. */
export async function sowCampaign(
  { ports }: MachineCloud,
  { declarants, rounds }: { readonly declarants: number; readonly rounds: number },
): Promise<SownCampaign> {
  const campaign = campaignOfBench();
  const { referenceFiles, deposits } = simulateCampaign({ campaign, declarants, format: 'xlsx' });
  // They are named as the files of a reference set are.
  const reading = readReferenceFiles(referenceFiles as ReadonlyMap<ReferenceFile, Uint8Array>);
  if (!reading.ok) throw new Error('the reference set of the bench is refused');
  const generation = generationOf(campaign, referenceFiles, reading.reference, LATEST_RULE_SET);
  const files: { path: string; bytes: Uint8Array }[] = [];
  for await (const file of deposits) files.push(file);

  const queue = consume(ports, generation);
  await publishReference({ ...ports, queue }, generation, referenceFiles);
  const { deposit, keep } = depositor(ports, generation);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < files.length; i += AT_ONCE) {
      const facts = await Promise.all(
        files.slice(i, i + AT_ONCE).map(({ path, bytes }) => keep(path, bytes)),
      );
      await queue.send(facts.map(({ id }) => ({ kind: 'read-deposit', scope: generation.scope, fact: id })));
    }
    await queue.drain();
  }
  while (!(await putInForce({ ...ports, queue }, generation))) await queue.drain();
  const [dead] = queue.deadLetters();
  if (dead) throw new Error('a message of the bench failed', { cause: dead.error });
  await queue.stop();
  await grantRights(ports, generation);
  return { generation, deposits: rounds * files.length, files: declarantFiles(files, generation), deposit };
}

function campaignOfBench(): CampaignYear {
  const campaign = campaignYear('2026');
  if (campaign === null) throw new Error('the campaign of the bench is no campaign');
  return campaign;
}

// Not those numbered 0: they are under a number that was replaced, and refused.
const OWN_FILE = /^(\w+)\/([0-9AB]{9})-[1-9]\d*\.xlsx$/;

function declarantFiles(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  { directory }: Generation,
): readonly DeclarantFile[] {
  return files.flatMap(({ path, bytes }) => {
    const [, region, finess] = OWN_FILE.exec(path) ?? [];
    const declarant = directory.reference.declarants.find((one) => one.finess === finess);
    return declarant && declarant.region === region
      ? [{ finess: declarant.finess, region: declarant.region, file: path, bytes }]
      : [];
  });
}

/** Opens deposits one millisecond after the other, in the name of whom each file is named after. */
function depositor(
  { facts, openings }: MachineCloud['ports'],
  { scope, directory }: Generation,
): {
  readonly keep: (path: string, bytes: Uint8Array) => Promise<Fact>;
  readonly deposit: (file: DeclarantFile) => Promise<Fact>;
} {
  const newId = factIds();
  let opened = Date.parse(`${DAY}T10:00:00.000Z`);
  const known = new Set(directory.reference.declarants.map(({ finess }) => finess));
  const keep = async (path: string, bytes: Uint8Array): Promise<Fact> => {
    const openedAt = new Date(opened++);
    const named = OWN_FILE.exec(path)?.[2] as Finess | undefined;
    const perimeter = (named && known.has(named) && bodiesPerimeter([named])) || NATION;
    const fact: Fact = {
      id: newId(openedAt),
      kind: 'deposit',
      campaign: scope.campaign,
      file: path,
      sha256: sha256(bytes),
      size: bytes.length,
      openedAt: openedAt.toISOString(),
      day: DAY,
      depositor: {
        issuer: ISSUER,
        subject: named ?? 'admin',
        role: named ? 'etablissement' : 'administrateur',
      },
      scope: writePerimeter(perimeter),
    };
    await facts.put(fact, bytes);
    await openings.put([{ fact, shelves: shelvesOf(perimeter, directory) }]);
    return fact;
  };
  return { keep, deposit: ({ file, bytes }) => keep(file, bytes) };
}

/** Subjects are named after what they may see: a FINESS number, `ars-84`, `dns`, `admin`. */
async function grantRights({ rights }: MachineCloud['ports'], { directory }: Generation): Promise<void> {
  const grant = async (right: Pick<Right, 'subject' | 'role' | 'perimeter'>): Promise<void> => {
    const by = { issuer: ISSUER, subject: 'admin' };
    const at = `${DAY}T08:00:00.000Z`;
    await rights.put(
      { ...right, issuer: ISSUER, label: '', grantedAt: at, grantedBy: by, revoked: null },
      null,
    );
  };
  await grant({ subject: 'admin', role: 'administrateur', perimeter: NATION });
  await grant({ subject: 'dns', role: 'dns', perimeter: NATION });
  for (const region of directory.regions())
    await grant({ subject: `ars-${region}`, role: 'ars', perimeter: { kind: 'region', region } });
  for (const { finess } of directory.reference.declarants)
    await grant({ subject: finess, role: 'etablissement', perimeter: { kind: 'bodies', finess: [finess] } });
}
