import type { Fact, Facts, GenerationId, Message, Queue } from '../../../shared/application/ports.ts';
import { bytesKey } from '../../../shared/contracts/object-keys.ts';

/** A message that names no generation is what storage says: an object is there, to be read wherever its campaign stands. */
const NO_GENERATION = '' as GenerationId;

/** Facts that tell the queue of each object put, as the raw bucket does. */
export function announcedFacts(facts: Facts, queue: Queue): Facts {
  return {
    ...facts,
    put: async (fact, bytes) => {
      await facts.put(fact, bytes);
      const scope = { generation: NO_GENERATION, campaign: fact.campaign };
      await queue.send([{ kind: 'read-deposit', scope, fact: fact.id }]);
    },
  };
}

export function isStorageEvent({ scope }: Message): boolean {
  return scope.generation === NO_GENERATION;
}

/** The notification that S3 sends of a posted object. */
export function storageEvent(fact: Fact, now: Date) {
  const key = encodeURIComponent(bytesKey(fact)).replaceAll('%2F', '/');
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'eu-west-3',
        eventTime: now.toISOString(),
        eventName: 'ObjectCreated:Post',
        s3: {
          s3SchemaVersion: '1.0',
          bucket: { name: 'local', arn: 'arn:aws:s3:::local' },
          object: { key, size: fact.size },
        },
      },
    ],
  };
}
