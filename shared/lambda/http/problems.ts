import type { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal } from '../../application/refusal.ts';
import { problemAnswer } from './answer.ts';
import { HttpProblem, problemBody, refusalBody } from './problem.ts';

/** What went wrong as a problem document. A defect is told to the log, with its stack, and to nobody else. */
export function problems(
  logger: Logger,
): MiddlewareObj<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2> {
  return {
    onError: ({ event, error }) => {
      const route = event.routeKey;
      if (error instanceof Refusal || error instanceof HttpProblem) {
        logger.info('refused', { route, code: error.code });
        return problemAnswer(
          error instanceof Refusal ? refusalBody(error) : problemBody(error.code, error.fields),
        );
      }
      logger.error('defect', { route, error });
      return problemAnswer(problemBody('INTERNAL'));
    },
  };
}
