import { recordAct, type RecordActPorts as UseCasePorts } from '../../shared/application/record-act.ts';
import { type ApiFunction, type ApiPorts, apiHandler } from '../../shared/lambda/http/api-handler.ts';
import { actOf } from './event.ts';

export type RecordActPorts = ApiPorts & UseCasePorts;

export function createHandler(ports: RecordActPorts): ApiFunction {
  return apiHandler('record-act', ports, {
    'record-act': async (input, caller) => {
      const { id, sha256 } = await recordAct(ports, caller, actOf(input));
      return { acte: id, sha256 };
    },
  });
}
