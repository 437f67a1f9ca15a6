import type { FunctionName } from '../../shared/contracts/functions.ts';

/** The most that the code of a function may weigh, in bytes, minified: some hundredths above what it weighs. */
export const BUDGETS: Readonly<Record<FunctionName, number>> = {
  'administer-rights': 530_000,
  'build-national': 1_920_000,
  'build-workbook': 1_920_000,
  'compute-figures': 720_000,
  'erase-deposit': 720_000,
  'open-deposit': 790_000,
  'read-deposit': 860_000,
  'rebuild-campaign': 720_000,
  'record-act': 710_000,
  'show-establishment': 730_000,
  'show-nation': 710_000,
  'show-region': 730_000,
  sweep: 720_000,
};

/** Heavy libraries, and the functions that cannot do without: in any other they only slow its start. */
export const HEAVY: Readonly<Record<string, readonly FunctionName[]>> = {
  exceljs: ['build-national', 'build-workbook'],
  jszip: ['build-national', 'build-workbook'],
  papaparse: ['build-national', 'read-deposit'],
  // exceljs brings its own.
  saxes: ['build-national', 'build-workbook', 'read-deposit'],
  yauzl: ['read-deposit'],
  dynalite: [],
};
