import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dynamoChanges } from '../../shared/adapters/dynamodb/changes.ts';
import { dynamoEditions } from '../../shared/adapters/dynamodb/editions.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoJournal } from '../../shared/adapters/dynamodb/journal.ts';
import { dynamoOpenings } from '../../shared/adapters/dynamodb/openings.ts';
import { dynamoReturns } from '../../shared/adapters/dynamodb/returns.ts';
import { dynamoRights } from '../../shared/adapters/dynamodb/rights.ts';
import { dynamoVerdicts } from '../../shared/adapters/dynamodb/verdicts.ts';
import { folderDocuments } from '../../shared/adapters/files/documents.ts';
import { folderFacts } from '../../shared/adapters/files/facts.ts';
import { folderLake } from '../../shared/adapters/files/lake.ts';
import { lockFolder } from '../../shared/adapters/files/lock.ts';
import { writeParquet } from '../../shared/adapters/parquet/write-parquet.ts';
import { documentReferences } from '../../shared/adapters/references/document-references.ts';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { writeCsv } from '../../shared/adapters/tables/write-csv.ts';
import { createWorkbookWriter } from '../../shared/adapters/workbooks/workbook-writer.ts';
import type { BuildNationalPorts } from '../../shared/application/build-national.ts';
import type { BuildWorkbookPorts } from '../../shared/application/build-workbook.ts';
import type { ComputeFiguresPorts } from '../../shared/application/compute-figures.ts';
import { snapshotLoader } from '../../shared/application/load-snapshot.ts';
import type { Pause, Rights } from '../../shared/application/ports.ts';
import type { PublishReferencePorts } from '../../shared/application/publish-reference.ts';
import type { ReadDepositsPorts } from '../../shared/application/read-deposits.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { openTable } from './open-table.ts';

/** Everything that the use cases ask for, but the queue. */
export type Ports = Omit<
  ReadDepositsPorts & ComputeFiguresPorts & BuildNationalPorts & BuildWorkbookPorts & PublishReferencePorts,
  'queue'
> & { readonly rights: Rights };

export interface Workplace {
  readonly ports: Ports;
  close(): Promise<void>;
}

const pause: Pause = (attempt) => wait(Math.random() * 20 * 2 ** attempt);

/**
 * Opens a work folder for this process alone: `raw` (deposits as received), `documents` (verdicts, editions),
 * `table` (journal, returns: a DynamoDB on loopback, in a thread of its own).
 *
 * @param raw where the deposits are kept, when not in the work folder.
 * @throws FolderLocked when another process works there. @throws StorageFailure when it cannot be written.
 */
export async function openWorkplace(folder: string, raw = join(folder, 'raw')): Promise<Workplace> {
  const lock = await lockFolder(folder);
  try {
    const { table, close } = await openTable(join(folder, 'table'));
    const documents = folderDocuments(join(folder, 'documents'));
    const lake = folderLake(join(folder, 'documents'));
    return {
      ports: {
        facts: folderFacts(raw),
        documents,
        lake,
        journal: dynamoJournal(table, documents),
        returns: dynamoReturns(table, documents),
        changes: dynamoChanges(table),
        verdicts: dynamoVerdicts(table),
        editions: dynamoEditions(table),
        generations: dynamoGenerations(table),
        openings: dynamoOpenings(table),
        references: documentReferences(documents),
        rights: dynamoRights(table),
        readFile: readDepositBytes,
        wording: frenchWording,
        workbooks: createWorkbookWriter({ wording: frenchWording }),
        writeCsv,
        writeParquet,
        loadSnapshot: snapshotLoader(documents),
        clock: () => new Date(),
        pause,
      },
      close: async () => {
        await close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
