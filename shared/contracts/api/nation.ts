import * as z from 'zod';
import { Instant, pageOf, Sha256Text } from './leaves.ts';

/** Which snapshot was read: its number, date and hash. */
const snapshot = { edition: z.int(), publie_le: Instant, sha256: Sha256Text };

/** A line of aggregates.csv or figures.csv: column → text, as there. */
const Line = z.record(z.string(), z.string());

export const AggregatePageBody = pageOf(Line, 'PageAgregats').extend(snapshot).meta({ id: 'Agregats' });
export const FigurePageBody = pageOf(Line, 'PageChiffres').extend(snapshot).meta({ id: 'ListeChiffres' });

export const NATIONAL_FILES = ['classeur', 'chiffres', 'agregats'] as const;
