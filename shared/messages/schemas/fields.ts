import { FINESS_SHAPE } from '../../domain/finess/finess.ts';
import type { Constraints, Field } from './table-schema.ts';

/** What a field says beside what its kind says. */
interface More {
  readonly description?: string;
  readonly constraints?: Constraints;
}

export function text(title: string, more: More = {}): Field {
  return { title, type: 'string', ...more };
}

/** One of a few words. */
export function choice(title: string, words: readonly string[], more: More = {}): Field {
  return { title, type: 'string', ...more, constraints: { ...more.constraints, enum: words } };
}

export function finess(title: string, more: More = {}): Field {
  return {
    title,
    type: 'string',
    ...more,
    constraints: { ...more.constraints, pattern: FINESS_SHAPE.source },
  };
}

export function year(title: string, more: More = {}): Field {
  return { title, type: 'year', ...more };
}

export function date(title: string, more: More = {}): Field {
  return { title, type: 'date', ...more };
}

export function whole(title: string, more: More = {}): Field {
  return { title, type: 'integer', ...more, constraints: { minimum: 0, ...more.constraints } };
}

/** As results are written: a point, and as many decimals as that. Never negative. */
export function fixed(title: string, decimals: number, more: More = {}): Field {
  const constraints = { minimum: 0, ...more.constraints };
  return { title, type: 'number', ...more, decimalChar: '.', decimals, constraints };
}

/** As files are received: a point, and that many decimals at most. Never negative. */
export function upTo(title: string, maxDecimals: number, more: More = {}): Field {
  return { ...signedUpTo(title, maxDecimals, more), constraints: { minimum: 0, ...more.constraints } };
}

/** The same, of either sign. */
export function signedUpTo(title: string, maxDecimals: number, more: More = {}): Field {
  return { title, type: 'number', ...more, decimalChar: '.', maxDecimals };
}

/** What a cell cannot be without. */
export const REQUIRED = { constraints: { required: true } } as const satisfies More;
