/** Whole numbers alone: a division of decimals is a double in DuckDB. Figures are never below zero (rules.md, refusal 5). */
const MACROS = [
  // Cents, or hundredths of an FTE.
  'CREATE MACRO centiemes(x) AS CAST(x * 100 AS HUGEINT)',
  // The quotient times the scale, half up. Divided in two steps, so that numbers of 32 digits stay within a HUGEINT.
  `CREATE MACRO arrondi(n, d, echelle) AS
     (n // d) * echelle
     + ((n % d) * echelle) // d
     + CASE WHEN 2 * (((n % d) * echelle) % d) >= d THEN 1 ELSE 0 END`,
  // A whole number of hundredths or millionths, with its point.
  `CREATE MACRO ecrit(x, decimales) AS
     CAST(x // CAST(power(10, decimales) AS HUGEINT) AS VARCHAR) || '.'
     || lpad(CAST(x % CAST(power(10, decimales) AS HUGEINT) AS VARCHAR), decimales, '0')`,
] as const;

/**
 * aggregates.csv worked out again from `figures` alone, to the last digit: ratio of sums, quartiles of the exact values
 * as QUARTILE.INC, each rounded once. rules.md, « Aggregates »; contracts.md, « Main job ». Values are ordered by the
 * first 36 decimals of their quotients: two quotients of numbers of 17 digits that differ do so before.
 */
const VIEW = `CREATE VIEW agregats AS
WITH tranches AS (
  SELECT f.*, a.rang_axe, a.axe, a.tranche
  FROM figures f, LATERAL (VALUES
    (1, 'nation', 'FR'), (2, 'region', f.region), (3, 'statut', f.statut), (4, 'categorie', f.categorie),
    (5, 'region_statut', f.region || '|' || f.statut)
  ) AS a(rang_axe, axe, tranche)
),
mesures AS (
  SELECT t.campagne, t.rang_axe, t.axe, t.tranche, i.*
  FROM tranches t, LATERAL (VALUES
    (1, 'part_numerique', 6, centiemes(t.charges_numeriques_retenues), centiemes(t.charges_totales)),
    (2, 'part_investissement', 6, centiemes(t.num_investissement), centiemes(t.emplois_investissement)),
    (3, 'etp_ssi_retenus', 2, centiemes(t.etp_ssi_retenus),
      CASE WHEN t.etp_ssi_retenus IS NOT NULL THEN CAST(100 AS HUGEINT) END)
  ) AS i(rang_indicateur, indicateur, decimales, numerateur, denominateur)
),
sommes AS (
  SELECT campagne, rang_axe, axe, tranche, rang_indicateur, indicateur, decimales,
    count(numerateur) AS n, count(*) AS attendus, sum(numerateur) AS numerateur,
    CASE WHEN indicateur <> 'etp_ssi_retenus' THEN sum(denominateur) END AS denominateur
  FROM mesures
  GROUP BY campagne, rang_axe, axe, tranche, rang_indicateur, indicateur, decimales
),
ranges AS (
  SELECT campagne, axe, tranche, indicateur, numerateur, denominateur,
    count(*) OVER tranche_indicateur AS n,
    row_number() OVER (tranche_indicateur ORDER BY
      numerateur // denominateur,
      ((numerateur % denominateur) * 1000000000000000000) // denominateur,
      ((((numerateur % denominateur) * 1000000000000000000) % denominateur) * 1000000000000000000) // denominateur
    ) - 1 AS rang
  FROM mesures WHERE numerateur IS NOT NULL
  WINDOW tranche_indicateur AS (PARTITION BY campagne, axe, tranche, indicateur)
),
voisins AS (
  SELECT campagne, axe, tranche, indicateur, q, ((n - 1) * q) % 4 AS quarts,
    max(numerateur) FILTER (rang = ((n - 1) * q) // 4) AS n_bas,
    max(denominateur) FILTER (rang = ((n - 1) * q) // 4) AS d_bas,
    max(numerateur) FILTER (rang = ((n - 1) * q + 3) // 4) AS n_haut,
    max(denominateur) FILTER (rang = ((n - 1) * q + 3) // 4) AS d_haut
  FROM ranges, (VALUES (1), (2), (3)) AS trois(q)
  GROUP BY campagne, axe, tranche, indicateur, n, q
),
quartiles AS (
  SELECT campagne, axe, tranche, indicateur, q,
    n_bas * (4 - quarts) * d_haut + n_haut * quarts * d_bas AS numerateur, 4 * d_bas * d_haut AS denominateur
  FROM voisins
),
ecrits AS (
  SELECT s.*, q.q,
    ecrit(arrondi(q.numerateur, q.denominateur, CAST(power(10, s.decimales) AS HUGEINT)), s.decimales) AS quartile
  FROM sommes s LEFT JOIN quartiles q USING (campagne, axe, tranche, indicateur)
)
SELECT campagne, axe, tranche, indicateur, n, attendus,
  CAST(ecrit(numerateur, 2) AS DECIMAL(38, 2)) AS numerateur,
  CAST(ecrit(denominateur, 2) AS DECIMAL(38, 2)) AS denominateur,
  CASE
    WHEN indicateur = 'etp_ssi_retenus' THEN ecrit(numerateur, 2)
    ELSE ecrit(arrondi(numerateur, denominateur, CAST(1000000 AS HUGEINT)), 6)
  END AS valeur,
  max(quartile) FILTER (q = 2) AS mediane,
  max(quartile) FILTER (q = 1) AS q1,
  max(quartile) FILTER (q = 3) AS q3
FROM ecrits
GROUP BY campagne, rang_axe, axe, tranche, rang_indicateur, indicateur, decimales, n, attendus, numerateur, denominateur
ORDER BY campagne, rang_axe, tranche, rang_indicateur`;

/** What makes the view `agregats` in a database that has the table `figures`. */
export const AGGREGATES_VIEW: readonly string[] = [...MACROS, VIEW];
