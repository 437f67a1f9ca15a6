/** Who may import whom: docs/adr/0006-layers.md. The test in test/architecture plants a forbidden import. */
const LAYERS = {
  '^shared/domain': ['^shared/domain'],
  '^shared/contracts': ['^shared/contracts', '^shared/domain'],
  '^shared/messages': ['^shared/messages', '^shared/domain'],
  '^shared/application': ['^shared/application', '^shared/domain'],
  '^shared/adapters': [
    '^shared/adapters',
    '^shared/application/ports',
    '^shared/application/errors',
    '^shared/domain',
    '^shared/contracts',
    '^shared/messages',
  ],
  '^infra/local': ['^infra/local', '^functions', '^shared'],
};
const OWN = '^(shared|functions|infra|portal|test)/';

export default {
  forbidden: [
    ...Object.entries(LAYERS).map(([from, allowed]) => ({
      name: `layer ${from.slice(1)}`,
      severity: 'error',
      from: { path: from },
      to: { path: OWN, pathNot: allowed },
    })),
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^shared/domain' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'] },
    },
    {
      name: 'application-has-no-library',
      severity: 'error',
      from: { path: '^shared/application' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional'] },
    },
    {
      name: 'application-reaches-no-machine',
      severity: 'error',
      from: { path: '^shared/application' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^shared' }, to: {} },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test' }, to: { path: '^test' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js'] },
  },
};
