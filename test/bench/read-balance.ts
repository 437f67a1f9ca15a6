import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BalanceTimes } from './balance-in-child.ts';
import { inScratch } from './in-scratch.ts';

/** The largest balance that we mean to read: a university hospital and its annexes export a tenth of it. */
const LINES = 100_000;

const HEADINGS = [
  'Exercice',
  'Budget',
  'Compte',
  'Libellé',
  'Solde débiteur',
  'Solde créditeur',
  'Part numérique',
];
const BUDGETS = ['H', 'A', 'B', 'E', 'J', 'N'] as const;

/** A balance of 100,000 expense accounts over six budgets, every cell quoted or none: each in a process of its own. */
export async function benchBalance(quoted: boolean): Promise<BalanceTimes> {
  return inScratch(async (folder) => {
    const path = join(folder, 'balance.csv');
    await writeFile(path, balance(quoted));
    const child = new URL('balance-in-child.ts', import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, [child, path]);
    return JSON.parse(stdout) as BalanceTimes;
  });
}

function balance(quoted: boolean): string {
  const lines = Array.from({ length: LINES }, (_, index) => [
    '2025',
    BUDGETS[index % BUDGETS.length] ?? 'H',
    String(600_000_000 + Math.floor(index / BUDGETS.length) * 5_400),
    `Compte de charges numéro ${index}`,
    `${(index * 37) % 100_000},${String(index % 100).padStart(2, '0')}`,
    '',
    '',
  ]);
  const cell = (text: string) => (quoted ? `"${text}"` : text);
  return [HEADINGS, ...lines].map((cells) => `${cells.map(cell).join(';')}\n`).join('');
}
