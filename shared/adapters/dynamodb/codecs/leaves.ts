import * as z from 'zod';
import { ROLES } from '../../../domain/access/role.ts';
import { BLOCK_COLUMNS, type Block, NOMENCLATURES } from '../../../domain/accounts/digital-account.ts';
import { ACT_KINDS } from '../../../domain/act/act.ts';
import { ACTION_ITEMS, type ActionItem } from '../../../domain/actions/action-items.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { CampaignYear } from '../../../domain/campaign/campaign.ts';
import {
  COLUMN_NAMES,
  COLUMNS,
  type ColumnName,
  NO_VALUES,
  type Values,
} from '../../../domain/deposit/columns.ts';
import { ALERT_CODES } from '../../../domain/figures/alert-codes.ts';
import type { Finess } from '../../../domain/finess/finess.ts';
import { FILE_CODES, ROW_CODES } from '../../../domain/issues/codes.ts';
import { STAFF_TYPES } from '../../../domain/return/details.ts';
import type { FactId } from '../../../domain/return/entry.ts';

const matching = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

const INTEGER = /^-?\d+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A bigint, as decimal text: a JSON number would lose cents above 2^53. */
export const Integer = z.codec(z.string().regex(INTEGER), z.bigint(), {
  decode: (text) => BigInt(text),
  encode: (value) => value.toString(),
});
export const FinessText = z.custom<Finess>(matching(/^[0-9A-Z]{9}$/));
export const FactIdText = z.custom<FactId>(matching(/^[0-9A-Za-z-]+$/));
export const Sha256Text = z.string().regex(/^[0-9a-f]{64}$/);
export const CampaignNumber = z.custom<CampaignYear>((value) => Number.isInteger(value));
export const DayText = z.custom<Day>(matching(DAY));

export const PlaceBody = z
  .object({
    sheet: z.string().exactOptional(),
    cell: z.string().exactOptional(),
    line: z.int().exactOptional(),
    lastLine: z.int().exactOptional(),
    column: z.string().exactOptional(),
  })
  .readonly();

const IssueBody = z
  .object({
    code: z.enum([...FILE_CODES, ...ROW_CODES]),
    at: PlaceBody,
    seen: z.string(),
    facts: z.record(z.string(), z.string()).readonly().exactOptional(),
  })
  .readonly();
export const IssuesBody = z.array(IssueBody).readonly();

export const SourceBody = z
  .object({
    fact: FactIdText,
    file: z.string(),
    sha256: z.string(),
    day: DayText,
    by: z.literal('ars').exactOptional(),
  })
  .readonly();

const AccountLineBody = z
  .object({
    nomenclature: z.enum(NOMENCLATURES),
    account: z.string(),
    label: z.string(),
    block: z.enum(Object.keys(BLOCK_COLUMNS) as [Block, ...Block[]]),
    amount: Integer,
    digital: Integer,
    at: PlaceBody,
  })
  .readonly();
const StaffLineBody = z
  .object({
    function: z.string(),
    type: z.enum(STAFF_TYPES),
    quota: Integer,
    months: Integer,
    count: Integer,
    at: PlaceBody,
  })
  .readonly();
const MeasureAnswerBody = z
  .object({ measure: z.string(), level: z.int().nullable(), comment: z.string(), at: PlaceBody })
  .readonly();
const ActionAnswerBody = z
  .object({
    item: z.enum(Object.keys(ACTION_ITEMS) as [ActionItem, ...ActionItem[]]),
    value: z.string(),
    at: PlaceBody,
  })
  .readonly();
const DirectoryAuditBody = z
  .object({ directory: z.string(), score: z.int(), date: DayText.nullable(), at: PlaceBody })
  .readonly();

/** What sections hold beside their columns. */
export const DetailsBody = z.object({
  accounts: z.array(AccountLineBody).readonly(),
  staff: z.array(StaffLineBody).readonly(),
  measures: z.array(MeasureAnswerBody).readonly(),
  actions: z.array(ActionAnswerBody).readonly(),
  directories: z.array(DirectoryAuditBody).readonly(),
});

export const BudgetCheckBody = z.object({
  titles: z.tuple([Integer, Integer, Integer, Integer]).readonly(),
  at: PlaceBody,
});

/** What an act says, and by whom. */
export const SaidActBody = z.object({
  by: z.enum(ROLES),
  kind: z.enum(ACT_KINDS),
  text: z.string(),
  alert: z.enum(ALERT_CODES).nullable(),
  until: DayText.nullable(),
});

/** Only what is given, as text: `{"charges_titre1":"1250050","cloture":"definitive"}`. */
export const ValuesBody = z.codec(
  z.partialRecord(z.enum(COLUMN_NAMES), z.string()),
  z.custom<Values>((value) => typeof value === 'object' && value !== null),
  {
    decode: (stored, context) => {
      const given = Object.entries(stored).map(([name, text]) => {
        const value = readValue(name as ColumnName, text);
        if (value === null) context.issues.push({ code: 'custom', input: text, path: [name] });
        return [name, value];
      });
      return { ...NO_VALUES, ...Object.fromEntries(given) } as Values;
    },
    encode: (values) =>
      Object.fromEntries(
        COLUMN_NAMES.flatMap((name) => {
          const value = values[name];
          return value === null ? [] : [[name, value.toString()]];
        }),
      ),
  },
);

/** Null when the text is not of the column's type. */
function readValue(column: ColumnName, text: string): Values[ColumnName] {
  switch (COLUMNS[column].type) {
    case 'amount':
    case 'fte':
      return INTEGER.test(text) ? BigInt(text) : null;
    case 'date':
      return DAY.test(text) ? (text as Day) : null;
    case 'closure':
      return text === 'definitive' || text === 'provisoire' ? text : null;
  }
}
