import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import { LATEST_RULE_SET } from '../../shared/domain/rules/rule-sets.ts';
import { catalogue } from '../../shared/messages/catalogue.ts';
import { type Command, runCommand } from './command.ts';

/** Where the page is committed. */
const PAGE = 'docs/messages.md';

const command: Command = {
  help: `Écrit ${PAGE}, le catalogue des messages, d'après les codes, les phrases et les règles.

  npm run messages`,
  options: {},
  run: async () => {
    await writeAtomically(PAGE, Buffer.from(catalogue(LATEST_RULE_SET)));
    console.log(`Catalogue des messages écrit dans ${PAGE}`);
  },
};

await runCommand(command);
