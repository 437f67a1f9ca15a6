import type { TableKind } from '../table-kind.ts';
import { measureColumn } from './columns.ts';
import { readMaturity } from './read.ts';

/** A maturity questionnaire: one measure a line. */
export const MATURITY: TableKind = {
  kind: 'maturite',
  knows: (heading) => measureColumn(heading) !== null,
  recognises: (headings) => {
    const known = new Set(headings.map(measureColumn));
    return known.has('mesure') && (known.has('niveau') || known.has('non_applicable'));
  },
  read: readMaturity,
};
