import {
  eraseDeposit,
  type EraseDepositPorts as UseCasePorts,
} from '../../shared/application/erase-deposit.ts';
import { type ApiFunction, type ApiPorts, apiHandler } from '../../shared/lambda/http/api-handler.ts';
import { erasureOf } from './event.ts';

export type EraseDepositPorts = ApiPorts & UseCasePorts;

export function createHandler(ports: EraseDepositPorts): ApiFunction {
  return apiHandler('erase-deposit', ports, {
    'erase-deposit': async (input, caller) => {
      const { fact, reason, erasedAt } = await eraseDeposit(ports, caller, erasureOf(input));
      return { depot: fact, motif: reason, le: erasedAt };
    },
  });
}
