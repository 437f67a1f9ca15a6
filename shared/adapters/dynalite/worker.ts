import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import * as z from 'zod';
import { createTablesActive } from './active-tables.ts';
import { closeIterators } from './close-iterators.ts';
import type { Answer } from './start-dynalite.ts';

const Data = z.object({ path: z.string().exactOptional() });

const parent = parentPort;
if (!parent) throw new Error('this file runs in a worker thread');
const tell = (answer: Answer) => parent.postMessage(answer);

closeIterators();
createTablesActive();
const server = dynalite({ ...Data.parse(workerData), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.on('error', (error) => tell({ kind: 'failed', reason: error.message }));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  tell({ kind: 'listening', port: address.port });
});
parent.once('message', () => server.close(() => tell({ kind: 'stopped' })));
