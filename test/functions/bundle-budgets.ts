import type { FunctionName } from '../../shared/contracts/functions.ts';

/** The most that the code of a function may weigh, in bytes, minified: some hundredths above what it weighs. */
export const BUDGETS: Readonly<Record<FunctionName, number>> = {
  'administer-rights': 550_000,
  'annotate-deposit': 910_000,
  'build-national': 2_060_000,
  'build-workbook': 1_920_000,
  'check-deposit': 960_000,
  'compute-figures': 720_000,
  'erase-deposit': 720_000,
  'make-template': 1_880_000,
  'open-deposit': 790_000,
  'read-deposit': 910_000,
  'rebuild-campaign': 720_000,
  'record-act': 710_000,
  'show-establishment': 790_000,
  'show-nation': 730_000,
  'show-region': 770_000,
  sweep: 720_000,
};

/** Heavy libraries, and the functions that cannot do without: in any other they only slow its start. */
export const HEAVY: Readonly<Record<string, readonly FunctionName[]>> = {
  exceljs: ['build-national', 'build-workbook', 'make-template'],
  'hyparquet-writer': ['build-national'],
  jszip: ['build-national', 'build-workbook', 'make-template'],
  papaparse: [
    'administer-rights',
    'annotate-deposit',
    'build-national',
    'check-deposit',
    'read-deposit',
    'show-establishment',
    'show-nation',
    'show-region',
  ],
  // exceljs brings its own.
  saxes: [
    'annotate-deposit',
    'build-national',
    'build-workbook',
    'check-deposit',
    'make-template',
    'read-deposit',
  ],
  yauzl: ['annotate-deposit', 'check-deposit', 'read-deposit'],
  dynalite: [],
};
