import { coversBody } from '../access/perimeter.ts';
import { frenchDay } from '../calendar/day.ts';
import type { Finess } from '../finess/finess.ts';
import type { Issue } from '../issues/issue.ts';
import type { ReadingContext } from './reading.ts';

type Stranger = Pick<Issue, 'code' | 'facts'>;

/**
 * Why a deposit may not speak of a body; null when it may. To who deposits for named bodies any other is out of
 * scope, known or not: the reference set is not told apart by trying numbers. A number that was replaced names its
 * successor, to whoever may deposit for that one.
 */
export function strangerTo(
  finess: Finess,
  { perimeter, directory }: Pick<ReadingContext, 'perimeter' | 'directory'>,
): Stranger | null {
  const within = coversBody(perimeter, finess, directory);
  const replacement = directory.replaced(finess);
  const replaced: Stranger | null = replacement && {
    code: 'FINESS_REPLACED',
    facts: { successor: replacement.heir, since: frenchDay(replacement.since) },
  };
  if (perimeter.kind === 'bodies' && !within) {
    const isOwn = replacement !== null && coversBody(perimeter, replacement.heir, directory);
    return isOwn ? replaced : { code: 'FINESS_OUT_OF_SCOPE' };
  }
  if (!directory.isKnown(finess)) return replaced ?? { code: 'FINESS_UNKNOWN' };
  return within ? null : { code: 'FINESS_OUT_OF_SCOPE' };
}
