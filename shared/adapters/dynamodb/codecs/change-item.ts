import * as z from 'zod';

/** A mark of the changes of returns. */
export const ChangeItem = z.object({ mark: z.string().min(1) });
