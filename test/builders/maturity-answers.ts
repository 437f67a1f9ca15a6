import type { Day } from '../../shared/domain/calendar/day.ts';
import type { Measure } from '../../shared/domain/maturity/measure.ts';
import type { RegionalReport, ReportRow } from '../../shared/domain/report/regional-report.ts';
import type { Details } from '../../shared/domain/return/details.ts';

const AT = { line: 2 };

/** A questionnaire of ten measures over three themes, one of them on a shorter scale. */
export const QUESTIONNAIRE: readonly Measure[] = Array.from({ length: 10 }, (_, i) => ({
  code: `M${String(i + 1).padStart(2, '0')}`,
  theme: ['Gouvernance', 'Protection des accès', 'Continuité d’activité'][i % 3] ?? '',
  label: `Mesure fictive n° ${i + 1} : l'établissement tient à jour la cartographie de son système d'information [périmètre complet]`,
  highest: i === 4 ? 3 : 5,
}));

/** What a declarant answers: levels that differ from one rank to the next, a few not applicable, one not answered. */
export function maturityAnswers(rank: number): Details {
  return {
    accounts: [],
    staff: [],
    measures: QUESTIONNAIRE.filter((_, i) => i !== rank % 13).map(({ code, highest }, i) => ({
      measure: code.toLowerCase(),
      level: (rank + i) % 7 === 6 ? null : (rank * 3 + i) % (highest + 1),
      comment: 'à ne montrer à personne',
      at: AT,
    })),
    actions: [
      { item: 'exercice_date', value: '2026-02-03', at: AT },
      { item: 'exercice_retex', value: rank % 2 === 0 ? 'oui' : 'non', at: AT },
      { item: 'sso_utilisateurs', value: String(120 * (rank + 1)), at: AT },
    ],
    directories: [
      { directory: 'AD principal', score: 4, date: '2026-03-01' as Day, at: AT },
      { directory: 'AD secondaire', score: 1 + (rank % 5), date: null, at: AT },
    ],
  };
}

/** The same report, with the questionnaire and what every declarant that answered said to it. */
export function withMaturity(report: RegionalReport): RegionalReport {
  const answered = ({ state, ...row }: ReportRow, rank: number): ReportRow => ({
    ...row,
    state: state && { ...state, details: maturityAnswers(rank) },
  });
  return { ...report, measures: QUESTIONNAIRE, rows: report.rows.map(answered) };
}
