import { eraseDeposit } from '../../../shared/application/erase-deposit.ts';
import type { GenerationId } from '../../../shared/application/ports.ts';
import { readDeposits } from '../../../shared/application/read-deposits.ts';
import { recordAct } from '../../../shared/application/record-act.ts';
import { NATION } from '../../../shared/domain/access/perimeter.ts';
import { FileRefusal } from '../../../shared/domain/deposit/file-refusal.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { actOf } from '../../builders/act.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { csvOf, type Deposit, depositsOf } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER } from '../../builders/directory.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { deployment } from '../../doubles/deployment.ts';

const ADMINISTRATOR = callerOf('administrateur');
const REASON = 'Fichier de paie déposé par mégarde';
const [deposit] = depositsOf(csvOf(GOOD_ROW)) as readonly [Deposit];
const { id } = deposit.fact;

async function stage() {
  const { ports, generation, sent } = await deployment();
  await ports.facts.put(deposit.fact, deposit.bytes);
  const erase = (fact: FactId = id, reason = REASON) =>
    eraseDeposit(ports, ADMINISTRATOR, { campaign: CAMPAIGN, fact, reason });
  const verdictText = async () => {
    const record = await ports.verdicts.get(generation.scope, id);
    const bytes = record && (await ports.documents.get(record.value.document));
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  };
  return { ports, generation, sent, erase, verdictText };
}

describe('erasing a deposit', () => {
  it('leaves a tombstone with its reason, and who erased it', async () => {
    const { ports, erase } = await stage();
    const tombstone = await erase();
    expect(tombstone).toEqual({
      fact: id,
      campaign: CAMPAIGN,
      reason: REASON,
      erasedAt: '2026-07-15T10:00:00.000Z',
      erasedBy: { issuer: ADMINISTRATOR.issuer, subject: 'administrateur' },
    });
    expect(await ports.facts.erased(CAMPAIGN)).toEqual(new Map([[id, tombstone]]));
  });

  it('has it read again in the generation in force and in the one being built', async () => {
    const { ports, generation, sent, erase } = await stage();
    await ports.generations.publish(CAMPAIGN, 'next' as GenerationId);
    await erase();
    expect(sent).toEqual([
      { kind: 'read-deposit', scope: generation.scope, fact: id },
      { kind: 'read-deposit', scope: { campaign: CAMPAIGN, generation: 'next' }, fact: id },
    ]);
  });

  it('asks for nothing before the tombstone is there', async () => {
    const { ports, sent } = await stage();
    const facts = { ...ports.facts, erase: () => Promise.reject(new Error('full')) };
    const erased = eraseDeposit({ ...ports, facts }, ADMINISTRATOR, {
      campaign: CAMPAIGN,
      fact: id,
      reason: REASON,
    });
    await expect(erased).rejects.toThrow('full');
    expect(sent).toEqual([]);
  });

  it('a second time keeps the first reason, and asks again', async () => {
    const { sent, erase } = await stage();
    const first = await erase();
    expect(await erase(id, 'Une autre raison')).toEqual(first);
    expect(sent).toHaveLength(2);
  });

  it('makes its verdict say so, and why, even where its bytes are gone', async () => {
    const { ports, generation, erase, verdictText } = await stage();
    await readDeposits(ports, generation, [{ id }]);
    expect(await verdictText()).toMatchObject({ status: 'accepted', rows: { accepted: 1 } });
    await erase();
    const facts = { ...ports.facts, read: () => Promise.reject(new Error('its bytes were asked for')) };
    expect(await readDeposits({ ...ports, facts }, generation, [{ id }])).toEqual([]);
    expect(await verdictText()).toMatchObject({
      status: 'rejected',
      rows: { read: 0, accepted: 0, refused: 0 },
      issues: [{ code: 'FILE_ERASED', severity: 'error', message: expect.stringContaining(`« ${REASON} »`) }],
    });
  });

  it('makes the verdict of a file that could not be read say so too', async () => {
    const { ports, generation, erase, verdictText } = await stage();
    const readFile = () => Promise.reject(new FileRefusal('FILE_EMPTY'));
    await readDeposits({ ...ports, readFile }, generation, [{ id }]);
    expect(await verdictText()).toMatchObject({ issues: [{ code: 'FILE_EMPTY' }] });
    await erase();
    await readDeposits(ports, generation, [{ id }]);
    expect(await verdictText()).toMatchObject({ issues: [{ code: 'FILE_ERASED' }] });
  });

  it('is for the administrator alone', async () => {
    const { ports } = await stage();
    for (const caller of [
      callerOf('etablissement', bodiesOf(LONER)),
      callerOf('ars', regionOf('84')),
      callerOf('dns'),
    ]) {
      const asks = () => eraseDeposit(ports, caller, { campaign: CAMPAIGN, fact: id, reason: REASON });
      expect(await refusedWith(asks)).toMatchObject({ code: 'ROLE_FORBIDDEN' });
    }
    expect((await ports.facts.erased(CAMPAIGN)).size).toBe(0);
  });

  it('finds nothing that was never opened, and never an act', async () => {
    const { ports, sent, erase } = await stage();
    const act = await recordAct(ports, callerOf('etablissement', NATION), actOf());
    for (const fact of ['01ARZ3NDEKTSV4RRFFQ69G5FAV' as FactId, act.id])
      expect(await refusedWith(() => erase(fact))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ports.facts.erased(CAMPAIGN)).size).toBe(0);
    expect(sent).toEqual([]);
  });
});
