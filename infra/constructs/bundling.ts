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
  // Some packages are CommonJS inside, and ask for Node's own modules by `require`, which a module does not have. The
  // name is long, for the minifier does not see it and gives short ones.
  banner:
    "import{createRequire as createRequireOfBanner}from'node:module';const require=createRequireOfBanner(import.meta.url);",
} as const;
