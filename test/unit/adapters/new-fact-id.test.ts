import { decodeTime } from 'ulidx';
import { factIds } from '../../../shared/adapters/ids/new-fact-id.ts';
import { FactIdText } from '../../../shared/contracts/queue-messages.ts';

const NOON = new Date('2026-05-20T12:00:00.000Z');

it('gives ids that hold the instant and that keys and messages take', () => {
  const id = factIds()(NOON);
  expect(decodeTime(id)).toBe(NOON.getTime());
  expect(FactIdText.safeParse(id).success).toBe(true);
});

it('gives ids in the order in which they were asked for, even within a millisecond', () => {
  const next = factIds();
  const ids = Array.from({ length: 1000 }, () => next(NOON));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
});

it('never gives an id again, nor an earlier one when the clock steps back', () => {
  const next = factIds();
  const first = next(NOON);
  const second = next(new Date(NOON.getTime() - 60_000));
  expect(second > first).toBe(true);
});

it('gives other ids to another process', () => {
  expect(factIds()(NOON)).not.toBe(factIds()(NOON));
});
