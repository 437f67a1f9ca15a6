import path from 'node:path';
import type { FunctionName } from '../../shared/contracts/functions.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where a function begins. */
export function entryOf(name: FunctionName): string {
  return path.join(ROOT, 'functions', name, 'index.ts');
}

/**
 * How functions are bundled, by the CDK and by the test that weighs them. The AWS SDK goes in, at the version that the
 * tests ran: the one that Lambda carries changes without notice, and loads slower (docs/adr/0012-bundles.md).
 */
export const BUNDLING = {
  target: 'node24',
  // The module form of a package comes first: it is the one that leaves out what is not imported.
  mainFields: ['module', 'main'],
  minify: true,
  sourceMap: true,
  sourcesContent: false,
  // One CommonJS file starts faster than one module: what it asks of Node, it asks when it needs it.
  format: 'cjs',
} as const;
