import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { directoryOf } from '../../shared/domain/declarant/directory.ts';
import { buildNationalReport } from '../../shared/domain/report/build-national-report.ts';
import type { NationalReport } from '../../shared/domain/report/national-report.ts';
import { outcomeOf, type Standing } from '../../shared/domain/report/standing.ts';
import { REGIONS, type RegionCode } from '../../shared/domain/territory/regions.ts';
import { fictionalCampaign } from './fictional-campaign.ts';
import { PUBLICATION } from './report.ts';

const CODES = Object.keys(REGIONS) as RegionCode[];

export const MEASURES = [
  { code: 'M01', theme: 'Gouvernance', label: 'Cartographie du système d’information', highest: 4 },
  { code: 'M02', theme: 'Gouvernance', label: 'Plan d’action qualité', highest: 4 },
  { code: 'M03', theme: 'Sauvegardes', label: 'Sauvegarde hors ligne, restaurée chaque année', highest: 2 },
  { code: 'M04', theme: 'Peu répondue', label: 'Mesure à laquelle trois ont répondu', highest: 4 },
];

/** The same campaign over every region, two campaigns before it, a questionnaire that was answered, an edition to compare with. */
export function wideNation(declarants = 200): NationalReport {
  const { standing: found, context } = fictionalCampaign(declarants);
  const { reference } = context.directory;
  const spread = reference.declarants.map((declarant, index) => ({
    ...declarant,
    region: CODES[index % CODES.length] ?? declarant.region,
  }));
  const standing: Standing = new Map(
    [...found].map(([finess, one], index) => [
      finess,
      { ...one, state: { ...one.state, details: answersOf(one.state.details, index) } },
    ]),
  );
  const years = reference.history.map((past) => ({
    ...past,
    campaign: (past.campaign - 1) as CampaignYear,
    retainedDigital: past.retainedDigital - past.retainedDigital / 10n,
  }));
  const directory = directoryOf({
    ...reference,
    declarants: spread,
    measures: MEASURES,
    history: [...years, ...reference.history],
    campaigns: [2024, 2025].map(
      (year) =>
        ({
          year,
          opening: `${year}-01-01`,
          deadline: `${year}-06-30`,
          close: `${year}-12-31`,
          ruleSet: '2024-1',
        }) as never,
    ),
    referenceEdition: spread.flatMap(({ finess, region }, index) => {
      const outcome = outcomeOf(standing, finess);
      if (index % 40 === 7) return [];
      if (outcome.state !== 'calcule' || index % 9 !== 4) return [{ finess, region, outcome }];
      const retainedSsiFte = outcome.figures.retainedSsiFte + 25n;
      return [{ finess, region, outcome: { ...outcome, figures: { ...outcome.figures, retainedSsiFte } } }];
    }),
  });
  return buildNationalReport(standing, { ...context, ...PUBLICATION, directory });
}

function answersOf<D>(details: D, index: number): D {
  const measures = MEASURES.flatMap(({ code, highest }, rank) =>
    code === 'M04' && index > 2
      ? []
      : [
          {
            measure: code,
            level: (index + rank) % 11 === 3 ? null : (index * (rank + 3)) % (highest + 1),
            comment: '',
            at: {},
          },
        ],
  );
  return { ...details, measures };
}
