import type { FunctionName } from '../../shared/contracts/functions.ts';

export const STAGE_NAMES = ['dev', 'staging', 'prod'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

/** What differs from one deployment to another; everything else is the same in all. */
export interface StageConfig {
  readonly name: StageName;
  /** Twelve digits. @default the account of the credentials that deploy (`CDK_DEFAULT_ACCOUNT`) */
  readonly account?: string;
  readonly region: string;
  /** What becomes of table, buckets and key when their stack is deleted: in `destroy`, they go with it. */
  readonly removal: 'retain' | 'destroy';
  /** Days during which no version of a raw fact can be deleted without the bypass permission; null: no lock. */
  readonly objectLockDays: number | null;
  /** Who is told of alarms and of the budget. */
  readonly alarmEmail: string;
  /** US dollars, which is what AWS Budgets counts in: told at 80 % spent, and when 100 % is forecast. */
  readonly monthlyBudget: number;
  /** The only origin whose pages may call the API and post files: scheme and host, no final slash. */
  readonly origin: string;
  readonly identity: {
    /** Of the tokens, as in their `iss`: an HTTPS address under which API Gateway finds the issuer's keys. */
    readonly issuer: string;
    /** Accepted as `aud` (or `client_id`) of a token. */
    readonly audience: readonly string[];
  };
  /** Whether GuardDuty scans each upload before it is read. */
  readonly malwareScan: boolean;
  /** Days; of functions and of the API's access log. One of the terms that CloudWatch Logs knows. */
  readonly logRetentionDays: 7 | 30 | 90 | 180 | 365 | 400;
  /** Calls that a function may serve at once, kept for it. @default what the account has left */
  readonly reservedConcurrency: Readonly<Partial<Record<FunctionName, number>>>;
  /** Requests per second, and above it for a moment, on the whole API; past it, 429. */
  readonly throttling: { readonly rate: number; readonly burst: number };
}
