import { subscribe } from '../../../infra/local/consume.ts';
import { settle } from '../../../infra/local/settle.ts';
import type { Ports } from '../../../infra/local/workplace.ts';
import { readReferenceFiles } from '../../../shared/adapters/tables/read-reference-files.ts';
import { type Generation, generationOf } from '../../../shared/application/generation.ts';
import { generationInForce, generationLoader } from '../../../shared/application/load-generation.ts';
import { publishReference, putInForce } from '../../../shared/application/publish-reference.ts';
import { showDeposit } from '../../../shared/application/show-deposit.ts';
import type { ReferenceFile } from '../../../shared/domain/declarant/reading/reference-files.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { referenceFaultLines } from '../../../shared/messages/reference-faults.ts';
import { callerOf } from '../../builders/caller.ts';
import { csvOf, type Deposit, depositsOf, portsOn, quietQueue } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER } from '../../builders/directory.ts';
import { CAMPAIGN, day } from '../../builders/entry.ts';

const DECLARANTS = `finess;raison_sociale;statut;categorie;region;departement;finess_ej
${LONER};Clinique;prive_lucratif;128;84;38;${LONER}
`;

interface Published {
  readonly generation: Generation;
  readonly files: ReadonlyMap<ReferenceFile, Uint8Array>;
}

/** A reference set of one declarant, with these rules turned down. */
function withRules(...lines: readonly string[]): Published {
  const rules = ['code;severite;depuis;motif', ...lines].map((line) => `${line}\n`).join('');
  const texts: readonly (readonly [ReferenceFile, string])[] = [
    ['declarants.csv', DECLARANTS],
    ...(lines.length === 0 ? [] : [['regles.csv', rules] as const]),
  ];
  const files = new Map(texts.map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const reading = readReferenceFiles(files);
  if (!reading.ok) throw new Error(referenceFaultLines(reading.faults).join('\n'));
  return { generation: generationOf(CAMPAIGN, files, reading.reference, LATEST_RULE_SET), files };
}

async function publish(ports: Ports, { generation, files }: Published): Promise<void> {
  const queue = quietQueue();
  subscribe(queue, { ...ports, queue }, generation);
  await publishReference({ ...ports, queue }, generation, files);
  await settle(ports, queue, generation);
  expect(await putInForce({ ...ports, queue }, generation)).toBe(true);
  await queue.stop();
}

const onDay = ({ fact, bytes }: Deposit, text: string): Deposit => ({
  fact: { ...fact, day: day(text), openedAt: `${text}T10:00:00.000Z` },
  bytes,
});
/** A part over its whole, deposited on the eve of the day and on it. */
const [earlier, later] = depositsOf(
  csvOf({ ...GOOD_ROW, num_personnel: '600001' }),
  csvOf({ ...GOOD_ROW, num_personnel: '600002' }),
) as readonly [Deposit, Deposit];
const eve = onDay(earlier, '2026-07-14');
const since = onDay(later, '2026-07-15');

const STRICT = withRules();
const RELAXED = withRules('PART_OVER_WHOLE;avertissement;2026-07-15;Les titres se recoupent');

describe('a reference set that turns a rule down', () => {
  const published = async (...sets: readonly Published[]) => {
    const ports = portsOn();
    for (const { fact, bytes } of [eve, since]) await ports.facts.put(fact, bytes);
    for (const set of sets) await publish(ports, set);
    return { ...ports, loadGeneration: generationLoader(ports.references) };
  };
  const shown = (ports: Awaited<ReturnType<typeof published>>, { fact }: Deposit) =>
    showDeposit(ports, callerOf('dns'), CAMPAIGN, fact.id);

  it('takes the rows that it refused, of its day and after, and leaves those of before refused', async () => {
    const ports = await published(STRICT, RELAXED);
    const { scope } = RELAXED.generation;
    const state = (await ports.returns.get(scope, '84', LONER))?.value.state;
    expect(state).toMatchObject({ answered: true, refusedTries: 1, lastTaken: { fact: since.fact.id } });
    expect(state?.values.num_personnel).toBe(60_000_200n);
    const before = await ports.returns.get(STRICT.generation.scope, '84', LONER);
    expect(before?.value.state).toMatchObject({ answered: false, refusedTries: 2 });
  });

  it('keeps the first verdict of each deposit beside the one in force', async () => {
    const ports = await published(STRICT, RELAXED);
    expect(await shown(ports, since)).toMatchObject({
      status: 'accepted-with-warnings',
      verdict: { issues: [{ code: 'PART_OVER_WHOLE', severity: 'warning' }] },
      first: { status: 'rejected', issues: [{ code: 'PART_OVER_WHOLE', severity: 'error' }] },
    });
    expect(await shown(ports, eve)).toMatchObject({
      status: 'rejected',
      verdict: { issues: [{ code: 'PART_OVER_WHOLE', severity: 'error' }] },
      first: null,
    });
  });

  it('is undone by the next one, and the first verdict is in force again', async () => {
    const ports = await published(STRICT, RELAXED, STRICT);
    expect(await shown(ports, since)).toMatchObject({ status: 'rejected', first: null });
  });

  it('is read back as it was published', async () => {
    const ports = await published(RELAXED);
    const { rules } = await generationInForce(ports, CAMPAIGN);
    expect(rules.relaxations).toEqual([
      { code: 'PART_OVER_WHOLE', to: 'warning', from: '2026-07-15', reason: 'Les titres se recoupent' },
    ]);
  });
});
