import type { WorkbookWriter } from '../../application/ports.ts';
import type { Wording } from '../../domain/verdict/verdict.ts';
import { writeNational } from './national/write-national.ts';
import { writeRegional } from './regional/write-regional.ts';

/** @param wording gives the reasons of a refused deposit their sentences. */
export function createWorkbookWriter({ wording }: { readonly wording: Wording }): WorkbookWriter {
  return {
    regional: (report) => writeRegional(report, wording),
    national: (report) => writeNational(report),
  };
}
