import { QUEUES, SWEEPS } from '../../shared/contracts/functions.ts';
import { CAMPAIGN, CLOUD, READING, STANDING } from './assumptions.ts';
import { ceil, usageOf } from './invocation.ts';
import type { CaseName, KeptName, Measured } from './measured.ts';
import { together, type Usage } from './usage.ts';

const SECONDS_A_YEAR = 365n * 24n * 3_600n;
const HOURS_A_YEAR = 365n * 24n;

/** What a year of one campaign does, by what it is for. */
export const ACTIVITIES = {
  deposits: 'Deposits and acts: opened, received, read, judged',
  exchange: 'Files checked before they are deposited, annotated files, templates',
  figures: 'Figures: returns folded and computed',
  editions: 'Workbooks: regional and national editions',
  sweepEditions: 'Sweep for workbooks, each minute',
  sweepReturns: 'Sweep for verdicts and returns, each quarter of an hour',
  establishments: 'Reading, by establishments',
  regions: 'Reading, by ARS',
  nation: 'Reading, by the DNS',
  scan: 'Malware scan of what is uploaded',
  storage: 'Storage and backup, twelve months',
  standing: 'What is there anyway: alarms, dashboard, keys, idle queues',
} as const;
export type Activity = keyof typeof ACTIVITIES;

/** How much a campaign of `scale` times as many declarants uses in a year, by activity. */
export function usagesOf(measured: Measured, scale: bigint): Readonly<Record<Activity, Usage>> {
  const declarants = CAMPAIGN.declarants.value * scale;
  const deposits = declarants * CAMPAIGN.depositsEach.value;
  const acts = declarants * CAMPAIGN.actsEach.value;
  const editions = CAMPAIGN.territories.value * CAMPAIGN.editions.value;
  const calls = (name: CaseName, count: bigint) => usageOf(name, count, scale, measured);
  const queued = (name: CaseName, count: bigint) => {
    const repeated = ceil(count * (100n + CLOUD.repeats.value), 100n);
    // Received and deleted, beside what the sender paid.
    return together([calls(name, repeated), { queueRequests: 2n * repeated }]);
  };
  const people = (days: bigint, readers: bigint, each: bigint) => days * readers * each;
  const regional = (each: bigint) =>
    people(READING.regionalDays.value, READING.regionalReaders.value * CAMPAIGN.territories.value, each);
  const national = people(
    READING.nationalDays.value,
    READING.nationalReaders.value,
    READING.nationalViews.value,
  );

  return {
    deposits: together([
      calls('open-deposit', deposits),
      calls('record-act', acts),
      // The upload itself, and the notification that S3 sends to the queue.
      { objectWrites: deposits, queueRequests: deposits + acts },
      queued('read-deposit', deposits + acts),
    ]),
    exchange: together([
      calls('check-deposit', deposits * READING.checks.value),
      calls('annotate-deposit', deposits * READING.annotatedFiles.value),
      downloaded(measured, 'annotated', deposits * READING.annotatedFiles.value, 1n),
      calls('make-template', declarants * READING.templates.value),
      downloaded(measured, 'template', declarants * READING.templates.value, 1n),
    ]),
    figures: queued('compute-figures', (deposits + acts) * CAMPAIGN.computationsEach.value),
    editions: together([queued('build-workbook', editions), queued('build-national', editions)]),
    sweepEditions: together([
      scheduled('sweep-glance', SWEEPS.editions, calls),
      // A glance that finds a change goes on to read every return.
      calls('sweep-editions', looksOf(deposits + acts)),
    ]),
    sweepReturns: scheduled('sweep-returns', SWEEPS.returns, calls),
    establishments: together([
      calls('show-deposit', deposits * READING.verdictPolls.value),
      calls('list-deposits', deposits * READING.depositPages.value),
      calls('show-return', deposits * READING.returnViews.value),
      calls('show-receipt', declarants * READING.receipts.value),
    ]),
    regions: together([
      calls('show-region', regional(READING.dashboardViews.value)),
      calls('list-declarants', regional(READING.declarantPages.value) * scale),
      calls('download-edition', regional(READING.editionDownloads.value)),
      downloaded(measured, 'workbook', regional(READING.editionDownloads.value), scale),
    ]),
    nation: together([
      calls('national-read', national),
      downloaded(measured, 'national', READING.nationalDays.value * READING.nationalReaders.value, scale),
    ]),
    scan: {
      scannedObjects: deposits,
      scannedBytes: bytesOf(measured, 'fact', deposits),
      objectReads: deposits,
    },
    storage: together([
      storage(measured, { declarants, deposits: deposits + acts, editions, scale }),
      {
        objectByteMonths:
          CAMPAIGN.months.value *
          (bytesOf(measured, 'annotated', deposits * READING.annotatedFiles.value) +
            bytesOf(measured, 'template', declarants * READING.templates.value)),
      },
    ]),
    standing: standing(),
  };
}

/** How many minutes of the year the sweep for workbooks reads every return. */
function looksOf(changes: bigint): bigint {
  const looks = changes * CAMPAIGN.looksPerChange.value;
  return looks < CAMPAIGN.openMinutes.value ? looks : CAMPAIGN.openMinutes.value;
}

function scheduled(
  name: CaseName,
  everySeconds: number,
  calls: (name: CaseName, count: bigint) => Usage,
): Usage {
  const count = SECONDS_A_YEAR / BigInt(everySeconds);
  return together([calls(name, count), { scheduledCalls: count }]);
}

/** Links are followed to S3 itself. */
function downloaded(measured: Measured, what: KeptName, count: bigint, scale: bigint): Usage {
  return { objectReads: count, sentBytes: bytesOf(measured, what, count) * scale };
}

function bytesOf(measured: Measured, what: KeptName, count: bigint): bigint {
  const weighed = measured.kept[what];
  return ceil(weighed.bytes * count, weighed.count);
}

/** Each thing is counted as if it had been there from the first day to the last. */
function storage(
  measured: Measured,
  {
    declarants,
    deposits,
    editions,
    scale,
  }: Readonly<Record<'declarants' | 'deposits' | 'editions' | 'scale', bigint>>,
): Usage {
  const months = CAMPAIGN.months.value;
  const bytes = (what: KeptName, count: bigint) => bytesOf(measured, what, count);
  // An entry, a verdict, and an opening on three shelves.
  const items = deposits * 6n + declarants;
  const table =
    bytes('entry', deposits) +
    bytes('return', declarants) +
    bytes('verdict-item', deposits) +
    bytes('opening', deposits) +
    items * CLOUD.itemBytes.value;
  const objects =
    bytes('fact', deposits) +
    bytes('verdict', deposits) +
    (bytes('workbook', editions) + bytes('national', editions)) * scale +
    bytes('reference', 1n) * scale;
  return {
    tableByteMonths: table * months,
    backupByteMonths: table * months,
    objectByteMonths: objects * months,
  };
}

function standing(): Usage {
  const months = CAMPAIGN.months.value;
  const polls = (SECONDS_A_YEAR / 20n) * CLOUD.queuePollers.value * BigInt(Object.keys(QUEUES).length);
  return {
    queueRequests: polls,
    alarmMonths: STANDING.alarms.value * months,
    metricMonths: STANDING.metrics.value * months,
    dashboardMonths: STANDING.dashboards.value * months,
    keyMonths: STANDING.keys.value * months,
    keyRequests: CLOUD.keyCallsPerHour.value * HOURS_A_YEAR,
  };
}
