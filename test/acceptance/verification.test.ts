import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { receiptBody } from '../../functions/show-establishment/deposit-body.ts';
import { openTable } from '../../infra/local/open-table.ts';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { verifyWork } from '../../infra/local/verification/verify-work.ts';
import { openWorkplace } from '../../infra/local/workplace.ts';
import { queryItems } from '../../shared/adapters/dynamodb/read-items.ts';
import { folderFacts } from '../../shared/adapters/files/facts.ts';
import { sha256 } from '../../shared/application/digest.ts';
import { generationLoader } from '../../shared/application/load-generation.ts';
import { showReceipt } from '../../shared/application/show-receipt.ts';
import type { FactId } from '../../shared/domain/return/entry.ts';
import type { Finding } from '../../shared/domain/verification/finding.ts';
import { verificationInWords } from '../../shared/messages/verification-in-words.ts';
import { callerOf } from '../builders/caller.ts';
import { FIXTURE, foldersOf, jobOf, resultsUnder, runCli } from '../builders/campaign-job.ts';
import { tombstoneOf } from '../builders/tombstone.ts';

const REFERENCE = join(FIXTURE, 'reference');
/** The one declarant of anse.csv, and that of a staff file whose one entry is too large for an item. */
const CLINIC = '019900315';
const LARGE = '849900113';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'verification-test-'));
  const deposits = join(base, 'deposits');
  await cp(join(FIXTURE, 'deposits'), deposits, { recursive: true });
  const lines = Array.from(
    { length: 900 },
    (_, i) => `${LARGE};2025;${'Analyste '.repeat(9)}${i};interne;1;12;1\n`,
  );
  const staff = `finess;exercice;fonction;type;quotite;mois;nombre\n${lines.join('')}`;
  await writeFile(join(deposits, 'personnel.csv'), staff);
  await runCampaign(jobOf({ ...foldersOf(FIXTURE, base), deposits }));
});
afterAll(() => rm(base, { recursive: true, force: true }));

interface Folders {
  readonly work: string;
  readonly out: string;
  readonly reference: string;
}

/** Calls `use` with a copy of what the campaign published, to be changed. */
async function published<T>(use: (folders: Folders) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'verification-test-'));
  const folders = {
    work: join(folder, 'work'),
    out: join(folder, 'out'),
    reference: join(folder, 'reference'),
  };
  try {
    await cp(join(base, 'work'), folders.work, { recursive: true });
    await cp(join(base, 'out'), folders.out, { recursive: true });
    await cp(REFERENCE, folders.reference, { recursive: true });
    return await use(folders);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function verified({ work, out, reference }: Folders, only: readonly ('84' | 'FR')[] | null = null) {
  const { campaign, progress } = jobOf({ ...foldersOf(FIXTURE, work), work });
  const verification = await verifyWork({ campaign, work, reference, out, only, progress });
  return { ...verification, words: verificationInWords(verification) };
}

/** Changes one byte: that at a place, or the last of the first such text. */
async function changeByte(path: string, where: number | string, to?: string): Promise<void> {
  const bytes = await readFile(path);
  const from = typeof where === 'number' ? where : bytes.indexOf(where);
  if (from < 0) throw new Error(`${path} does not hold ${where}`);
  const at = typeof where === 'number' ? where : from + Buffer.byteLength(where) - 1;
  bytes[at] = to === undefined ? (bytes[at] ?? 0) ^ 1 : to.charCodeAt(0);
  await writeFile(path, bytes);
}

const rawOf = (work: string) => join(work, 'raw', '2026');
const editionsOf = (work: string, of: string) => join(work, 'documents', 'editions', '2026', of);

/** The one file of a folder whose name ends so. */
async function fileIn(folder: string, end: string): Promise<string> {
  const found = (await readdir(folder)).filter((name) => name.endsWith(end));
  expect(found).toHaveLength(1);
  return join(folder, found[0] ?? '');
}

/** Id of the deposit of that name. */
async function depositNamed(work: string, name: string): Promise<string> {
  for (const file of await readdir(rawOf(work))) {
    if (!file.endsWith('.json')) continue;
    const { id, file: named } = JSON.parse(await readFile(join(rawOf(work), file), 'utf8'));
    if (named === name) return id;
  }
  throw new Error(`no deposit ${name}`);
}

async function generationOf(work: string): Promise<string> {
  const names = (await readdir(editionsOf(work, '01'))).join(' ');
  return /\b([0-9a-f]{32})-1\.edition\.json/.exec(names)?.[1] ?? '';
}

const kindsOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ kind }) => kind))].sort();

