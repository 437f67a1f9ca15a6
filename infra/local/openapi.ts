import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import { type Command, runCommand } from './command.ts';
import { openApiDocument } from './openapi/document.ts';

/** Where the document is committed. */
const DOCUMENT = 'docs/openapi.json';

const command: Command = {
  help: `Écrit ${DOCUMENT}, la description OpenAPI 3.1 de l'API, d'après les schémas qui la servent.

  npm run openapi`,
  options: {},
  run: async () => {
    await writeAtomically(DOCUMENT, Buffer.from(`${JSON.stringify(openApiDocument(), null, 2)}\n`));
    console.log(`Description de l'API écrite dans ${DOCUMENT}`);
  },
};

await runCommand(command);
