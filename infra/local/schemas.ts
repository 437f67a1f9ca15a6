import { join } from 'node:path';
import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import { schemaFiles } from '../../shared/messages/schemas/data-package.ts';
import { type Command, runCommand } from './command.ts';
import { apiListSchemas } from './schemas/api-lists.ts';

/** Where the schemas are committed. */
const FOLDER = 'docs/schemas';

const command: Command = {
  help: `Écrit dans ${FOLDER} le schéma (Table Schema) de chaque CSV lu ou écrit, et des listes de l'API, d'après le code qui les lit et les écrit.

  npm run schemas`,
  options: {},
  run: async () => {
    const lists = [...apiListSchemas()].map(([name, schema]) => [`api/${name}.json`, schema] as const);
    const files = new Map<string, object>([...schemaFiles(), ...lists]);
    for (const [name, content] of files)
      await writeAtomically(join(FOLDER, name), Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
    console.log(`${files.size} fichiers écrits dans ${FOLDER}`);
  },
};

await runCommand(command);
