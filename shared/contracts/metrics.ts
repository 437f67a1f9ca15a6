/** Where functions write their measures, by which name: durations in milliseconds. */
export const METRICS = { namespace: 'Collecte', verdictLatency: 'VerdictLatency' } as const;
