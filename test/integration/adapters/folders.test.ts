import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderDocuments } from '../../../shared/adapters/files/documents.ts';
import { folderFacts } from '../../../shared/adapters/files/facts.ts';
import { writeAtomically } from '../../../shared/adapters/files/write-atomically.ts';
import { FactDamaged, StorageFailure } from '../../../shared/application/errors.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { BYTES, fact, factId, SCOPE, tombstone } from './specimens.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'folders-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('write atomically', () => {
  it('makes the folders, replaces what was there and leaves nothing beside', async () => {
    const path = join(root, 'a/b/c.txt');
    for (const text of ['first', 'second']) await writeAtomically(path, Buffer.from(text));
    expect(await readFile(path, 'utf8')).toBe('second');
    expect(await readdir(join(root, 'a/b'))).toEqual(['c.txt']);
  });

  it('tells where it cannot write, with the cause, and leaves nothing behind', async () => {
    await writeFile(join(root, 'file'), '');
    const inFile = writeAtomically(join(root, 'file/x/c.txt'), BYTES);
    await expect(inFile).rejects.toMatchObject({ name: 'StorageFailure', cause: { code: 'ENOTDIR' } });
    await mkdir(join(root, 'folder/taken/x'), { recursive: true });
    await expect(writeAtomically(join(root, 'folder/taken'), BYTES)).rejects.toThrow(StorageFailure);
    expect(await readdir(join(root, 'folder'))).toEqual(['taken']);
  });
});

describe('documents in a folder', () => {
  it.each(['..', '../x', 'a/../../x', '/etc/x', 'a//b', 'a/', '', '.', 'a/./b', 'a\0b', 'a\\..\\b', 'C:x'])(
    'refuses the key %j',
    async (key) => {
      const documents = folderDocuments(join(root, 'documents'));
      await expect(documents.put(key, BYTES)).rejects.toThrow(StorageFailure);
      await expect(documents.get(key)).rejects.toThrow(StorageFailure);
      expect(await readdir(root)).toEqual([]);
    },
  );

  it('fails on what cannot be read, which is not the same as absent', async () => {
    const documents = folderDocuments(root);
    await mkdir(join(root, 'a'));
    await expect(documents.get('a')).rejects.toThrow(StorageFailure);
    expect(await documents.get('b')).toBeNull();
  });
});

describe('facts in a folder', () => {
  const folder = () => join(root, '2026');

  it('writes the bytes under id and hash, and the record beside', async () => {
    await folderFacts(root).put(fact(1), BYTES);
    expect((await readdir(folder())).sort()).toEqual([`${factId(1)}-${fact(1).sha256}`, `${factId(1)}.json`]);
  });

  it('sees a fact whose put broke off as opened, and takes it when it is put again', async () => {
    const facts = folderFacts(root);
    await facts.open(fact(1));
    await writeFile(join(folder(), '.unfinished-1'), 'half');
    expect(await facts.ids(SCOPE.campaign)).toEqual([]);
    await facts.put(fact(1), BYTES);
    expect(await facts.ids(SCOPE.campaign)).toEqual([factId(1)]);
  });

  it('keeps tombstones beside, which are no facts', async () => {
    const facts = folderFacts(root);
    await facts.put(fact(1), BYTES);
    await facts.erase(tombstone(1));
    expect(await readdir(join(folder(), 'tombstones'))).toEqual([`${factId(1)}.json`]);
    expect(await facts.ids(SCOPE.campaign)).toEqual([factId(1)]);
  });

  it('reads a record of before facts had a kind, and depositors a role', async () => {
    const facts = folderFacts(root);
    const { kind, ...old } = fact(1);
    const depositor = { issuer: 'local', subject: 'campaign' };
    await writeAtomically(
      join(folder(), `${factId(1)}.json`),
      Buffer.from(`${JSON.stringify({ ...old, depositor })}\n`),
    );
    expect(await facts.record(SCOPE.campaign, factId(1))).toEqual({
      ...old,
      kind,
      depositor: { ...depositor, role: 'administrateur' },
    });
  });

  it('gives bytes as found, and fails when they are gone', async () => {
    const facts = folderFacts(root);
    const path = join(folder(), `${factId(1)}-${fact(1).sha256}`);
    await facts.put(fact(1), BYTES);
    await writeFile(path, 'rotten');
    const read = await facts.read(SCOPE.campaign, factId(1));
    expect(Buffer.from(read?.bytes ?? []).toString()).toBe('rotten');
    await rm(path);
    await expect(facts.read(SCOPE.campaign, factId(1))).rejects.toThrow(FactDamaged);
  });

  it('fails on a damaged record', async () => {
    const facts = folderFacts(root);
    await facts.put(fact(1), BYTES);
    await writeFile(join(folder(), `${factId(1)}.json`), '{"id":');
    await expect(facts.read(SCOPE.campaign, factId(1))).rejects.toThrow(StorageFailure);
  });

  it('refuses an id that is no file name', async () => {
    const facts = folderFacts(root);
    await expect(facts.read(SCOPE.campaign, '../x' as FactId)).rejects.toThrow(StorageFailure);
  });
});
