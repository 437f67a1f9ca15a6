import type { ShownDifferences } from '../../shared/application/show-differences.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { formatHundredths } from '../../shared/domain/numbers/format-hundredths.ts';
import type { Difference } from '../../shared/domain/report/differences.ts';
import type { Source } from '../../shared/domain/return/entry.ts';
import { differenceInWords, previousYearInWords } from '../../shared/messages/differences.ts';
import { fileInWords } from '../../shared/messages/file.ts';

type Body = RouteAnswer<'show-differences'>;

export function differencesBody(shown: ShownDifferences): Body {
  const { deposit, refused, since, differences, previousYear } = shown;
  return {
    depot: deposit && sourceBody(deposit),
    refuse: refused,
    depuis: since && sourceBody(since),
    differences: differences.map((difference) => ({
      rubrique: difference.section,
      phrase: differenceInWords(difference),
      avant: valueText(difference.before, difference),
      apres: valueText(difference.after, difference),
    })),
    annee_precedente: previousYear && {
      campagne: previousYear.campaign,
      phrases: [...previousYearInWords(previousYear, previousYear.breaks)],
    },
  };
}

function sourceBody(source: Source): NonNullable<Body['depot']> {
  return { depot: source.fact, fichier: fileInWords(source), jour: source.day };
}

function valueText(value: Difference['before'], { unit }: Difference): string | null {
  if (typeof value !== 'bigint') return value;
  return unit === 'level' ? value.toString() : formatHundredths(value);
}
