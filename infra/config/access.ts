import type { FunctionName, QueueName } from '../../shared/contracts/functions.ts';
import { DOCUMENTS, RAW } from '../../shared/contracts/object-keys.ts';

/** What a partition key of the table looks like, by what the partition holds (shared/adapters/dynamodb/keys.ts). */
export const PARTITIONS = {
  journal: 'J#*',
  returns: 'R#*',
  verdicts: 'V#*',
  editions: 'E#*',
  changes: 'C#*',
  inForce: 'G',
  published: 'N',
  rights: 'A',
  openings: 'O#*',
  shelves: 'S#*',
} as const;
export type Partition = keyof typeof PARTITIONS;

interface TableAccess {
  readonly reads?: readonly Partition[];
  /** One item at a time, on a condition. */
  readonly puts?: readonly Partition[];
  /** Many items at once. A batch may hold deletions and IAM cannot tell (docs/adr/0010-least-privilege.md). */
  readonly batches?: readonly Partition[];
}

/** By prefix of keys. */
export interface BucketAccess<P extends string> {
  readonly reads?: readonly P[];
  /** Versions by their id, and what a scan said of them. */
  readonly readsVersions?: readonly P[];
  readonly lists?: readonly P[];
  readonly puts?: readonly P[];
}

export interface Access {
  readonly table: TableAccess;
  readonly raw?: BucketAccess<(typeof RAW)[keyof typeof RAW]>;
  readonly documents?: BucketAccess<(typeof DOCUMENTS)[keyof typeof DOCUMENTS]>;
  readonly sends?: readonly QueueName[];
}

/**
 * What each function may do, and nothing else: the only place that says so. Nothing here can delete: there is no such
 * verb. Every function of the API reads rights, and all but three the generation in force with its reference set.
 */
export const ACCESS = {
  'open-deposit': {
    table: { reads: ['rights', 'inForce', 'returns'], batches: ['openings', 'shelves'] },
    // The form that it signs lets a browser put one object under `facts/` in its name.
    raw: { reads: [RAW.records], puts: [RAW.records, RAW.bytes] },
    documents: { reads: [DOCUMENTS.reference, DOCUMENTS.bodies] },
  },
  // A dry run: whatever the file, nothing is written anywhere.
  'check-deposit': {
    table: { reads: ['rights', 'inForce', 'journal', 'returns', 'editions'] },
    raw: { reads: [RAW.tombstones], lists: [RAW.tombstones] },
    documents: { reads: [DOCUMENTS.reference, DOCUMENTS.bodies, DOCUMENTS.editions] },
  },
  'annotate-deposit': {
    table: { reads: ['rights', 'inForce', 'openings', 'verdicts'] },
    raw: { reads: [RAW.records, RAW.bytes, RAW.tombstones], lists: [RAW.tombstones] },
    documents: {
      reads: [DOCUMENTS.reference, DOCUMENTS.verdicts, DOCUMENTS.annotated],
      puts: [DOCUMENTS.annotated],
    },
  },
  'make-template': {
    table: { reads: ['rights', 'inForce', 'returns'] },
    documents: {
      reads: [DOCUMENTS.reference, DOCUMENTS.bodies, DOCUMENTS.templates],
      puts: [DOCUMENTS.templates],
    },
  },
  'record-act': {
    table: { reads: ['rights', 'inForce'] },
    raw: { reads: [RAW.records], puts: [RAW.records, RAW.bytes] },
    documents: { reads: [DOCUMENTS.reference] },
  },
  'erase-deposit': {
    table: { reads: ['rights', 'inForce', 'published'] },
    raw: {
      reads: [RAW.records, RAW.tombstones],
      lists: [RAW.tombstones],
      puts: [RAW.tombstones],
    },
    sends: ['read-deposit'],
  },
  'show-establishment': {
    table: {
      reads: [
        'rights',
        'inForce',
        'published',
        'openings',
        'shelves',
        'verdicts',
        'journal',
        'returns',
        'editions',
      ],
    },
    raw: { reads: [RAW.bytes, RAW.tombstones], lists: [RAW.tombstones] },
    documents: {
      reads: [DOCUMENTS.reference, DOCUMENTS.verdicts, DOCUMENTS.bodies, DOCUMENTS.editions],
    },
  },
  'show-region': {
    table: { reads: ['rights', 'inForce', 'returns', 'editions'] },
    documents: { reads: [DOCUMENTS.reference, DOCUMENTS.bodies, DOCUMENTS.editions] },
  },
  'show-nation': {
    // Which campaigns there are: a trend goes over them.
    table: { reads: ['rights', 'inForce', 'published', 'editions'] },
    documents: { reads: [DOCUMENTS.editions] },
  },
  'administer-rights': {
    table: { reads: ['rights'], puts: ['rights'] },
  },
  'rebuild-campaign': {
    table: { reads: ['rights', 'inForce', 'published'] },
    raw: { lists: [RAW.bytes] },
    sends: ['read-deposit'],
  },
  'read-deposit': {
    table: {
      reads: ['inForce', 'published', 'journal', 'verdicts'],
      puts: ['verdicts'],
      batches: ['journal', 'openings', 'shelves'],
    },
    raw: {
      reads: [RAW.records, RAW.bytes, RAW.tombstones],
      readsVersions: [RAW.bytes],
      lists: [RAW.tombstones],
    },
    documents: {
      reads: [DOCUMENTS.reference, DOCUMENTS.bodies],
      puts: [DOCUMENTS.verdicts, DOCUMENTS.bodies],
    },
    sends: ['compute-figures'],
  },
  'compute-figures': {
    table: { reads: ['inForce', 'published', 'journal', 'returns'], puts: ['returns', 'changes'] },
    raw: { reads: [RAW.tombstones], lists: [RAW.tombstones] },
    documents: { reads: [DOCUMENTS.reference, DOCUMENTS.bodies], puts: [DOCUMENTS.bodies] },
    sends: ['compute-figures'],
  },
  'build-workbook': {
    table: { reads: ['inForce', 'published', 'returns', 'editions'], puts: ['editions'] },
    documents: {
      // The nation's snapshot, that the region is compared with.
      reads: [DOCUMENTS.reference, DOCUMENTS.bodies, DOCUMENTS.editions],
      puts: [DOCUMENTS.editions],
    },
  },
  'build-national': {
    table: { reads: ['inForce', 'published', 'returns', 'editions'], puts: ['editions'] },
    documents: {
      reads: [DOCUMENTS.reference, DOCUMENTS.bodies, DOCUMENTS.lake],
      puts: [DOCUMENTS.editions, DOCUMENTS.lake],
    },
  },
  sweep: {
    table: {
      reads: ['inForce', 'published', 'journal', 'verdicts', 'returns', 'changes', 'editions'],
      puts: ['inForce', 'changes'],
    },
    raw: { reads: [RAW.tombstones], lists: [RAW.bytes, RAW.tombstones] },
    documents: { reads: [DOCUMENTS.reference, DOCUMENTS.bodies, DOCUMENTS.lake] },
    sends: ['read-deposit', 'compute-figures', 'build-workbook', 'build-national'],
  },
} as const satisfies Record<FunctionName, Access>;
