import { existsSync, readFileSync } from 'node:fs';
import { sniff } from '../../../shared/adapters/tables/sniff.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { FileRefusal } from '../../../shared/domain/deposit/file-refusal.ts';

/** Reads each file named on the command line, then says the processor time each took and the most memory held. */
const files: { file: string; milliseconds: number; outcome: string }[] = [];
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const start = process.cpuUsage();
  const outcome = await outcomeOf(bytes);
  const { user, system } = process.cpuUsage(start);
  files.push({ file, milliseconds: (user + system) / 1000, outcome });
}
process.stdout.write(JSON.stringify({ files, maxRssMegabytes: maxRssKilobytes() / 1024 }));

/** `delimited`, `read`, or the code of the refusal; a defect ends the process. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    if (sniff(bytes) === 'delimited') return 'delimited';
    await readXlsx(bytes);
    return 'read';
  } catch (thrown) {
    if (thrown instanceof FileRefusal) return thrown.issue.code;
    throw thrown;
  }
}

/** On Linux maxRSS counts the parent too, from before the child became a program of its own: VmHWM does not. */
function maxRssKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}
