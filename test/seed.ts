import fc from 'fast-check';

/** Properties draw the same cases from run to run, so that a change is judged on itself. `SEED=7 npm test` draws others. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_260_630) });
