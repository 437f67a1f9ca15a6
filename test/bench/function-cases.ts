import type { CaseName } from '../../infra/cost/measured.ts';
import type { Ports } from '../../infra/local/workplace.ts';
import { sha256 } from '../../shared/application/digest.ts';
import type { Fact } from '../../shared/application/ports.ts';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import { bytesKey } from '../../shared/contracts/object-keys.ts';
import { type ApiRequest, apiEvent, s3Event, sqsEvent } from '../builders/events.ts';
import type { DeclarantFile, SownCampaign } from './sow-campaign.ts';

/** Calls of one kind to be measured. They follow each other: what one does, the next ones find. */
export interface FunctionCase {
  readonly name: CaseName;
  readonly function: FunctionName;
  /** Called before those that count, so that the code is warm; a function that seldom works is measured cold. */
  readonly warmUps: readonly unknown[];
  readonly events: readonly unknown[];
  /** Done before each call, unmeasured. */
  readonly before?: () => Promise<void>;
}

const SINGLES = 60;
const WARM_UPS = 20;
const BATCHES = 12;
const NATIONAL = 3;

/** Everything that a campaign does, in the order in which it does it. */
export async function functionCases(
  { changes }: Pick<Ports, 'changes'>,
  campaign: SownCampaign,
): Promise<readonly FunctionCase[]> {
  const { generation, deposit } = campaign;
  const { scope, directory } = generation;
  const take = spread(campaign);
  const keep = (files: readonly DeclarantFile[]) => Promise.all(files.map(deposit));
  const single = await keep(take(WARM_UPS + SINGLES));
  const batched = await keep(take(BATCHES * 25));
  const national = await keep(take(NATIONAL));
  const finessOf = (fact: Fact) => fact.scope;
  const byFiness = new Map(campaign.files.map(({ finess, bytes: content }) => [String(finess), content]));
  const bytesOf = (fact: Fact) => byFiness.get(finessOf(fact));
  const compute = (facts: readonly Fact[]) =>
    sqsEvent(...facts.map((fact) => ({ kind: 'compute-figures', scope, finess: finessOf(fact) })));
  const arrived = (facts: readonly Fact[]) =>
    sqsEvent(...facts.map((fact) => s3Event({ key: bytesKey(fact) })));

  const calls = (route: Parameters<typeof apiEvent>[0], request: (fact: Fact) => ApiRequest) =>
    warm(single.map((fact) => apiEvent(route, request(fact))));
  const ofBody = ({ scope: sub }: Fact, over: ApiRequest = {}): ApiRequest => ({
    ...over,
    params: { campagne: '2026', ...over.params },
    claims: { sub },
  });
  const ofDeposit = (fact: Fact) => ofBody(fact, { params: { depot: fact.id } });
  const regions = directory.regions();
  const regional = (route: Parameters<typeof apiEvent>[0], params: Readonly<Record<string, string>> = {}) =>
    [...regions, ...regions].map((region) =>
      apiEvent(route, { params: { campagne: '2026', region, ...params }, claims: { sub: `ars-${region}` } }),
    );
  const workbooks = regions.map((region) => sqsEvent({ kind: 'build-workbook', scope, region }));
  const forNation = { params: { campagne: '2026' }, claims: { sub: 'dns' } };
  const bytes = new Uint8Array(20_000);
  return [
    {
      name: 'open-deposit',
      function: 'open-deposit',
      ...calls('open-deposit', (fact) =>
        ofBody(fact, {
          body: {
            fichier: 'declaration.xlsx',
            taille: bytes.length,
            sha256: sha256(bytes),
            finess: fact.scope,
          },
        }),
      ),
    },
    { name: 'read-deposit', function: 'read-deposit', ...warm(single.map((fact) => arrived([fact]))) },
    { name: 'read-deposits', function: 'read-deposit', ...cold(chunks(batched, 5).map(arrived)) },
    { name: 'compute-figures', function: 'compute-figures', ...warm(single.map((fact) => compute([fact]))) },
    { name: 'compute-many', function: 'compute-figures', ...cold(chunks(batched, 25).map(compute)) },
    {
      name: 'build-workbook',
      function: 'build-workbook',
      ...cold(workbooks),
    },
    ...national.flatMap((fact): readonly FunctionCase[] => [
      { name: 'read-deposit', function: 'read-deposit', warmUps: [arrived([fact])], events: [] },
      { name: 'compute-figures', function: 'compute-figures', warmUps: [compute([fact])], events: [] },
      {
        name: 'build-national',
        function: 'build-national',
        ...cold([sqsEvent({ kind: 'build-national', scope })]),
      },
    ]),
    // Those three are in their regions' workbooks too: what the sweep then finds is that nothing is left to do.
    { name: 'build-workbook', function: 'build-workbook', warmUps: workbooks, events: [] },
    { name: 'show-deposit', function: 'show-establishment', ...calls('show-deposit', ofDeposit) },
    {
      name: 'list-deposits',
      function: 'show-establishment',
      ...calls('list-deposits', (fact) => ofBody(fact)),
    },
    { name: 'show-receipt', function: 'show-establishment', ...calls('show-receipt', ofDeposit) },
    {
      name: 'show-return',
      function: 'show-establishment',
      ...calls('show-return', (fact) => ofBody(fact, { params: { finess: fact.scope } })),
    },
    {
      name: 'check-deposit',
      function: 'check-deposit',
      ...calls('check-deposit', (fact) => ofBody(fact, { body: bytesOf(fact) })),
    },
    {
      name: 'annotate-deposit',
      function: 'annotate-deposit',
      ...calls('annotate-deposit', ofDeposit),
    },
    {
      name: 'make-template',
      function: 'make-template',
      ...calls('make-template', (fact) => ofBody(fact, { params: { finess: fact.scope } })),
    },
    { name: 'show-region', function: 'show-region', ...warm(regional('show-region')) },
    { name: 'list-declarants', function: 'show-region', ...warm(regional('list-declarants')) },
    {
      name: 'download-edition',
      function: 'show-region',
      ...warm(regional('download-edition', { numero: '1' })),
    },
    {
      name: 'national-read',
      function: 'show-nation',
      ...warm([
        ...repeat(25, apiEvent('list-figures', forNation)),
        ...repeat(25, apiEvent('list-aggregates', forNation)),
      ]),
    },
    { name: 'sweep-returns', function: 'sweep', ...cold(repeat(4, { gap: 'returns' })) },
    {
      name: 'sweep-editions',
      function: 'sweep',
      ...warm(repeat(20, { gap: 'editions' })),
      before: () => changes.mark(scope),
    },
    { name: 'sweep-glance', function: 'sweep', ...warm(repeat(40, { gap: 'editions' })) },
    {
      name: 'record-act',
      function: 'record-act',
      ...calls('record-act', (fact) =>
        ofBody(fact, { params: { finess: fact.scope }, body: { genre: 'certification', texte: 'Exact.' } }),
      ),
    },
    {
      name: 'rebuild-campaign',
      function: 'rebuild-campaign',
      ...cold([apiEvent('rebuild-campaign', { params: { campagne: '2026' }, claims: { sub: 'admin' } })]),
    },
  ];
}

/** Gives files of declarants, each once, region after region: every region is touched. */
function spread({ files }: SownCampaign): (count: number) => readonly DeclarantFile[] {
  const byRegion = [...Map.groupBy(files, ({ region }) => region).values()];
  const longest = Math.max(...byRegion.map((region) => region.length));
  const order = Array.from({ length: longest }, (_, rank) =>
    byRegion.flatMap((region) => region[rank] ?? []),
  ).flat();
  let next = 0;
  return (count) => {
    next += count;
    return order.slice(next - count, next);
  };
}

function warm(all: readonly unknown[]): Pick<FunctionCase, 'warmUps' | 'events'> {
  const first = Math.min(WARM_UPS, all.length >> 1);
  return { warmUps: all.slice(0, first), events: all.slice(first) };
}

function cold(events: readonly unknown[]): Pick<FunctionCase, 'warmUps' | 'events'> {
  return { warmUps: [], events };
}

function repeat<T>(count: number, value: T): readonly T[] {
  return Array.from({ length: count }, () => value);
}

function chunks<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, n) =>
    values.slice(n * size, (n + 1) * size),
  );
}
