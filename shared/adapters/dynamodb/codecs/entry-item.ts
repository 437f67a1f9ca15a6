import * as z from 'zod';
import { COLUMN_NAMES, KEY_COLUMNS, SECTIONS } from '../../../domain/deposit/columns.ts';
import { ALERT_CODES } from '../../../domain/figures/alert-codes.ts';
import type { Entry } from '../../../domain/return/entry.ts';
import { understandJson } from '../understand.ts';
import {
  BudgetCheckBody,
  CampaignNumber,
  DetailsBody,
  FinessText,
  IssuesBody,
  PlaceBody,
  SaidActBody,
  SourceBody,
  ValuesBody,
} from './leaves.ts';

/** The body of a journal item: the entry whole. */
const EntryBody = z
  .object({
    campaign: CampaignNumber,
    finess: FinessText,
    source: SourceBody,
    line: z.int(),
    sections: z.array(z.enum(SECTIONS)).readonly(),
    values: ValuesBody,
    places: z.partialRecord(z.enum([...KEY_COLUMNS, ...COLUMN_NAMES]), PlaceBody).readonly(),
    issues: IssuesBody,
    details: DetailsBody.exactPartial().readonly().exactOptional(),
    justifications: z
      .array(z.object({ alert: z.enum(ALERT_CODES), text: z.string(), at: PlaceBody }).readonly())
      .readonly()
      .exactOptional(),
    check: BudgetCheckBody.readonly().exactOptional(),
    act: SaidActBody.readonly().exactOptional(),
  })
  .readonly();

/** The same entry always gives the same text. */
export function writeEntry(entry: Entry): string {
  return JSON.stringify(z.encode(EntryBody, entry));
}

/** @throws StorageFailure when the text is no entry. */
export function readEntry(json: string): Entry {
  return understandJson(EntryBody, 'an entry', json);
}
