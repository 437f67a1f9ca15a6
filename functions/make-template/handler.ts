import {
  makeTemplate,
  type MakeTemplatePorts as UseCasePorts,
} from '../../shared/application/make-template.ts';
import { type ApiFunction, type ApiPorts, apiHandler } from '../../shared/lambda/http/api-handler.ts';
import { linkBody } from '../../shared/lambda/http/link-body.ts';
import { templateOf } from './event.ts';

export type MakeTemplatePorts = ApiPorts & UseCasePorts;

export function createHandler(ports: MakeTemplatePorts): ApiFunction {
  return apiHandler('make-template', ports, {
    'make-template': async (input, caller) =>
      linkBody(await makeTemplate(ports, caller, ...templateOf(input))),
  });
}
