import type { CheckedDeposit } from '../../shared/application/check-deposit.ts';
import type { PreviewedReturn } from '../../shared/application/preview-return.ts';
import type { PreviewBody } from '../../shared/contracts/api/check.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { outcomeBody } from '../../shared/lambda/http/outcome-body.ts';
import { verdictBody } from '../../shared/lambda/http/verdict-body.ts';
import { differenceInWords } from '../../shared/messages/differences.ts';

export function checkBody({ verdict, preview }: CheckedDeposit): RouteAnswer<'check-deposit'> {
  const { returns, others } = preview;
  return { ...verdictBody(verdict), apercu: { declarants: returns.map(previewBody), autres: others } };
}

function previewBody(previewed: PreviewedReturn): PreviewBody['declarants'][number] {
  const { finess, name, differences } = previewed;
  return {
    finess,
    raison_sociale: name,
    ...outcomeBody(previewed),
    differences: differences.map(differenceInWords),
  };
}
