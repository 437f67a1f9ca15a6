import * as z from 'zod';
import { ENVIRONMENT } from '../contracts/environment.ts';

const name = z.string().min(1);

const Environment = z.object({
  table: name,
  rawBucket: name,
  documentsBucket: name,
  readDepositQueue: name,
  computeFiguresQueue: name,
  buildWorkbookQueue: name,
  buildNationalQueue: name,
  malwareScan: z
    .enum(['oui', 'non'])
    .default('non')
    .transform((answer) => answer === 'oui'),
} satisfies Record<keyof typeof ENVIRONMENT, z.ZodType>);
type Environment = z.infer<typeof Environment>;

/**
 * What a function needs of its environment, read once, when it starts.
 * @throws Error that names every variable that is missing or not understood.
 */
export function readEnvironment<K extends keyof Environment>(
  needed: readonly K[],
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Pick<Environment, K> {
  const pairs = needed.map((key) => {
    const reading = Environment.shape[key].safeParse(variables[ENVIRONMENT[key]]);
    return { key, reading };
  });
  const wrong = pairs.filter(({ reading }) => !reading.success).map(({ key }) => ENVIRONMENT[key]);
  if (wrong.length > 0) throw new Error(`environment variables missing or wrong: ${wrong.join(', ')}`);
  // Each value was just read by the schema of its own key.
  return Object.fromEntries(pairs.map(({ key, reading }) => [key, reading.data])) as Pick<Environment, K>;
}
