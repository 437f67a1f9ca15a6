import type { StageConfig } from './stage-config.ts';

/** Production in small: same shape, a lock of days, fictional deposits. */
export const STAGING: StageConfig = {
  name: 'staging',
  region: 'eu-west-3',
  removal: 'retain',
  objectLockDays: 7,
  alarmEmail: 'collecte-staging@example.org',
  monthlyBudget: 50,
  origin: 'https://collecte-staging.example.org',
  identity: { issuer: 'https://identite-staging.example.org', audience: ['collecte-numerique'] },
  malwareScan: true,
  logRetentionDays: 30,
  reservedConcurrency: {},
  throttling: { rate: 50, burst: 100 },
};
