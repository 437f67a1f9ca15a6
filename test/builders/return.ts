import { NO_VALUES, type Values } from '../../shared/domain/deposit/columns.ts';
import { NO_DETAILS } from '../../shared/domain/return/details.ts';
import type { Return } from '../../shared/domain/return/fold.ts';
import { day, sourceOf } from './entry.ts';

/** A closed return from which figures can be computed: 1,000,000.00 € of expenses, 20,000.00 € of them digital. */
const COMPLETE: Partial<Values> = {
  cloture: 'definitive',
  date_cloture: day('2026-05-20'),
  charges_titre1: 60_000_000n,
  charges_titre2: 20_000_000n,
  charges_titre3: 15_000_000n,
  charges_titre4: 5_000_000n,
  num_personnel: 1_000_000n,
  num_medical: 100_000n,
  num_general: 600_000n,
  num_amortissement: 300_000n,
  etp_ssi_internes: 250n,
  maturite_date: day('2026-03-10'),
};

/** The values of a return with the good ones of `COMPLETE` behind. */
export function valuesOf(values: Partial<Values> = {}): Values {
  return { ...NO_VALUES, ...COMPLETE, ...values };
}

/** The return of a body whose one deposit was taken. */
export function returnOf(values: Partial<Values> = {}, over: Partial<Return> = {}): Return {
  const source = sourceOf();
  return {
    values: valuesOf(values),
    origins: {},
    sections: {},
    answered: true,
    lastTaken: source,
    lastTry: source,
    tries: 1,
    refusedTries: 0,
    lastRefusal: [],
    judgements: [],
    details: NO_DETAILS,
    budgetCheck: null,
    acts: [],
    ...over,
  };
}

/** The return of a body whose every deposit was refused. */
export function refusedReturn(over: Partial<Return> = {}): Return {
  return returnOf(
    {},
    { values: NO_VALUES, answered: false, lastTaken: null, refusedTries: 1, lastRefusal: [], ...over },
  );
}
