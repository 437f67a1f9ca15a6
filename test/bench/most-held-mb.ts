import { readFileSync } from 'node:fs';

/** On Linux maxRSS counts the parent too, from before the child became a program of its own: VmHWM does not. */
export function mostHeldMb(): number {
  const status = readFileSync('/proc/self/status', { encoding: 'utf8' });
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
