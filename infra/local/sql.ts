import { text } from 'node:stream/consumers';
import {
  type LakeDatabase,
  LakeUnreadable,
  openLakeDatabase,
  QueryRefused,
} from '../../shared/adapters/duckdb/lake-database.ts';
import { type Command, CommandFailure, type Options, runCommand, UsageError } from './command.ts';
import { DEMONSTRATION } from './demonstration.ts';
import { converse } from './sql/converse.ts';
import { findLakeFiles } from './sql/find-lake-files.ts';
import { refusedQuery } from './sql/refused-query.ts';
import { catalogueText } from './sql/show-catalogue.ts';
import { resultCsv, resultText } from './sql/show-result.ts';

const DEFAULT_DATA = `${DEMONSTRATION.out}/parquet`;

const HELP = `Interroge en SQL (DuckDB) les tables d'une ou de plusieurs campagnes. Rien n'est modifié.

  npm run sql -- "SELECT region, count(*) FROM figures GROUP BY region"
      exécute la requête et affiche son résultat

  npm run sql
      montre les tables et leurs colonnes, puis attend des requêtes, chacune terminée par « ; »

  npm run --silent sql -- --csv "SELECT * FROM agregats" > agregats.csv
      écrit le résultat en CSV (séparateur « ; »)

Options
  --data DOSSIER   résultats d'une campagne (--out de « npm run campaign ») ou leur dossier parquet ; à répéter
                   pour plusieurs campagnes ; par défaut ${DEFAULT_DATA}
  --csv            écrit en CSV plutôt qu'en colonnes alignées
  --help           cette aide

Sans requête et hors d'un terminal, la requête est lue sur l'entrée standard. La documentation est docs/sql.md.
Code de retour : 0 ; 1 si la requête est refusée ou si les tables manquent ; 2 si la ligne de commande n'est
pas comprise.`;

const command: Command = {
  help: HELP,
  options: { data: { type: 'string', multiple: true }, csv: { type: 'boolean' } },
  allowPositionals: true,
  run: async (options, positionals) => {
    const [query, ...others] = positionals;
    if (others.length > 0)
      throw new UsageError(
        'Erreur : une seule requête est attendue. Mettez-la entière entre guillemets ; --help donne un exemple.',
      );
    const database = await open(foldersOf(options));
    const show = options['csv'] === true ? resultCsv : resultText;
    const answer = async (sql: string) => process.stdout.write(show(await database.query(sql)));
    try {
      if (query !== undefined) await answer(query);
      else if (process.stdin.isTTY) await converse(database, process.stdin, process.stdout);
      else await answerInput(answer);
    } catch (error) {
      if (error instanceof QueryRefused) throw new CommandFailure(refusedQuery(error), { cause: error });
      throw error;
    } finally {
      database.close();
    }
  },
};

async function open(folders: readonly string[]): Promise<LakeDatabase> {
  const files = await findLakeFiles(folders);
  try {
    return await openLakeDatabase(files);
  } catch (cause) {
    if (!(cause instanceof LakeUnreadable)) throw cause;
    throw new CommandFailure(
      `Erreur : les tables de « ${folders.join(' », « ')} » ne se lisent pas : un fichier est endommagé, ou vient d'une autre version. Relancez « npm run campaign » pour les écrire à nouveau. DuckDB a répondu :\n${cause.message}`,
      { cause },
    );
  }
}

function foldersOf(options: Options): readonly string[] {
  const given = options['data'];
  return Array.isArray(given) ? given : [DEFAULT_DATA];
}

async function answerInput(answer: (sql: string) => Promise<unknown>): Promise<void> {
  const sql = await text(process.stdin);
  if (sql.trim() === '') process.stdout.write(catalogueText());
  else await answer(sql);
}

await runCommand(command);
