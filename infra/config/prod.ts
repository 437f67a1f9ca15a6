import type { StageConfig } from './stage-config.ts';

/**
 * The lock of five years is our rule, for want of a text: the campaigns that a controller may ask about. It can be
 * lengthened at any time, and shortened for what comes after (docs/deploy.md, « Terms of the lock »).
 */
export const PROD: StageConfig = {
  name: 'prod',
  region: 'eu-west-3',
  removal: 'retain',
  objectLockDays: 5 * 365 + 1,
  alarmEmail: 'collecte@example.org',
  monthlyBudget: 200,
  origin: 'https://collecte.example.org',
  identity: { issuer: 'https://identite.example.org', audience: ['collecte-numerique'] },
  malwareScan: true,
  logRetentionDays: 400,
  // The figures of a return are contended by nobody else: without a floor, a burst of reads could starve them.
  reservedConcurrency: { 'read-deposit': 20, 'compute-figures': 10, sweep: 2 },
  throttling: { rate: 100, burst: 200 },
};
