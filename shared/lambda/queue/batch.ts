import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type LoadGeneration, scopesOf } from '../../application/load-generation.ts';
import type { GenerationId, Generations, Scope } from '../../application/ports.ts';
import type { QueueMessage } from '../../contracts/queue-messages.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';

/** What the Lambda runtime, or the local server, calls with a batch of messages; it says which are to come again. */
export type QueueFunction = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** What a message asks for. */
export interface Task<T> {
  readonly campaign: CampaignYear;
  /** Null for every generation in which the campaign stands: the one in force, and the one being built. */
  readonly generation: GenerationId | null;
  readonly of: T;
}

/** What a message asks for, from its JSON; several things, or none. @throws when it is not understood */
export type ReadTasks<T> = (message: unknown) => readonly Task<T>[];

export interface QueuePorts {
  readonly generations: Generations;
  readonly loadGeneration: LoadGeneration;
}

/** A task that one of our own messages asks for, in its own generation. */
export function taskIn<T>({ generation, campaign }: QueueMessage['scope'], of: T): Task<T> {
  return { campaign, generation: generation as GenerationId, of };
}

/** Where a task is to be done; nowhere when its generation was superseded since. */
export async function scopesOfTask(
  generations: Generations,
  { campaign, generation }: Omit<Task<unknown>, 'of'>,
): Promise<readonly Scope[]> {
  const standing = await scopesOf(generations, campaign);
  return generation === null ? standing : standing.filter((scope) => scope.generation === generation);
}
