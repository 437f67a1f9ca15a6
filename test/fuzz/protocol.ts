/** What the parent asks of a child. */
export interface Order {
  readonly seed: number;
  readonly from: number;
  /** Where the bytes of the mutant at hand are kept, for whoever looks into a failure. */
  readonly mutant: string;
  /** Planted to see a guard catch it. */
  readonly fault?: { readonly at: number; readonly kind: 'throw' | 'hang' | 'memory' };
}

export type FromChild =
  | { readonly kind: 'begun'; readonly iteration: number }
  | {
      readonly kind: 'judged';
      readonly iteration: number;
      readonly outcome: string;
      /** Microseconds of processor since the child began. */
      readonly cpu: number;
    }
  | { readonly kind: 'failed'; readonly iteration: number; readonly error: string };
