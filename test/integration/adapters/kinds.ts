import { memoryPorts, type StoragePorts } from '../../doubles/memory-ports.ts';
import { openAwsStorage } from './aws-storage.ts';
import { openRealStorage } from './real-storage.ts';

export interface OpenedStorage {
  readonly ports: StoragePorts;
  close(): Promise<void>;
}

/** Every storage that keeps the promises of the ports, and is held to the same expectations. */
export const STORAGE_KINDS: readonly (readonly [string, () => Promise<OpenedStorage>])[] = [
  ['in memory', async () => ({ ports: memoryPorts(), close: async () => undefined })],
  ['in a table and folders', openRealStorage],
  ['in a table and buckets', openAwsStorage],
];
