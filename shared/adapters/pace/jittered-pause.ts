import { setTimeout as wait } from 'node:timers/promises';
import type { Pause } from '../../application/ports.ts';
import { fullJitter } from './put-off.ts';

/** Between two tries to write what another writer changed first. @param attempt from 0 */
export const jitteredPause: Pause = (attempt) => wait(fullJitter(attempt));
