import { COLUMN_NAMES, COLUMNS, type ColumnName } from '../../../domain/deposit/columns.ts';
import type { Origin, Return } from '../../../domain/return/fold.ts';
import { declaredRule } from '../../../messages/declared-rules.ts';
import { columnsDetailed } from './column-of-detail.ts';
import { declaredContent, TYPE_STYLES } from './declared-sheet.ts';
import { NATURES, type ProvenanceLine } from './provenance-line.ts';
import { toDeclared } from './row-link.ts';

/** A line per declared value in force, in the order of the columns: the deposit it comes from, and where in it. */
export function declaredLines({ values, origins, details }: Return): readonly ProvenanceLine[] {
  const detailed = columnsDetailed(details);
  return COLUMN_NAMES.flatMap((name) => {
    const origin = origins[name];
    return origin ? [declaredLine(name, values[name], origin, detailed)] : [];
  });
}

function declaredLine(
  name: ColumnName,
  value: bigint | string | null,
  { source, at }: Origin,
  detailed: ReadonlySet<string>,
): ProvenanceLine {
  const { label, type } = COLUMNS[name];
  return {
    nature: NATURES.declared,
    label,
    column: name,
    value: { content: declaredContent(name, value), style: TYPE_STYLES[type] },
    link: toDeclared(name),
    readIn: { source, at },
    rule: declaredRule(name, {
      isSummed: at.lastLine !== undefined || at.cell?.includes(':') === true,
      isDetailed: detailed.has(name),
    }),
  };
}
