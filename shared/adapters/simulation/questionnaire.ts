import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { Directory } from '../../domain/declarant/directory.ts';
import type { RegionCode } from '../../domain/territory/regions.ts';
import { writeCsv } from '../tables/write-csv.ts';
import type { TrueDeclarations } from './declaration.ts';
import { ANSWERS_WELL, fateOf } from './plan.ts';
import type { Random } from './random.ts';

/** Of those who answer well, how many answer the questionnaire. */
const ANSWERS = 0.75;
const HEADER = ['finess', 'campagne', 'mesure', 'niveau', 'non_applicable', 'commentaire', 'maturite_date'];

/** One file by region: what an ARS collected. None where the reference set has no questionnaire. */
export function* simulateQuestionnaires(
  campaign: CampaignYear,
  directory: Directory,
  truth: TrueDeclarations,
  random: Random,
): Generator<{ readonly path: string; readonly bytes: Uint8Array }> {
  if (directory.reference.measures.length === 0) return;
  for (const region of directory.regions()) {
    const records = answersOf(region, campaign, directory, truth, random);
    if (records.length > 0) yield { path: `${region}/maturite.csv`, bytes: writeCsv([HEADER, ...records]) };
  }
}

function answersOf(
  region: RegionCode,
  campaign: CampaignYear,
  directory: Directory,
  truth: TrueDeclarations,
  random: Random,
): readonly (readonly string[])[] {
  return directory.inRegion(region).flatMap((declarant) => {
    const { finess } = declarant;
    const draw = random.of(`maturity ${finess}`);
    if (fateOf(finess, random) < ANSWERS_WELL || !draw.chance(ANSWERS)) return [];
    const date = truth.ofDeclarant(declarant).maturite_date ?? '';
    const standing = draw.next();
    return directory.reference.measures.map(({ code, highest }): readonly string[] => {
      const level = Math.round(highest * (0.6 * standing + 0.4 * draw.next()));
      const applies = !draw.chance(0.03);
      const comment = draw.chance(0.05) ? 'Déploiement en cours' : '';
      return [
        finess,
        String(campaign),
        code,
        applies ? String(level) : '',
        applies ? '' : 'oui',
        comment,
        date,
      ];
    });
  });
}
