import * as z from 'zod';
import { StorageFailure } from '../../../application/errors.ts';
import type { ReturnRecord } from '../../../application/ports.ts';
import { COLUMN_NAMES, type ColumnName, SECTIONS } from '../../../domain/deposit/columns.ts';
import type { Source } from '../../../domain/return/entry.ts';
import type { Origin } from '../../../domain/return/fold.ts';
import { BodyAttributes } from '../body.ts';
import { understandJson } from '../understand.ts';
import {
  BudgetCheckBody,
  DayText,
  DetailsBody,
  FactIdText,
  FinessText,
  IssuesBody,
  PlaceBody,
  SaidActBody,
  Sha256Text,
  SourceBody,
  ValuesBody,
} from './leaves.ts';
import { OutcomeBody } from './outcome.ts';

/** A return as stored: what a console shows, and its body. */
export const ReturnItem = BodyAttributes.extend({
  sk: FinessText,
  version: z.int().positive(),
  inputs: Sha256Text,
  /** The outcome in a word; null for an external carrier. */
  state: z.string().nullable(),
});

/** As much of it as tells whether it is stale. */
export const ReturnInputs = ReturnItem.pick({ sk: true, inputs: true });

const SourceIndex = z.int().nonnegative();

/** Sources are listed once and referred to by their index: most values of a return come from one deposit. */
const ReturnBody = z.object({
  entries: z
    .array(z.object({ fact: FactIdText, sha256: Sha256Text, line: z.int(), hash: Sha256Text }).readonly())
    .readonly(),
  sources: z.array(SourceBody),
  values: ValuesBody,
  origins: z.partialRecord(z.enum(COLUMN_NAMES), z.object({ source: SourceIndex, at: PlaceBody })),
  sections: z.partialRecord(z.enum(SECTIONS), SourceIndex),
  answered: z.boolean(),
  lastTaken: SourceIndex.nullable(),
  lastTry: SourceIndex.nullable(),
  tries: z.int(),
  refusedTries: z.int(),
  lastRefusal: IssuesBody,
  judgements: z
    .array(z.object({ fact: FactIdText, line: z.int(), taken: z.boolean(), issues: IssuesBody }).readonly())
    .readonly(),
  details: DetailsBody.readonly(),
  budgetCheck: BudgetCheckBody.extend({ source: SourceIndex }).nullable(),
  acts: z
    .array(
      SaidActBody.extend({ fact: FactIdText, day: DayText, file: z.string().exactOptional() }).readonly(),
    )
    .readonly(),
  outcome: OutcomeBody.nullable(),
});

/** The same record always gives the same text. */
export function writeReturn({ entries, state, outcome }: ReturnRecord): string {
  const sources: Source[] = [];
  const indexOf = (source: Source): number => {
    const known = sources.findIndex(({ fact }) => fact === source.fact);
    return known === -1 ? sources.push(source) - 1 : known;
  };
  const origins = COLUMN_NAMES.flatMap((column) => {
    const origin = state.origins[column];
    return origin ? [[column, { source: indexOf(origin.source), at: origin.at }]] : [];
  });
  const sections = SECTIONS.flatMap((section) => {
    const source = state.sections[section];
    return source ? [[section, indexOf(source)]] : [];
  });
  return JSON.stringify(
    z.encode(ReturnBody, {
      ...state,
      entries,
      origins: Object.fromEntries(origins),
      sections: Object.fromEntries(sections),
      budgetCheck: state.budgetCheck && { ...state.budgetCheck, source: indexOf(state.budgetCheck.source) },
      lastTaken: state.lastTaken && indexOf(state.lastTaken),
      lastTry: state.lastTry && indexOf(state.lastTry),
      sources,
      outcome,
    }),
  );
}

/** @throws StorageFailure when the text is no return. */
export function readReturn(json: string): Pick<ReturnRecord, 'entries' | 'state' | 'outcome'> {
  const { sources, entries, outcome, ...body } = understandJson(ReturnBody, 'a return', json);
  const sourceAt = (index: number): Source => {
    const source = sources[index];
    if (!source) throw new StorageFailure(`a return names source ${index} of ${sources.length}`);
    return source;
  };
  const origins: Partial<Record<ColumnName, Origin>> = {};
  for (const column of COLUMN_NAMES) {
    const origin = body.origins[column];
    if (origin) origins[column] = { source: sourceAt(origin.source), at: origin.at };
  }
  return {
    entries,
    state: {
      ...body,
      origins,
      sections: Object.fromEntries(
        Object.entries(body.sections).map(([section, index]) => [section, sourceAt(index)]),
      ),
      budgetCheck: body.budgetCheck && { ...body.budgetCheck, source: sourceAt(body.budgetCheck.source) },
      lastTaken: body.lastTaken === null ? null : sourceAt(body.lastTaken),
      lastTry: body.lastTry === null ? null : sourceAt(body.lastTry),
    },
    outcome,
  };
}
