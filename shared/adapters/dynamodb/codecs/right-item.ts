import * as z from 'zod';
import { type Perimeter, readPerimeter, writePerimeter } from '../../../domain/access/perimeter.ts';
import { ROLES } from '../../../domain/access/role.ts';
import { Instant, SubjectBody } from '../../records/fact-record.ts';

/** As people write it: FINESS numbers, a region, or `*`. */
const PerimeterText = z.codec(
  z.string(),
  z.custom<Perimeter>((value) => typeof value === 'object' && value !== null),
  {
    decode: (text, context) => {
      const perimeter = readPerimeter(text);
      if (perimeter) return perimeter;
      context.issues.push({ code: 'custom', input: text, message: 'not a perimeter' });
      return z.NEVER;
    },
    encode: writePerimeter,
  },
);

/** A right as stored, with its version. */
export const RightItem = z.object({
  version: z.int().positive(),
  issuer: z.string(),
  subject: z.string(),
  role: z.enum(ROLES),
  perimeter: PerimeterText,
  label: z.string(),
  grantedAt: Instant,
  grantedBy: SubjectBody,
  revoked: z.object({ at: Instant, by: SubjectBody }).readonly().nullable(),
});

/** What of it a writer gives. */
export const RightBody = RightItem.omit({ version: true });
