import {
  annotateDeposit,
  type AnnotateDepositPorts as UseCasePorts,
} from '../../shared/application/annotate-deposit.ts';
import { type ApiFunction, type ApiPorts, apiHandler } from '../../shared/lambda/http/api-handler.ts';
import { linkBody } from '../../shared/lambda/http/link-body.ts';
import { depositOf } from './event.ts';

export type AnnotateDepositPorts = ApiPorts & UseCasePorts;

export function createHandler(ports: AnnotateDepositPorts): ApiFunction {
  return apiHandler('annotate-deposit', ports, {
    'annotate-deposit': async (input, caller) =>
      linkBody(await annotateDeposit(ports, caller, ...depositOf(input))),
  });
}
