import type { Caller } from '../../shared/application/authorize.ts';
import { bootstrapRight } from '../../shared/application/bootstrap-right.ts';
import { grantRight } from '../../shared/application/grant-right.ts';
import type { Rights } from '../../shared/application/ports.ts';
import { Refusal } from '../../shared/application/refusal.ts';
import { NATION, readPerimeter, writePerimeter } from '../../shared/domain/access/perimeter.ts';
import type { Right } from '../../shared/domain/access/right.ts';
import { ROLES, type Role } from '../../shared/domain/access/role.ts';
import { PROBLEMS } from '../../shared/lambda/http/problem.ts';
import {
  type Command,
  CommandFailure,
  type Options,
  optional,
  required,
  runCommand,
  UsageError,
} from './command.ts';
import { placeOf, withRights } from './operator-state.ts';
import { DATA_FOLDER } from './options.ts';

const HELP = `Accorde un droit à un sujet, tel que son émetteur OIDC le nomme.

  npm run grant -- --bootstrap --issuer URL --subject IDENTIFIANT
      nomme le premier administrateur ; refusé s'il y en a un
  npm run grant -- --issuer URL --subject IDENTIFIANT --role RÔLE --perimeter PÉRIMÈTRE
      accorde un droit, ou remplace celui que le sujet avait

Options
  --issuer URL           émetteur (« iss » de ses jetons)
  --subject IDENTIFIANT  sujet (« sub » de ses jetons)
  --role RÔLE            ${ROLES.join(', ')}
  --perimeter PÉRIMÈTRE  numéros FINESS séparés par des espaces, code de région, ou « * »
  --label TEXTE          nom affiché aux administrateurs
  --data DOSSIER         état du serveur local, arrêté (${DATA_FOLDER} par défaut)
  --help                 cette aide

Sans --data, et si les variables d'environnement du déploiement sont données, le droit est accordé sur AWS.`;

/** In whose name an operator grants: no right of the table, but that of who holds the machine. */
const OPERATOR: Caller = {
  issuer: 'local',
  subject: 'npm run grant',
  role: 'administrateur',
  perimeter: NATION,
  label: 'Ligne de commande',
};

const clock = () => new Date();

const command: Command = {
  help: HELP,
  options: {
    ...Object.fromEntries(
      ['issuer', 'subject', 'role', 'perimeter', 'label', 'data'].map((name) => [
        name,
        { type: 'string' as const },
      ]),
    ),
    bootstrap: { type: 'boolean' },
  },
  run: async (options) => {
    const grant = options['bootstrap'] === true ? readBootstrap(options) : readGrant(options);
    const right = await withRights(placeOf(options), grant);
    console.log(`Droit accordé : ${right.role}, périmètre ${writePerimeter(right.perimeter)}`);
    console.log(`  à ${right.subject} (${right.issuer})`);
  },
};

type Grant = (rights: Rights) => Promise<Right>;

function readBootstrap(options: Options): Grant {
  if (optional(options, 'role') !== null || optional(options, 'perimeter') !== null) {
    throw new UsageError(
      'Erreur : --bootstrap nomme un administrateur. Retirez --role et --perimeter, ou --bootstrap.',
    );
  }
  const subject = subjectOf(options);
  return async (rights) => {
    const right = await bootstrapRight({ rights, clock }, subject, optional(options, 'label') ?? '');
    if (right) return right;
    throw new CommandFailure(
      'Erreur : il y a déjà un administrateur. Demandez-lui ce droit, ou accordez-le sans --bootstrap, avec --role et --perimeter.',
    );
  };
}

function readGrant(options: Options): Grant {
  const subject = subjectOf(options);
  const role = roleOption(options);
  const text = required(options, 'perimeter');
  const perimeter = readPerimeter(text);
  if (!perimeter) {
    throw new UsageError(
      `Erreur : --perimeter attend des numéros FINESS, un code de région ou « * », et non « ${text} ».`,
    );
  }
  const granted = { ...subject, role, perimeter, label: optional(options, 'label') ?? '' };
  return async (rights) => {
    try {
      return await grantRight({ rights, clock }, OPERATOR, granted);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new CommandFailure(`Erreur : droit refusé. ${PROBLEMS[error.code].title}`, { cause: error });
    }
  };
}

function subjectOf(options: Options) {
  return { issuer: required(options, 'issuer'), subject: required(options, 'subject') };
}

function roleOption(options: Options): Role {
  const text = required(options, 'role');
  const role = ROLES.find((one) => one === text);
  if (role) return role;
  throw new UsageError(`Erreur : --role attend ${ROLES.join(', ')}, et non « ${text} ».`);
}

await runCommand(command);
