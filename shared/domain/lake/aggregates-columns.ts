/** What `npm run sql` works out from `figures`: the columns of aggregates.csv, in its order, to the last digit. */
export const AGGREGATES_COLUMNS = {
  campagne: 'Année de la campagne',
  axe: 'nation, region, statut, categorie ou region_statut',
  tranche: 'FR, le code de la région, du statut, de la catégorie, ou les deux (84|public)',
  indicateur: 'part_numerique, part_investissement ou etp_ssi_retenus',
  n: "Nombre de déclarants qui ont l'indicateur",
  attendus: 'Nombre de déclarants de la tranche',
  numerateur: 'Somme des numérateurs, en euros ; somme des ETP',
  denominateur: 'Somme des dénominateurs, en euros ; vide pour les ETP',
  valeur:
    "Numérateur sur dénominateur, six décimales ; pour les ETP, leur somme. Un texte, tel qu'il est publié",
  mediane: 'Médiane des valeurs des déclarants (QUARTILE.INC). Un texte',
  q1: 'Premier quartile. Un texte',
  q3: 'Troisième quartile. Un texte',
} as const satisfies Readonly<Record<string, string>>;
