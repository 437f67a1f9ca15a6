import type { ChangesSince, DeclarantChange } from '../../../domain/report/changes-since.ts';
import type { FigureColumn } from '../../../domain/report/figure-texts.ts';
import { CHANGE_LABELS, OUTCOME_LABELS } from '../../../messages/changes.ts';
import { hundredthsOrBlank, pointsBetween, publishedRatio } from '../exact.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { Sheet } from '../package/sheet.ts';
import { thisRow } from '../package/structured.ts';
import { FTE, NOTE, POINTS, PUBLISHED_RATIO, SENTENCE, TEXT } from '../package/styles.ts';
import { IDENTITY } from './identity.ts';
import { HEADINGS, TABLES } from './tables.ts';

const H = {
  name: IDENTITY.name,
  finess: IDENTITY.finess,
  kind: 'Ce qui a changé',
  stateBefore: 'État avant',
  stateAfter: 'État après',
  shareBefore: 'Part avant',
  shareAfter: 'Part après',
  gap: 'Écart de la part',
  fteBefore: 'ETP SSI avant',
  fteAfter: 'ETP SSI après',
  columns: 'Chiffres modifiés',
} as const;

/** Columns of figures.csv under the words that head them in the lists. */
const FIGURES: Readonly<Record<FigureColumn, string>> = {
  charges_totales: HEADINGS.share.total,
  charges_numeriques_propres: HEADINGS.share.own,
  mutualise_porte: HEADINGS.share.carried,
  quotes_parts: HEADINGS.share.contributions,
  mutualise_attribue: HEADINGS.share.allocated,
  charges_numeriques_retenues: HEADINGS.share.retained,
  part_numerique: HEADINGS.share.share,
  part_investissement: HEADINGS.share.investment,
  etp_ssi_propres: HEADINGS.ssiFte.own,
  etp_ssi_portes: HEADINGS.ssiFte.carried,
  etp_ssi_attribues: HEADINGS.ssiFte.allocated,
  etp_ssi_retenus: HEADINGS.ssiFte.retained,
  etp_ssi_externes: HEADINGS.ssiFte.external,
};

const cell = (heading: string) => thisRow(TABLES.changes, heading);
const GAP = `IF(OR(${cell(H.shareBefore)}="",${cell(H.shareAfter)}=""),"",100*(${cell(H.shareAfter)}-${cell(H.shareBefore)}))`;

/** Declarants of which something published is not what it was in the reference edition. @returns the row after. */
export function writeChanges(sheet: Sheet, row: number, { compared, changes }: ChangesSince): number {
  sheet.put(
    row,
    1,
    `${changes.length} changement${changes.length > 1 ? 's' : ''} ; l'édition de référence comptait ${compared} déclarants de la région. Parts telles que publiées, à six décimales.`,
    NOTE,
  );
  return sheet.table({
    name: TABLES.changes,
    row: row + 1,
    columns: [
      { name: H.name, style: SENTENCE },
      { name: H.finess, style: TEXT, numberLike: true },
      { name: H.kind, style: SENTENCE },
      { name: H.stateBefore, style: TEXT },
      { name: H.stateAfter, style: TEXT },
      { name: H.shareBefore, style: PUBLISHED_RATIO },
      { name: H.shareAfter, style: PUBLISHED_RATIO },
      { name: H.gap, style: POINTS },
      { name: H.fteBefore, style: FTE },
      { name: H.fteAfter, style: FTE },
      { name: H.columns, style: SENTENCE },
    ],
    rows:
      changes.length > 0
        ? changes.map(cells)
        : [
            Object.keys(H).map((_, i) =>
              i === 0 ? "Aucun changement depuis l'édition de référence." : null,
            ),
          ],
  });
}

function cells({ finess, name, kind, before, after, columns }: DeclarantChange): readonly Content[] {
  const shares = [before, after].map(
    (outcome) => outcome?.digitalShare && publishedRatio(outcome.digitalShare),
  );
  const [then, now] = shares;
  return [
    plainText(name ?? '') || finess,
    finess,
    CHANGE_LABELS[kind],
    before && OUTCOME_LABELS[before.state],
    after && OUTCOME_LABELS[after.state],
    then ?? null,
    now ?? null,
    {
      formula: GAP,
      result: typeof then === 'number' && typeof now === 'number' ? pointsBetween(now, then) : '',
    },
    hundredthsOrBlank(before?.retainedSsiFte ?? null),
    hundredthsOrBlank(after?.retainedSsiFte ?? null),
    columns.map((column) => FIGURES[column]).join(' ; ') || null,
  ];
}
