import { existsSync } from 'node:fs';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoRights } from '../../shared/adapters/dynamodb/rights.ts';
import { tableOf } from '../../shared/adapters/dynamodb/table.ts';
import { documentReferences } from '../../shared/adapters/references/document-references.ts';
import { s3Client } from '../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { s3Facts } from '../../shared/adapters/s3/facts.ts';
import { sqsClient } from '../../shared/adapters/sqs/client.ts';
import { sqsQueue } from '../../shared/adapters/sqs/queue.ts';
import type { Queue, Rights } from '../../shared/application/ports.ts';
import type { PublishReferencePorts } from '../../shared/application/publish-reference.ts';
import { ENVIRONMENT } from '../../shared/contracts/environment.ts';
import { readEnvironment } from '../../shared/lambda/environment.ts';
import { CommandFailure, type Options, optional } from './command.ts';
import { DATA_FOLDER } from './options.ts';
import { openWorkplace, type Ports } from './workplace.ts';

/** Where an operator's command works: on a folder of this machine, or on AWS. */
export type Place = { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'aws' };

/** The folder that is given; else AWS where the environment names its table; else the server's usual folder. */
export function placeOf(
  options: Options,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Place {
  const folder = optional(options, 'data');
  if (folder === null && environment[ENVIRONMENT.table] !== undefined) return { kind: 'aws' };
  return { kind: 'folder', folder: folder ?? DATA_FOLDER };
}

/** Calls `use` with the rights of a place. @throws CommandFailure, FolderLocked, StorageFailure */
export async function withRights<T>(place: Place, use: (rights: Rights) => Promise<T>): Promise<T> {
  if (place.kind === 'folder') return withFolder(place.folder, ({ rights }) => use(rights));
  const { table } = environmentOf(['table']);
  return use(dynamoRights(tableOf(dynamoClient(), table)));
}

/** Calls `use` with what publishing asks for. @throws CommandFailure, FolderLocked, StorageFailure */
export async function withPublishing<T>(
  place: Place,
  use: (ports: PublishReferencePorts) => Promise<T>,
): Promise<T> {
  if (place.kind === 'folder') return withFolder(place.folder, (ports) => use({ ...ports, queue: UNHEARD }));
  const environment = environmentOf([
    'table',
    'rawBucket',
    'documentsBucket',
    'malwareScan',
    'readDepositQueue',
  ]);
  const s3 = s3Client();
  const documents = s3Documents({ client: s3, name: environment.documentsBucket });
  return use({
    documents,
    references: documentReferences(documents),
    generations: dynamoGenerations(tableOf(dynamoClient(), environment.table)),
    facts: s3Facts({ client: s3, name: environment.rawBucket }, environment),
    queue: sqsQueue(sqsClient(), { 'read-deposit': environment.readDepositQueue }),
  });
}

/** Nobody listens while the server is stopped: its first sweep finds what is to be done. */
const UNHEARD: Queue = { send: async () => undefined };

async function withFolder<T>(folder: string, use: (ports: Ports) => Promise<T>): Promise<T> {
  if (!existsSync(folder)) {
    throw new CommandFailure(
      `Erreur : le dossier « ${folder} » n'existe pas. Lancez d'abord « npm start », ou indiquez par --data celui du serveur.`,
    );
  }
  const { ports, close } = await openWorkplace(folder);
  try {
    return await use(ports);
  } finally {
    await close();
  }
}

function environmentOf<K extends Parameters<typeof readEnvironment>[0][number]>(needed: readonly K[]) {
  try {
    return readEnvironment(needed);
  } catch (cause) {
    const names = cause instanceof Error ? cause.message.replace(/^.*: /, '') : '';
    throw new CommandFailure(
      `Erreur : variables d'environnement absentes ou mal formées : ${names}. Donnez celles du déploiement, ou un dossier par --data.`,
      { cause },
    );
  }
}
