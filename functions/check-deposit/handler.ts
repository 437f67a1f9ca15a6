import { type AnnotateCheckPorts, annotateCheck } from '../../shared/application/annotate-check.ts';
import {
  checkDeposit,
  type CheckDepositPorts as UseCasePorts,
} from '../../shared/application/check-deposit.ts';
import { type ApiFunction, apiHandler, type ListApiPorts } from '../../shared/lambda/http/api-handler.ts';
import { checkBody } from './check-body.ts';
import { fileOf } from './event.ts';

export type CheckDepositPorts = ListApiPorts & UseCasePorts & AnnotateCheckPorts;

export function createHandler(ports: CheckDepositPorts): ApiFunction {
  return apiHandler('check-deposit', ports, {
    'check-deposit': async (input, caller) => checkBody(await checkDeposit(ports, caller, fileOf(input))),
    'annotate-check': (input, caller) => annotateCheck(ports, caller, fileOf(input)),
  });
}
