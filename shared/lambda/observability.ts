import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { FunctionName } from '../contracts/functions.ts';
import { METRICS } from '../contracts/metrics.ts';

/** What functions say of themselves. */
export type Measured = (typeof METRICS)['verdictLatency'];
export type Measure = (what: Measured, milliseconds: number) => void;

/**
 * Structured lines that carry the function and the request. Nothing of a body, a token or a person's name is ever
 * given to it: facts, routes, codes.
 */
export function functionLogger(name: FunctionName): Logger {
  return new Logger({ serviceName: name });
}

/** Measures written to the function's log, in the form that CloudWatch reads metrics from. */
export function functionMeasure(name: FunctionName): Measure {
  const metrics = new Metrics({ namespace: METRICS.namespace, serviceName: name });
  return (what, milliseconds) => {
    metrics.singleMetric().addMetric(what, MetricUnit.Milliseconds, milliseconds);
  };
}
