import * as z from 'zod';

/** RFC 9457. `code` is stable, `title` a French sentence that says what to do. */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().exactOptional(),
    /** Of a request that is not as expected: which field, and why. */
    erreurs: z.array(z.object({ champ: z.string(), message: z.string() })).exactOptional(),
  })
  .meta({ id: 'Probleme' });
export type ProblemBody = z.infer<typeof ProblemBody>;

export const PROBLEM_CONTENT_TYPE = 'application/problem+json; charset=utf-8';
