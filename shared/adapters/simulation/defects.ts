import type { AnyColumn, Values } from '../../domain/deposit/columns.ts';

/** What establishments get wrong, one kind each. */
export const DEFECTS = [
  'negative',
  'wrong-key',
  'shifted-comma',
  'part-over-whole',
  'wrong-campaign',
  'closure-without-date',
  'not-a-number',
  'impossible-date',
] as const;
export type Defect = (typeof DEFECTS)[number];

/** A row as it will be written: values, or the text typed instead of one. */
export interface Row {
  readonly finess: string;
  readonly campaign: string;
  readonly values: Values;
  readonly typed: Partial<Record<AnyColumn, string>>;
  /** Written by commas, with decimal commas and no quotes: the cells shift. */
  readonly shifted: boolean;
}

export function soundRow(finess: string, campaign: number, values: Values): Row {
  return { finess, campaign: String(campaign), values, typed: {}, shifted: false };
}

/** Spoils a sound row so that it must be refused. */
export function spoil(row: Row, defect: Defect): Row {
  const { values } = row;
  switch (defect) {
    case 'negative':
      return { ...row, values: { ...values, charges_titre2: -(values.charges_titre2 ?? 100n) } };
    case 'wrong-key':
      return { ...row, finess: row.finess.slice(0, 8) + String((Number(row.finess.slice(8)) + 1) % 10) };
    case 'shifted-comma':
      return { ...row, shifted: true };
    case 'part-over-whole':
      return { ...row, values: { ...values, num_personnel: (values.charges_titre1 ?? 0n) + 1n } };
    case 'wrong-campaign':
      return { ...row, campaign: String(Number(row.campaign) - 1) };
    case 'closure-without-date':
      return { ...row, values: { ...values, date_cloture: null } };
    case 'not-a-number':
      return { ...row, typed: { charges_titre3: 'voir annexe' } };
    case 'impossible-date':
      return { ...row, typed: { maturite_date: `31/02/${row.campaign}` } };
  }
}

/** Whether a workbook can hold the defect: the others are of text files. */
export function fitsTemplate(row: Row): boolean {
  return !row.shifted && Object.keys(row.typed).length === 0;
}
