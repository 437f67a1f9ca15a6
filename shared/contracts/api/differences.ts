import * as z from 'zod';
import { DayText } from './leaves.ts';

const Deposit = z.object({ depot: z.string(), fichier: z.string(), jour: DayText });

export const DifferencesBody = z
  .object({
    /** The deposit compared with what stood before it; null where there is none. */
    depot: Deposit.nullable(),
    /** It was refused: nothing changed. */
    refuse: z.boolean(),
    /** The last deposit taken before it; null where it is the first. */
    depuis: Deposit.nullable(),
    /** In the order of the sections. */
    differences: z.array(
      z.object({
        rubrique: z.string(),
        phrase: z.string(),
        /** As exact decimal text, or the word; null is blank. */
        avant: z.string().nullable(),
        apres: z.string().nullable(),
      }),
    ),
    /** The figures in force against those of the campaign before, a sentence each; null where there are none. */
    annee_precedente: z.object({ campagne: z.int(), phrases: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'Differences' });
