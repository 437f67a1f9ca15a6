import { explainFigureOf } from '../../shared/application/explain-figure.ts';
import { type LinkDepositPorts, linkDeposit } from '../../shared/application/link-deposit.ts';
import { listCampaigns } from '../../shared/application/list-campaigns.ts';
import { type ListDepositsPorts, listDeposits } from '../../shared/application/list-deposits.ts';
import { showDeposit } from '../../shared/application/show-deposit.ts';
import { type ShowDifferencesPorts, showDifferences } from '../../shared/application/show-differences.ts';
import { showProfile } from '../../shared/application/show-profile.ts';
import { showReceipt } from '../../shared/application/show-receipt.ts';
import { type ShowReturnPorts, showReturn } from '../../shared/application/show-return.ts';
import { type ApiFunction, apiHandler, type ListApiPorts } from '../../shared/lambda/http/api-handler.ts';
import { linkBody } from '../../shared/lambda/http/link-body.ts';
import { depositBody, receiptBody, summaryBody } from './deposit-body.ts';
import { differencesBody } from './differences-body.ts';
import { depositListOf, differencesOf } from './event.ts';
import { explanationBody } from './explanation-body.ts';
import { campaignsBody, profileBody } from './profile-body.ts';
import { returnBody } from './return-body.ts';

export type ShowEstablishmentPorts = ListApiPorts &
  ListDepositsPorts &
  LinkDepositPorts &
  ShowReturnPorts &
  ShowDifferencesPorts;

export function createHandler(ports: ShowEstablishmentPorts): ApiFunction {
  return apiHandler('show-establishment', ports, {
    'show-profile': async (_, caller) => profileBody(showProfile(caller)),
    'list-campaigns': async (_, caller) => campaignsBody(await listCampaigns(ports, caller)),
    'list-deposits': async (input, caller) => {
      const { elements, next } = await listDeposits(ports, caller, depositListOf(input));
      return { elements: elements.map(summaryBody), suivant: next };
    },
    'show-deposit': async ({ params }, caller) =>
      depositBody(await showDeposit(ports, caller, params.campagne, params.depot)),
    'show-receipt': async ({ params }, caller) =>
      receiptBody(await showReceipt(ports, caller, params.campagne, params.depot)),
    'download-deposit': async ({ params }, caller) =>
      linkBody(await linkDeposit(ports, caller, params.campagne, params.depot)),
    'show-return': async ({ params }, caller) =>
      returnBody(params.campagne, await showReturn(ports, caller, params.campagne, params.finess)),
    'show-differences': async (input, caller) =>
      differencesBody(await showDifferences(ports, caller, differencesOf(input))),
    'explain-figure': async ({ params: { campagne, finess, chiffre } }, caller) =>
      explanationBody(campagne, finess, await explainFigureOf(ports, caller, campagne, finess, chiffre)),
  });
}