describe('what was published, made again from its deposits', () => {
  it('is equal when nothing was touched, and is left as it was', async () => {
    await published(async (folders) => {
      const before = await resultsUnder(folders.work);
      const { findings, words, ...counts } = await verified(folders);
      expect(findings).toEqual([]);
      expect(counts).toMatchObject({ facts: 22, editions: 4, rebuilt: true });
      expect(words).toMatch(/^Égal : .* \(22 dépôts et actes, \d\d écritures, 4 éditions, les fichiers de/);
      expect(await resultsUnder(folders.work)).toEqual(before);
    });
  });

  it('tells a byte of a deposit, naming the file and both hashes', async () => {
    await published(async (folders) => {
      const id = await depositNamed(folders.work, '01/anse.csv');
      const [name = ''] = (await readdir(rawOf(folders.work))).filter((one) => one.startsWith(`${id}-`));
      const path = join(rawOf(folders.work), name);
      await changeByte(path, 40);
      const { findings, words } = await verified(folders);
      const [expected, found] = [name.slice(-64), sha256(await readFile(path))];
      expect(findings).toEqual([{ kind: 'fact-damaged', name: '01/anse.csv', path, expected, found }]);
      expect(words).toMatch(/« 01\/anse\.csv » : ses octets ne sont plus ceux qui ont été reçus/);
    });
  });

  it('tells a deposit that is missing, and one that was added', async () => {
    await published(async (folders) => {
      const id = await depositNamed(folders.work, '01/anse.csv');
      const names = (await readdir(rawOf(folders.work))).filter((name) => name.startsWith(id));
      const other = id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      // The same file, as one opened beside it.
      for (const name of names) {
        const text = await readFile(join(rawOf(folders.work), name), 'utf8');
        await writeFile(join(rawOf(folders.work), name.replace(id, other)), text.replaceAll(id, other));
        await rm(join(rawOf(folders.work), name));
      }
      const { findings, words } = await verified(folders);
      const alone = findings.filter(({ kind }) => kind === 'fact-alone');
      expect(alone).toEqual(
        expect.arrayContaining([
          { kind: 'fact-alone', fact: id, on: 'published' },
          { kind: 'fact-alone', fact: other, on: 'rebuilt' },
        ]),
      );
      expect(alone).toHaveLength(2);
      expect(words).toContain(
        `Dépôt ${id} : il a servi à ce qui est publié, et manque parmi les dépôts bruts.`,
      );
      expect(words).toContain(`Dépôt ${other} : il est parmi les dépôts bruts`);
    });
  });

  it('tells a byte of what was said when a deposit was opened', async () => {
    await published(async (folders) => {
      const fact = await depositNamed(folders.work, '01/anse.csv');
      await changeByte(join(rawOf(folders.work), `${fact}.json`), '"openedAt":"2026-07-15T1', '0');
      const { findings, words } = await verified(folders);
      expect(findings).toEqual([
        {
          kind: 'record',
          fact,
          fields: [
            {
              field: 'openedAt',
              published: '"2026-07-15T10:00:00.000Z"',
              rebuilt: '"2026-07-15T00:00:00.000Z"',
            },
          ],
        },
      ]);
      expect(words).toContain(
        `Fiche du dépôt ${fact} : champ « openedAt », "2026-07-15T10:00:00.000Z" à la table`,
      );
    });
  });

  it('misses nothing of a deposit that was erased and whose bytes were removed since', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verification-test-'));
    try {
      const folders = foldersOf(FIXTURE, folder);
      const id = (await depositNamed(join(base, 'work'), '01/anse.csv')) as FactId;
      await folderFacts(join(folders.work, 'raw')).erase(tombstoneOf(id));
      await runCampaign(jobOf(folders));
      const [bytes = ''] = (await readdir(rawOf(folders.work))).filter((name) => name.startsWith(`${id}-`));
      await rm(join(rawOf(folders.work), bytes));
      const { findings, facts } = await verified({ ...folders, reference: REFERENCE });
      expect(findings).toEqual([]);
      expect(facts).toBe(20);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('tells a byte of an entry kept in the table, by its body, deposit, line and field', async () => {
    await published(async (folders) => {
      const fact = await depositNamed(folders.work, '01/anse.csv');
      const { table, close } = await openTable(join(folders.work, 'table'));
      const generation = await generationOf(folders.work);
      const items = await queryItems(table, `J#${generation}#2026#01`);
      const item = (items as readonly { sk: string; body: string }[]).find(({ sk }) =>
        sk.startsWith(`${CLINIC}#${fact}`),
      );
      const was = /"num_personnel":"(\d+)"/.exec(item?.body ?? '')?.[1] ?? '';
      const is = was.replace(/\d$/, (digit) => (digit === '0' ? '1' : '0'));
      const body = item?.body.replace(`"num_personnel":"${was}"`, `"num_personnel":"${is}"`);
      await table.client.send(new PutCommand({ TableName: table.name, Item: { ...item, body } }));
      await close();
      const { findings, words } = await verified(folders);
      expect(findings).toEqual([
        {
          kind: 'entry',
          finess: CLINIC,
          fact,
          line: 2,
          change: {
            kind: 'fields',
            fields: [{ field: 'values.num_personnel', published: `"${is}"`, rebuilt: `"${was}"` }],
          },
        },
      ]);
      expect(words).toContain(
        `Écriture de FINESS ${CLINIC}, dépôt ${fact}, ligne 2 : champ « values.num_personnel », "${is}" au journal, "${was}" d'après le dépôt.`,
      );
    });
  });

  it('tells a byte of the name of a verdict kept in the table', async () => {
    await published(async (folders) => {
      const fact = await depositNamed(folders.work, '01/anse.csv');
      const { table, close } = await openTable(join(folders.work, 'table'));
      const items = await queryItems(table, `V#${await generationOf(folders.work)}#2026`);
      const item = (items as readonly { sk: string; document: string }[]).find(({ sk }) => sk === fact);
      const rebuilt = item?.document ?? '';
      const document = rebuilt.replace(/.(?=\.json$)/, (last) => (last === '0' ? '1' : '0'));
      await table.client.send(new PutCommand({ TableName: table.name, Item: { ...item, document } }));
      await close();
      const { findings, words } = await verified({ ...folders });
      expect(findings).toEqual([{ kind: 'verdict', fact, published: document, rebuilt }]);
      expect(words).toContain(`Verdict du dépôt ${fact} : publié ${document}, refait ${rebuilt}.`);
    });
  });

  it('tells a byte of an entry kept among the documents', async () => {
    await published(async (folders) => {
      const fact = await depositNamed(folders.work, 'personnel.csv');
      const bodies = join(folders.work, 'documents', 'bodies');
      const holding: string[] = [];
      for (const name of await readdir(bodies)) {
        const text = await readFile(join(bodies, name), 'utf8');
        // The return of the body is as large; its journal is what is asked of.
        if (text.startsWith('{"campaign"')) holding.push(join(bodies, name));
      }
      expect(holding).toHaveLength(1);
      await changeByte(holding[0] ?? '', 'Analyste 7', '8');
      const { findings } = await verified(folders);
      expect(findings).toMatchObject([
        {
          kind: 'entry',
          finess: LARGE,
          fact,
          change: { kind: 'fields', fields: [{ field: expect.any(String) }] },
        },
      ]);
      const [entry] = findings;
      const [field] = entry?.kind === 'entry' && entry.change.kind === 'fields' ? entry.change.fields : [];
      expect(field?.field).toMatch(/^details\.staff\.\d+\./);
      expect(field?.published).toBe(field?.rebuilt?.replace('Analyste 7', 'Analyste 8'));
    });
  });

  it('tells a byte that makes an entry unreadable', async () => {
    await published(async (folders) => {
      const bodies = join(folders.work, 'documents', 'bodies');
      for (const name of await readdir(bodies))
        if ((await readFile(join(bodies, name), 'utf8')).startsWith('{"campaign"'))
          await changeByte(join(bodies, name), 0);
      const { findings, words } = await verified(folders);
      expect(findings).toMatchObject([{ kind: 'entry', finess: LARGE, change: { kind: 'unreadable' } }]);
      expect(words).toContain('elle ne peut plus être lue dans le journal');
    });
  });

  it('tells a byte of a file of the reference set, whose hash is no longer that of the manifest', async () => {
    await published(async (folders) => {
      const path = join(folders.reference, 'declarants.csv');
      const expected = sha256(await readFile(path));
      await changeByte(path, 'fictif');
      const { findings, words, rebuilt } = await verified(folders);
      const found = sha256(await readFile(path));
      expect(findings).toEqual([{ kind: 'reference', file: 'declarants.csv', expected, found }]);
      expect(rebuilt).toBe(false);
      expect(words).toContain(`declarants.csv n'est pas celui du manifeste. Empreinte attendue ${expected}`);
    });
  });

  it('tells a file of the reference set that is missing or that no manifest names', async () => {
    await published(async (folders) => {
      await rm(join(folders.reference, 'contacts.csv'));
      await writeFile(join(folders.reference, 'mesures.csv'), 'mesure;theme;libelle;niveau_max\n');
      const { findings } = await verified(folders);
      expect(findings).toMatchObject([
        { file: 'contacts.csv', found: null },
        { file: 'mesures.csv', expected: null },
      ]);
    });
  });

  it('tells a byte of a workbook among the documents: its hash, the part that changed', async () => {
    await published(async (folders) => {
      const path = await fileIn(editionsOf(folders.work, '84'), '.xlsx');
      const bytes = await readFile(path);
      const expected = sha256(bytes);
      // In the bytes of a sheet, after its local header.
      const name = 'xl/worksheets/sheet2.xml';
      const at = bytes.indexOf(name) + name.length + 200;
      await changeByte(path, at);
      const { findings, words } = await verified(folders);
      const found = sha256(await readFile(path));
      expect(findings).toMatchObject([
        { kind: 'document-damaged', file: path, expected, found },
        { kind: 'workbook', file: path, difference: { at, published: found, rebuilt: expected } },
      ]);
      expect(words).toMatch(/Parties : xl\/worksheets\/sheet2\.xml \((différente|illisible)\)\./);
    });
  });

  it('tells a byte of a workbook, of a manifest and of each table among the results', async () => {
    await published(async (folders) => {
      const at = (path: string) => join(folders.out, path);
      await changeByte(at('regions/ARS-53-campagne-2026.xlsx'), 12);
      await changeByte(at('national/DNS-campagne-2026.manifest.txt'), 0);
      await changeByte(at('figures.csv'), `2026;${CLINIC};01;calcule;;3`, '2');
      await changeByte(at('aggregates.csv'), '2026;nation;FR;part_numerique;9', '8');
      await changeByte(at('verdicts/53/roche.csv.json'), 10);
      const { findings, words } = await verified(folders);
      expect(kindsOf(findings)).toEqual(['file', 'manifest', 'table', 'workbook']);
      expect(findings).toHaveLength(5);
      expect(words).toMatch(
        /Table .*figures\.csv, ligne \d+ \(2026;019900315\) : charges_totales « 2250000\.00 » publié, « 3250000\.00 » refait/,
      );
      expect(words).toMatch(
        /Table .*aggregates\.csv, ligne 2 \(2026;nation;FR;part_numerique\) : n « 8 » publié, « 9 » refait/,
      );
      expect(words).toMatch(
        /DNS-campagne-2026\.manifest\.txt, ligne « fait \w+ » : [0-9a-f]{64} publiée, [0-9a-f]{64} refaite/,
      );
      expect(words).toMatch(
        /ARS-53-campagne-2026\.xlsx : .* premier octet différent, le 12\. Toutes ses parties/,
      );
      expect(words).toMatch(/roche\.csv\.json : il diffère de celui qui est refait à partir de l'octet 10/);
    });
  });

  it('tells a result that is missing, and looks at nothing but the editions asked for', async () => {
    await published(async (folders) => {
      await rm(join(folders.out, 'regions/ARS-84-campagne-2026.xlsx'));
      await changeByte(join(folders.out, 'figures.csv'), 100);
      await changeByte(await fileIn(editionsOf(folders.work, '53'), '.xlsx'), 12);
      expect(await verified(folders, ['84'])).toMatchObject({
        editions: 1,
        findings: [{ kind: 'file-alone', on: 'rebuilt' }],
      });
      expect((await verified(folders, ['FR'])).findings).toMatchObject([{ kind: 'table' }]);
    });
  });

  it('needs no table: a folder of raw facts and documents, as filled from a bucket', async () => {
    await published(async (folders) => {
      await rm(join(folders.work, 'table'), { recursive: true });
      expect(await verified(folders)).toMatchObject({ entries: 0, editions: 4, findings: [] });
      await changeByte(await fileIn(editionsOf(folders.work, 'FR'), '.xlsx'), 12);
      expect(kindsOf((await verified(folders)).findings)).toEqual(['document-damaged', 'workbook']);
    });
  });
});

describe('npm run verify', () => {
  const run = ({ work, reference, out }: Folders, ...more: readonly string[]) =>
    runCli('verify', ['--campaign', '2026', '--work', work, '--reference', reference, '--out', out, ...more]);

  it('exits 0 where all is equal, 1 with what differs', async () => {
    await published(async (folders) => {
      const equal = await run(folders);
      expect(equal).toMatchObject({ code: 0, stderr: '' });
      expect(equal.stdout).toMatch(/^Égal : /m);
      await changeByte(join(folders.out, 'figures.csv'), 100);
      const different = await run(folders, '--of', 'FR');
      expect(different).toMatchObject({ code: 1, stderr: '' });
      expect(different.stdout).toMatch(/^- Table .*figures\.csv.*\n\nDifférent : 1 écart/m);
    });
  });

  it('says what it cannot look at', async () => {
    await published(async (folders) => {
      expect(await run(folders, '--of', '99')).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/« 99 »/),
      });
      expect(await run(folders, '--of', '93')).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/édition de 93/),
      });
      await rm(join(folders.work, 'documents'), { recursive: true });
      await mkdir(join(folders.work, 'documents'));
      expect(await run(folders)).toMatchObject({ code: 1, stderr: expect.stringMatching(/aucune édition/) });
      expect(await run({ ...folders, work: join(folders.work, 'ailleurs') })).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/n'existe pas/),
      });
    });
  });
});

