import * as z from 'zod';
import type { FactToRead } from '../../shared/application/read-fact.ts';
import { readBytesKey } from '../../shared/contracts/object-keys.ts';
import { ReadDepositMessage } from '../../shared/contracts/queue-messages.ts';
import { type Task, taskIn } from '../../shared/lambda/queue/batch.ts';

/** A deposit to be read. */
export interface ToRead extends FactToRead {
  /** When its bytes were announced, ISO 8601; absent where it is asked for again. */
  readonly announcedAt?: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
const S3Notification = z.object({
  Records: z
    .array(
      z.object({
        eventSource: z.literal('aws:s3'),
        eventName: z.string().startsWith('ObjectCreated:'),
        eventTime: z.iso.datetime(),
        s3: z.object({ object: z.object({ key: z.string(), versionId: z.string().exactOptional() }) }),
      }),
    )
    .min(1),
});

/** What S3 sends once, when the notification is set up. */
const S3TestEvent = z.object({ Service: z.literal('Amazon S3'), Event: z.literal('s3:TestEvent') });

/**
 * What GuardDuty says once it has judged an object, through EventBridge. Its judgement is not taken from here: the
 * facts are asked for it, so that a message from elsewhere cannot vouch for a file.
 * https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
 */
const ScanResult = z.object({
  source: z.literal('aws.guardduty'),
  'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
  time: z.iso.datetime(),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string().exactOptional() }),
  }),
});

const ReadDepositEvent = z.union([
  S3Notification.transform(({ Records }) =>
    Records.map(({ eventTime, s3 }) => announced(decoded(s3.object.key), s3.object.versionId, eventTime)),
  ),
  S3TestEvent.transform((): readonly Task<ToRead>[] => []),
  ScanResult.transform(({ time, detail: { s3ObjectDetails: object } }) => [
    announced(object.objectKey, object.versionId, time),
  ]),
  ReadDepositMessage.transform(({ scope, fact }): readonly Task<ToRead>[] => [taskIn(scope, { id: fact })]),
]);

/** What a message of the queue asks to be read. @throws when it is none of the four, or names no deposit */
export function readTasks(message: unknown): readonly Task<ToRead>[] {
  return ReadDepositEvent.parse(message);
}

/** Of an S3 notification, whose keys are encoded as a form's. */
function decoded(key: string): string {
  return decodeURIComponent(key.replaceAll('+', ' '));
}

function announced(key: string, version: string | undefined, announcedAt: string): Task<ToRead> {
  const named = readBytesKey(key);
  if (!named) throw new Error(`no deposit is kept under the key ${key}`);
  const { campaign, fact } = named;
  return {
    campaign,
    generation: null,
    of: { id: fact, announcedAt, ...(version !== undefined && { version }) },
  };
}
