/** A query that docs/sql.md and `npm run sql` show, and that a test runs. */
export interface ExampleQuery {
  /** What it answers. */
  readonly title: string;
  readonly sql: string;
  /** Whether Athena takes it as it is (docs/sql.md, « Sur AWS »). */
  readonly onAthena: boolean;
}

export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    title: "Les agrégats publiés d'une campagne pour la nation et les régions",
    sql: `SELECT tranche, n, attendus, valeur, mediane, q1, q3
FROM agregats
WHERE campagne = 2026 AND axe IN ('nation', 'region') AND indicateur = 'part_numerique'`,
    onAthena: false,
  },
  {
    title: "La couverture par région : combien de déclarants ont des chiffres, sur combien d'attendus",
    sql: `SELECT region, count(*) AS attendus, count_if(etat = 'calcule') AS calcules,
  count_if(etat = 'non_calcule') AS non_calcules, count_if(etat = 'non_repondant') AS non_repondants
FROM figures
WHERE campagne = 2026
GROUP BY region
ORDER BY region`,
    onAthena: true,
  },
  {
    title: 'Les sommes par statut, au centime : le rapport des sommes est la part publiée',
    sql: `SELECT statut, count(*) AS n, sum(charges_numeriques_retenues) AS numerateur, sum(charges_totales) AS denominateur,
  sum(etp_ssi_retenus) AS etp_ssi
FROM figures
WHERE campagne = 2026 AND etat = 'calcule'
GROUP BY statut
ORDER BY statut`,
    onAthena: true,
  },
  {
    title: 'Les dix déclarants dont la part du numérique est la plus basse',
    sql: `SELECT f.finess, d.raison_sociale, f.region, f.charges_numeriques_retenues, f.charges_totales, f.part_numerique
FROM figures f
JOIN declarants d ON d.campagne = f.campagne AND d.region = f.region AND d.finess = f.finess
WHERE f.campagne = 2026 AND f.etat = 'calcule'
ORDER BY f.part_numerique, f.finess
LIMIT 10`,
    onAthena: true,
  },
  {
    title: 'Pourquoi des chiffres manquent : un déclarant peut avoir plusieurs motifs',
    sql: `SELECT motif, count(*) AS declarants
FROM figures
CROSS JOIN UNNEST(string_split(motifs, '|')) AS m(motif)
WHERE campagne = 2026 AND etat = 'non_calcule'
GROUP BY motif
ORDER BY declarants DESC, motif`,
    onAthena: false,
  },
  {
    title: 'De quels dépôts viennent les chiffres : une ligne par section en vigueur',
    sql: `SELECT s.finess, s.section, s.fichier, s.jour_depot, s.sha256
FROM sections s
JOIN figures f ON f.campagne = s.campagne AND f.region = s.region AND f.finess = s.finess
WHERE s.campagne = 2026 AND f.etat = 'calcule'
ORDER BY s.finess, s.section
LIMIT 20`,
    onAthena: true,
  },
  {
    title: 'Les anomalies les plus fréquentes des dépôts en vigueur et du dernier dépôt',
    sql: `SELECT code, severite, count(*) AS anomalies, count(DISTINCT finess) AS organismes
FROM issues
WHERE campagne = 2026
GROUP BY code, severite
ORDER BY anomalies DESC, code, severite`,
    onAthena: true,
  },
  {
    title: "La conservation des mutualisations : les parts d'un groupe, toutes régions ensemble",
    sql: `SELECT groupe, porteur, count(*) AS membres, sum(charges) AS charges_partagees, sum(etp) AS etp_partages,
  count_if(situation <> 'calcule') AS sans_chiffres
FROM pools
WHERE campagne = 2026
GROUP BY groupe, porteur
ORDER BY groupe`,
    onAthena: true,
  },
];
