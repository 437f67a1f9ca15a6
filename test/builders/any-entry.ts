import * as fc from 'fast-check';
import { BLOCK_COLUMNS, type Block, NOMENCLATURES } from '../../shared/domain/accounts/digital-account.ts';
import { ACT_KINDS } from '../../shared/domain/act/act.ts';
import { ACTION_ITEM_NAMES } from '../../shared/domain/actions/action-items.ts';
import { columnsOf, SECTIONS, type Values } from '../../shared/domain/deposit/columns.ts';
import { ALERT_CODES } from '../../shared/domain/figures/alert-codes.ts';
import type { Issue, Place } from '../../shared/domain/issues/issue.ts';
import { DETAIL_SECTIONS, type Details, STAFF_TYPES } from '../../shared/domain/return/details.ts';
import type { Entry } from '../../shared/domain/return/entry.ts';
import { actEntry } from './act.ts';
import { day, entryOf, sourceOf } from './entry.ts';

const ERROR: Issue = { code: 'NUMBER_UNREADABLE', at: { line: 2 }, seen: 'x' };
const BLOCKS = Object.keys(BLOCK_COLUMNS) as readonly Block[];

const place: fc.Arbitrary<Place> = fc.constantFrom<Place>(
  { line: 2 },
  { line: 2, lastLine: 91, column: 'compte' },
  { sheet: 'Comptes', cell: 'C2:C90' },
  {},
);
/** Quotes, line ends and half a surrogate pair among them. */
const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', 'a\n« b »', '\ud800', ''));
const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const few = { maxLength: 3 };

const lists: { readonly [L in keyof Details]: fc.Arbitrary<Details[L]> } = {
  accounts: fc.array(
    fc.record({
      nomenclature: fc.constantFrom(...NOMENCLATURES),
      account: fc.constantFrom('6132', '615261', '2051'),
      label: text,
      block: fc.constantFrom(...BLOCKS),
      amount,
      digital: amount,
      at: place,
    }),
    few,
  ),
  staff: fc.array(
    fc.record({
      function: text,
      type: fc.constantFrom(...STAFF_TYPES),
      quota: fc.bigInt({ min: 0n, max: 10_000n }),
      months: fc.bigInt({ min: 0n, max: 1_200n }),
      count: fc.bigInt({ min: 0n, max: 10_000n }),
      at: place,
    }),
    few,
  ),
  measures: fc.array(
    fc.record({
      measure: fc.constantFrom('M1', 'M2'),
      level: fc.option(fc.nat(5), { nil: null }),
      comment: text,
      at: place,
    }),
    few,
  ),
  actions: fc.array(
    fc.record({
      item: fc.constantFrom(...ACTION_ITEM_NAMES),
      value: fc.constantFrom('oui', '12'),
      at: place,
    }),
    few,
  ),
  directories: fc.array(
    fc.record({
      directory: text,
      score: fc.integer({ min: 1, max: 5 }),
      date: fc.constantFrom(null, day('2026-03-31')),
      at: place,
    }),
    few,
  ),
};
const details = fc.record(lists, { requiredKeys: [] });
const justifications = fc.array(fc.record({ alert: fc.constantFrom(...ALERT_CODES), text, at: place }), few);
const small = fc.option(fc.bigInt({ min: 0n, max: 3n }), { nil: null });

/** A row or a workbook: any sections, with lists and answers; refused by itself or not. */
const anyRow: fc.Arbitrary<Entry> = fc
  .record({
    fact: fc.constantFrom('a', 'b', 'c', 'd'),
    line: fc.integer({ min: 2, max: 9 }),
    refused: fc.boolean(),
    sections: fc.subarray([...SECTIONS]),
    values: fc.record({ charges_titre1: small, num_personnel: small, etp_total: small }),
    details,
    justifications,
  })
  .map(({ fact, line, refused, sections, values, details: given, justifications: answers }) => {
    const has = (column: string) => sections.some((one) => columnsOf(one).some((name) => name === column));
    const own = Object.entries(values).filter(([column]) => has(column));
    const held = Object.entries(given).filter(([list]) =>
      sections.includes(DETAIL_SECTIONS[list as keyof Details]),
    );
    return entryOf(fact, Object.fromEntries(own) as Partial<Values>, {
      line,
      // A deposit has one author, whatever its lines.
      source: sourceOf(fact, fact === 'c' ? { by: 'ars' } : {}),
      sections,
      issues: refused ? [ERROR] : [],
      ...(held.length > 0 ? { details: Object.fromEntries(held) as Partial<Details> } : {}),
      ...(answers.length > 0 ? { justifications: answers } : {}),
    });
  });

const anyCheck: fc.Arbitrary<Entry> = fc
  .record({
    fact: fc.constantFrom('b', 'e'),
    line: fc.integer({ min: 2, max: 4 }),
    refused: fc.boolean(),
    titles: fc.tuple(amount, amount, amount, amount),
    at: place,
  })
  .map(({ fact, line, refused, titles, at }) =>
    entryOf(fact, {}, { line, issues: refused ? [ERROR] : [], check: { titles, at } }),
  );

const anyAct: fc.Arbitrary<Entry> = fc
  .record({
    fact: fc.constantFrom('a1', 'c1', 'e1'),
    kind: fc.constantFrom(...ACT_KINDS),
    text,
    alert: fc.constantFrom(...ALERT_CODES),
  })
  .map(({ fact, kind, alert, ...said }) =>
    actEntry(fact, {
      ...said,
      kind,
      alert: kind === 'justification' ? alert : null,
      until: kind === 'reouverture' ? day('2027-01-31') : null,
    }),
  );

/** Whatever a journal holds of one body: rows with lists and answers, checks and acts. */
export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 4, arbitrary: anyRow },
  { weight: 1, arbitrary: anyCheck },
  { weight: 1, arbitrary: anyAct },
);

/** A journal: no two entries of one line of one fact. */
export const anyJournal: fc.Arbitrary<readonly Entry[]> = fc.uniqueArray(anyEntry, {
  maxLength: 12,
  selector: ({ source, line }) => `${source.fact}#${line}`,
});