describe('npm run verify-receipt', () => {
  /** The receipt of a deposit, as its page saves it. */
  async function receiptOf(work: string, name: string): Promise<string> {
    const { ports, close } = await openWorkplace(work);
    try {
      const { campaign } = jobOf(foldersOf(FIXTURE, work));
      const all = { ...ports, loadGeneration: generationLoader(ports.references) };
      const id = (await depositNamed(work, name)) as FactId;
      const receipt = await showReceipt(all, callerOf('administrateur'), campaign, id);
      const path = join(work, 'recepisse.json');
      await writeFile(path, JSON.stringify(receiptBody(receipt)));
      return path;
    } finally {
      await close();
    }
  }

  const run = (receipt: string, manifest: string, file: string) =>
    runCli('verify-receipt', ['--receipt', receipt, '--manifest', manifest, '--file', file]);

  it('finds a deposit and its entries in the manifest of the region, and the file by its hash', async () => {
    await published(async ({ work, out }) => {
      const receipt = await receiptOf(work, '01/anse.csv');
      const manifest = join(out, 'regions', 'ARS-01-campagne-2026.manifest.txt');
      const file = join(work, 'anse.csv');
      await cp(join(FIXTURE, 'deposits', '01', 'anse.csv'), file);
      const good = await run(receipt, manifest, file);
      expect(good).toMatchObject({ code: 0, stderr: '' });
      expect(good.stdout).toMatch(/\nRécépissé vérifié\.\n/);
      await changeByte(file, 40);
      const bad = await run(receipt, manifest, file);
      expect(bad).toMatchObject({ code: 1, stderr: '' });
      expect(bad.stdout).toMatch(/« anse\.csv » : ce n'est pas celui qui a été déposé/);
    });
  });

  it('says which region to take for each body of a file that speaks of several, the nation having them all', async () => {
    await published(async ({ work, out }) => {
      // A body of region 01 and one of region 84.
      const name = '01/sans-cle.csv';
      const receipt = await receiptOf(work, name);
      const file = join(FIXTURE, 'deposits', name);
      const region = await run(receipt, join(out, 'regions', 'ARS-53-campagne-2026.manifest.txt'), file);
      expect(region.code).toBe(1);
      for (const code of ['01', '84'])
        expect(region.stdout).toContain(
          `de la région ${code} : prenez ARS-${code}-campagne-2026.manifest.txt.`,
        );
      const nation = join(out, 'national', 'DNS-campagne-2026.manifest.txt');
      expect(await run(receipt, nation, file)).toMatchObject({ code: 0, stderr: '' });
    });
  });

  it('says what is no receipt, no manifest, or not there', async () => {
    await published(async ({ work, out }) => {
      const receipt = await receiptOf(work, '01/anse.csv');
      const manifest = join(out, 'national', 'DNS-campagne-2026.manifest.txt');
      const said = async (...args: Parameters<typeof run>) => {
        const { code, stdout, stderr } = await run(...args);
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
        return stderr;
      };
      expect(await said(manifest, manifest, manifest)).toMatch(/n'est pas un récépissé/);
      expect(await said(receipt, receipt, manifest)).toMatch(/n'est pas un manifeste/);
      expect(await said(receipt, manifest, join(work, 'ailleurs'))).toMatch(/ailleurs » ne peut pas être lu/);
    });
  });
});
