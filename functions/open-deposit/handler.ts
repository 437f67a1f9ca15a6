import { openDeposit, type OpenDepositPorts as UseCasePorts } from '../../shared/application/open-deposit.ts';
import { type ApiFunction, type ApiPorts, apiHandler } from '../../shared/lambda/http/api-handler.ts';
import { depositRequestOf } from './event.ts';

export type OpenDepositPorts = ApiPorts & UseCasePorts;

export function createHandler(ports: OpenDepositPorts): ApiFunction {
  return apiHandler('open-deposit', ports, {
    'open-deposit': async (input, caller) => {
      const { fact, form } = await openDeposit(ports, caller, depositRequestOf(input));
      return {
        depot: fact.id,
        envoi: { url: form.url, champs: { ...form.fields }, expire_le: form.expiresAt },
      };
    },
  });
}
