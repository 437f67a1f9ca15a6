import { INDICATOR_LABELS } from '../indicator-labels.ts';

/** Names of the tables: formulas, Power Query and scripts rest on them, from one edition to the next. */
export const TABLES = {
  share: 'PartNumerique',
  ssiFte: 'EtpSsi',
  maturity: 'Maturite',
  pools: 'Groupements',
  chase: 'ARelancer',
  alerts: 'Alertes',
  declared: 'DonneesDeclarees',
  provenance: 'Provenance',
  indicators: 'Indicateurs',
  states: 'EtatDesDeclarations',
  byStatus: 'ParStatut',
  byCategory: 'ParCategorie',
  comparison: 'Comparaison',
  statusComparison: 'ComparaisonStatuts',
  categoryComparison: 'ComparaisonCategories',
  references: 'Reperes',
  distribution: 'Distribution',
  trend: 'Evolution',
  changes: 'Changements',
  measures: 'Mesures',
} as const;

/** Members of the pool of that rank, from 1: `Groupement01`. */
export function poolTable(rank: number): string {
  return `Groupement${String(rank).padStart(2, '0')}`;
}

/** Sheets, in their order. contracts.md, « Regional workbook ». */
export const SHEETS = {
  summary: 'Synthèse',
  share: 'Part numérique',
  ssiFte: 'ETP SSI',
  maturity: 'Maturité',
  pools: 'Mutualisation',
  chase: 'À relancer',
  alerts: 'Alertes',
  declared: 'Données déclarées',
  provenance: 'Provenance',
  method: 'Méthode',
} as const;

/** Headings that other sheets' formulas name. */
export const HEADINGS = {
  share: {
    own: 'Charges numériques propres',
    carried: 'Charges mutualisées portées',
    contributions: 'Quotes-parts versées',
    allocated: 'Quote-part attribuée',
    retained: 'Charges numériques retenues',
    total: "Charges d'exploitation totales",
    share: INDICATOR_LABELS.part_numerique,
    investment: INDICATOR_LABELS.part_investissement,
    previous: 'Part de la campagne précédente',
    change: 'Évolution de la part',
    comparability: 'Comparabilité',
    alerts: 'Alertes',
    retainedBefore: 'Charges retenues en N-1',
    totalBefore: "Charges d'exploitation en N-1",
    link: 'Provenance',
  },
  ssiFte: {
    own: 'ETP SSI propres',
    carried: 'ETP SSI portés',
    allocated: 'ETP SSI attribués',
    retained: INDICATOR_LABELS.etp_ssi_retenus,
    external: 'ETP SSI externes (non comptés)',
    previous: 'ETP SSI retenus de la campagne précédente',
    change: 'Évolution des ETP SSI retenus',
    comparability: 'Comparabilité',
    alerts: 'Alertes',
    link: 'Provenance',
  },
  maturity: {
    assessed: 'Date déclarée',
    counts: 'Compte pour la campagne',
    /** What that column says of an assessment that does. */
    yes: 'Oui',
    mean: 'Niveau moyen',
    given: 'Mesures cotées',
  },
  declared: { state: 'État', reasons: 'Motifs', link: 'Provenance' },
  pools: {
    charges: 'Charges portées',
    shared: 'Somme des parts',
    residue: 'Résidu des charges',
    unfigured: 'Charges échues à des membres sans chiffres',
    fte: 'ETP SSI portés',
    sharedFte: 'Somme des parts ETP',
    residueFte: 'Résidu des ETP',
    unfiguredFte: 'ETP SSI échus à des membres sans chiffres',
  },
} as const;

export const STATE_LABELS = {
  calcule: 'Calculé',
  non_calcule: 'Non calculé',
  non_repondant: 'Non répondant',
} as const;
