import { type GrantRightPorts, grantRight } from '../../shared/application/grant-right.ts';
import { listRights } from '../../shared/application/list-rights.ts';
import { type RevokeRightPorts, revokeRight } from '../../shared/application/revoke-right.ts';
import { type ApiFunction, apiHandler, type ListApiPorts } from '../../shared/lambda/http/api-handler.ts';
import { grantOf, revokedOf } from './event.ts';
import { rightBody, rightPage } from './right-body.ts';

export type AdministerRightsPorts = ListApiPorts & GrantRightPorts & RevokeRightPorts;

export function createHandler(ports: AdministerRightsPorts): ApiFunction {
  return apiHandler('administer-rights', ports, {
    'list-rights': async ({ query }, caller) => rightPage(await listRights(ports, caller), query),
    'grant-right': async (input, caller) => rightBody(await grantRight(ports, caller, grantOf(input))),
    'revoke-right': async (input, caller) => rightBody(await revokeRight(ports, caller, revokedOf(input))),
  });
}
