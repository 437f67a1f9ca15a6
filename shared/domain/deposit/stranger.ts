import { coversBody } from '../access/perimeter.ts';
import type { RowCode } from '../issues/codes.ts';
import type { ReadingContext } from './reading.ts';

/**
 * Why a deposit may not speak of a body; null when it may. To who deposits for named bodies any other is out of
 * scope, known or not: the reference set is not told apart by trying numbers.
 */
export function strangerCode(
  finess: string,
  { perimeter, directory }: Pick<ReadingContext, 'perimeter' | 'directory'>,
): RowCode | null {
  const within = coversBody(perimeter, finess, directory);
  if (perimeter.kind === 'bodies' && !within) return 'FINESS_OUT_OF_SCOPE';
  if (!directory.isKnown(finess)) return 'FINESS_UNKNOWN';
  return within ? null : 'FINESS_OUT_OF_SCOPE';
}
