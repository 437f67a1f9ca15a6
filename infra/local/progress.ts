import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** Begins a step of that many units. */
  start(step: string, total: number): void;
  /** That many units are done, never more than the total. */
  reach(done: number): void;
  stop(): void;
}

/** A progress bar where the output is a terminal; silence elsewhere. */
export function terminalProgress(): Progress {
  if (!process.stderr.isTTY) return { start: () => {}, reach: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      format: '{step} {bar} {value}/{total}',
      hideCursor: true,
      clearOnComplete: false,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  let total = 0;
  return {
    start: (step, units) => {
      bar.stop();
      total = units;
      bar.start(units, 0, { step: step.padEnd(28) });
    },
    reach: (done) => bar.update(Math.min(done, total)),
    stop: () => bar.stop(),
  };
}
