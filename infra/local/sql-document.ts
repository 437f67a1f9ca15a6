import { readFile } from 'node:fs/promises';
import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import { type Command, runCommand } from './command.ts';
import { withWrittenParts } from './sql/document.ts';

/** Where the page is committed. */
const PAGE = 'docs/sql.md';

const command: Command = {
  help: `Met à jour dans ${PAGE} les tables et les exemples, d'après le code.

  npm run sql-document`,
  options: {},
  run: async () => {
    await writeAtomically(PAGE, Buffer.from(withWrittenParts(await readFile(PAGE, 'utf8'))));
    console.log(`Tables et exemples écrits dans ${PAGE}`);
  },
};

await runCommand(command);
