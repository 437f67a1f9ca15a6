import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const HELP = `Mutation fuzzing of the intake: XLSX (bytes, zip, XML) and CSV, through reading, verdict and the file handed back.

  npm run fuzz -- [--seconds 600] [--seed N]

  --seconds N   processor time to spend (default 600)
  --seed N      to draw the same mutants again (default: of the day)`;

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) console.log(HELP);
else await run(Number(values.seconds ?? 600), Number(values.seed ?? Math.floor(Date.now() / 86_400_000)));

async function run(seconds: number, seed: number): Promise<void> {
  console.log(`seed ${seed}, ${seconds} s of processor`);
  let said = 0;
  const result = await fuzz({
    seed,
    seconds,
    onProgress: (judged, spent) => {
      if (spent - said < 10) return;
      said = spent;
      console.log(`${Math.round(spent)} s: ${judged} mutants`);
    },
  });
  if (!result.ok) {
    console.error(
      `seed ${seed}, iteration ${result.iteration}: ${result.why}\nbytes kept in ${result.mutant}`,
    );
    process.exitCode = 1;
    return;
  }
  console.log(
    `${result.judged} mutants, none of them a crash, a hang, too much memory or a refusal without code:`,
  );
  for (const [outcome, count] of [...result.outcomes].sort((a, b) => b[1] - a[1]))
    console.log(`${count}\t${outcome}`);
}
