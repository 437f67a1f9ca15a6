import type { RegionalReport } from '../../domain/report/regional-report.ts';
import { VERSION } from '../../domain/version.ts';
import { BREAK_WORDS } from '../../messages/comparability.ts';
import type { MethodSection } from './method-text.ts';

/** What an edition was made of. Of a region, or of the nation. */
export type MadeOf = Pick<RegionalReport, 'campaign' | 'ruleSet' | 'generation' | 'sources' | 'manifest'>;

/** What a workbook was made from, by hashes, and how anyone finds it again. docs/verification.md. */
export function editionSection(
  { campaign, ruleSet, generation, sources, manifest }: MadeOf,
  document: string,
): MethodSection {
  const file = `${document}-campagne-${campaign}.manifest.txt`;
  return {
    title: 'Reproduire et vérifier ce classeur',
    lines: [
      [
        'Manifeste',
        `${manifest} : SHA-256 de ${file}, qui liste l'empreinte de chaque dépôt et de chaque écriture.`,
      ],
      [
        'Vérifier',
        `« sha256sum ${file} » redonne cette empreinte. « npm run verify » refait l'édition à partir des dépôts bruts et dit ce qui diffère ; « npm run verify-receipt » retrouve un récépissé dans le manifeste, sans réseau.`,
      ],
      ['Version du programme', VERSION],
      ['Jeu de règles', `${ruleSet}, SHA-256 ${sources.rules}`],
      [
        'Empreinte',
        `${generation} : référentiel et jeu de règles. Les mêmes dépôts, le même référentiel et les mêmes règles redonnent ce fichier à l'octet près.`,
      ],
      ...Object.entries(sources.files)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, hash]) => [`Référentiel : ${name}`, `SHA-256 ${hash}`] as const),
    ],
  };
}

/** What figures are compared with, and why they may not compare. */
export const COMPARISONS: MethodSection = {
  title: 'Comparaisons et ruptures',
  lines: [
    [
      'Campagnes précédentes',
      'Chiffres publiés alors (historique.csv), sous le numéro FINESS du déclarant ou ceux qu’il a remplacés (successions.csv).',
    ],
    [
      'Nation',
      'Agrégats de la dernière édition nationale au moment de celle-ci (aggregates.csv, dont l’empreinte est au manifeste).',
    ],
    [
      'Ce qui a changé',
      'Par rapport à l’édition donnée en référence (edition_reference.csv), jamais par rapport à « la dernière ».',
    ],
    ...Object.values(BREAK_WORDS).map(({ label, sentence }) => [`Rupture : ${label}`, sentence] as const),
  ],
};
