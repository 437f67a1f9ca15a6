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
  '^shared/lambda': [
    '^shared/lambda',
    '^shared/application',
    '^shared/contracts',
    '^shared/domain',
    '^shared/messages',
  ],
  '^functions/[^/]+/(?!index)': [
    '^functions',
    '^shared/lambda',
    '^shared/application',
    '^shared/contracts',
    '^shared/domain',
    '^shared/messages',
  ],
  '^functions/[^/]+/index': ['^functions', '^shared'],
  '^infra/(?!local|cost)': ['^infra/(?!local|cost)', '^shared/contracts'],
  '^infra/local': ['^infra/local', '^functions', '^shared'],
  '^infra/cost': ['^infra/cost', '^shared/contracts', '^shared/domain'],
  '^portal': ['^portal'],
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
    {
      name: 'functions-stand-alone',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'cdk-in-infra-alone',
      severity: 'error',
      from: { pathNot: '^infra/(?!local|cost)' },
      to: { path: '^node_modules/(aws-cdk-lib|constructs|cdk-nag)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(shared|functions|portal)/', pathNot: '^functions/[^/]+/index' },
      to: {},
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test' }, to: { path: '^test' } },
    // `aws-lambda` is a package of types alone.
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
