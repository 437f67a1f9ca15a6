import type { QueryRefused } from '../../../shared/adapters/duckdb/lake-database.ts';
import { LAKE_TABLE_NAMES } from '../../../shared/domain/lake/lake-tables.ts';

const TABLES = [...LAKE_TABLE_NAMES, 'agregats'].join(', ');

/** By how DuckDB begins its message. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^Parser Error/, "ce n'est pas du SQL que DuckDB comprend. Vérifiez la syntaxe à l'endroit indiqué."],
  [
    /^(Catalog|Binder) Error/,
    `une table, une colonne ou une fonction n'existe pas, ou ne s'emploie pas ainsi. Les tables sont ${TABLES} ; la commande sans requête en donne les colonnes.`,
  ],
  [
    /^(Permission|IO) Error|is disabled|configuration has been locked/,
    'une requête ne lit que les tables : ni fichier, ni réseau, ni réglage de DuckDB.',
  ],
  [
    /^Conversion Error/,
    'une valeur ne se convertit pas dans le type demandé. Corrigez la conversion ou la comparaison.',
  ],
  [
    /^Out of Range Error/,
    'un résultat est trop grand pour son type. Convertissez en HUGEINT ou en DECIMAL(38, …) avant de calculer.',
  ],
];

/** What is wrong with a query and what to do, then DuckDB's own words, which say where. */
export function refusedQuery({ message }: QueryRefused): string {
  const [, sentence = 'la requête a échoué.'] = SENTENCES.find(([begins]) => begins.test(message)) ?? [];
  return `Erreur : ${sentence} DuckDB a répondu :\n${message}`;
}
