import type { StageConfig } from './stage-config.ts';

/** To try things: may be destroyed, locks nothing. */
export const DEV: StageConfig = {
  name: 'dev',
  region: 'eu-west-3',
  removal: 'destroy',
  objectLockDays: null,
  alarmEmail: 'collecte-dev@example.org',
  monthlyBudget: 20,
  origin: 'https://collecte-dev.example.org',
  identity: { issuer: 'https://identite-dev.example.org', audience: ['collecte-numerique'] },
  malwareScan: false,
  logRetentionDays: 7,
  reservedConcurrency: {},
  throttling: { rate: 20, burst: 40 },
};
