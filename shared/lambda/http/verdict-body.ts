import type { VerdictBody } from '../../contracts/api/deposit.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';

export function verdictBody(verdict: Verdict): VerdictBody {
  return { ...verdict, sections: [...verdict.sections], issues: [...verdict.issues] };
}
