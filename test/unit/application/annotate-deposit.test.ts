import { annotateDeposit } from '../../../shared/application/annotate-deposit.ts';
import { annotatedName } from '../../../shared/application/annotated-name.ts';
import { sha256 } from '../../../shared/application/digest.ts';
import { FactDamaged } from '../../../shared/application/errors.ts';
import type { AnnotateFile } from '../../../shared/application/ports.ts';
import { FileRefusal } from '../../../shared/domain/deposit/file-refusal.ts';
import type { Finess } from '../../../shared/domain/finess/finess.ts';
import { actOf } from '../../builders/act.ts';
import { bodiesOf, callerOf, refusedWith } from '../../builders/caller.ts';
import { csvOf } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER, MEMBER } from '../../builders/directory.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { tombstoneOf } from '../../builders/tombstone.ts';
import { factId, readingStage } from '../../doubles/reading-stage.ts';

const rowOf = (finess: Finess, over: Readonly<Record<string, string>> = {}) =>
  csvOf({ ...GOOD_ROW, finess, ...over });

/** The file and the codes of its verdict, in words. */
const inWords: AnnotateFile = async (bytes, { issues }) =>
  new TextEncoder().encode(`${new TextDecoder().decode(bytes)}${issues.map(({ code }) => code).join()}`);

async function stage(annotateFile: AnnotateFile = inWords) {
  const stood = await readingStage();
  const ports = { ...stood.ports, annotateFile };
  const caller = callerOf('etablissement', bodiesOf(LONER));
  return { ...stood, ports, annotate: (n: number) => annotateDeposit(ports, caller, CAMPAIGN, factId(n)) };
}

describe('an annotated deposit', () => {
  it('is kept under its own content, and linked under the name of the file', async () => {
    const { annotate, deposit, ports } = await stage();
    const bytes = rowOf(LONER, { cloture: 'bientôt' });
    await deposit(bytes, bodiesOf(LONER), { file: 'groupe/notre dépôt.v2.csv' });
    const expected = new TextEncoder().encode(`${new TextDecoder().decode(bytes)}CLOSURE_UNKNOWN`);
    const key = `annotated/2026/${factId(1)}-${sha256(expected)}.xlsx`;
    expect(await annotate(1)).toMatchObject({
      url: `https://documents.test/${key}`,
      file: 'notre dépôt.v2 - annoté.xlsx',
    });
    expect(await ports.documents.get(key)).toEqual(expected);
    expect(await annotate(1)).toMatchObject({ url: `https://documents.test/${key}` });
  });

  it('of a file that cannot be opened is refused with the reason of the reader', async () => {
    const { annotate, deposit } = await stage(async () => {
      throw new FileRefusal('FILE_IS_ENCRYPTED');
    });
    await deposit(new TextEncoder().encode('rien\n'), bodiesOf(LONER));
    const refused = await refusedWith(() => annotate(1));
    expect(refused?.code).toBe('FILE_NOT_ANNOTABLE');
    expect(refused?.facts['why']).toMatch(/mot de passe/);
  });

  it('of a defect of ours is no refusal', async () => {
    const { annotate, deposit } = await stage(async () => {
      throw new Error('ours');
    });
    await deposit(rowOf(LONER), bodiesOf(LONER));
    await expect(annotate(1)).rejects.toThrow('ours');
  });

  it('is not found while its verdict is awaited, nor once it was erased', async () => {
    const { annotate, deposit, open, ports } = await stage();
    const awaited = await open(rowOf(LONER), bodiesOf(LONER));
    await ports.facts.put(awaited, rowOf(LONER));
    const erased = await deposit(rowOf(LONER), bodiesOf(LONER));
    expect(await annotate(2)).toMatchObject({ file: 'dépôt 2 - annoté.xlsx' });
    await ports.facts.erase(tombstoneOf(erased.id));
    for (const n of [1, 2, 3])
      expect(await refusedWith(() => annotate(n))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['FILE_INFECTED', 'FILE_UNSCANNABLE'] as const)(
    'is not found for a file that is %s',
    async (code) => {
      const { annotate, deposit, ports } = await stage();
      await deposit(rowOf(LONER), bodiesOf(LONER));
      const get = ports.documents.get.bind(ports.documents);
      ports.documents.get = async (key) => {
        const bytes = await get(key);
        if (!bytes || !key.startsWith('verdicts/')) return bytes;
        const verdict = JSON.parse(new TextDecoder().decode(bytes));
        return new TextEncoder().encode(JSON.stringify({ ...verdict, issues: [{ code }] }));
      };
      expect(await refusedWith(() => annotate(1))).toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  it('is not found for an act, nor for a deposit of somebody else', async () => {
    const { annotate, act, deposit } = await stage();
    await act(actOf({ finess: LONER }), 'etablissement');
    await deposit(rowOf(MEMBER), bodiesOf(MEMBER));
    for (const n of [1, 2]) expect(await refusedWith(() => annotate(n))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not made of bytes that are not those of the deposit', async () => {
    const { annotate, deposit, ports } = await stage();
    await deposit(rowOf(LONER), bodiesOf(LONER));
    const read = ports.facts.read.bind(ports.facts);
    ports.facts.read = async (campaign, id) => {
      const found = await read(campaign, id);
      return found && { ...found, bytes: new Uint8Array([1]) };
    };
    await expect(annotate(1)).rejects.toBeInstanceOf(FactDamaged);
  });
});

describe('the name of an annotated file', () => {
  it.each([
    ['balance.csv', 'balance - annoté.xlsx'],
    ['84/notre.dépôt.xlsx', 'notre.dépôt - annoté.xlsx'],
    ['sans extension', 'sans extension - annoté.xlsx'],
    ['.csv', '.csv - annoté.xlsx'],
  ])('%s → %s', (file, name) => expect(annotatedName(file)).toBe(name));
});
