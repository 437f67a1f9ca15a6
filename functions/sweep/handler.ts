import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { type SweepAllPorts, sweepAll } from '../../shared/application/sweep-all.ts';
import { functionLogger } from '../../shared/lambda/observability.ts';
import { SweepEvent } from './event.ts';

export interface SweepPorts extends SweepAllPorts {
  readonly logger?: Logger;
}

/** What the schedule calls. */
export type SweepFunction = (event: SweepEvent, context: Context) => Promise<void>;

export function createHandler({ logger = functionLogger('sweep'), ...ports }: SweepPorts): SweepFunction {
  return middy<SweepEvent, void>()
    .use(injectLambdaContext(logger, { logEvent: false }))
    .handler(async (event: SweepEvent) => {
      const { gap } = SweepEvent.parse(event);
      const quiet = await sweepAll(ports, gap);
      logger.info('swept', { gap, quiet });
    });
}
