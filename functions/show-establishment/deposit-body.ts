import type { DepositStatus } from '../../shared/application/deposit-status.ts';
import type { NamedEntry } from '../../shared/application/kept-entries.ts';
import type { ListedDeposit } from '../../shared/application/list-deposits.ts';
import type { ShownDeposit } from '../../shared/application/show-deposit.ts';
import type { Receipt } from '../../shared/application/show-receipt.ts';
import type { DepositSummaryBody, ReceiptEntryBody } from '../../shared/contracts/api/deposit.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { verdictBody } from '../../shared/lambda/http/verdict-body.ts';
import { DEPOSITED_BY_ARS } from '../../shared/messages/file.ts';

export function summaryBody({ fact, status }: ListedDeposit): DepositSummaryBody {
  return {
    depot: fact.id,
    campagne: fact.campaign,
    fichier: fact.file,
    taille: fact.size,
    sha256: fact.sha256,
    ouvert_le: fact.openedAt,
    depose_par: fact.depositor.role,
    mention: fact.depositor.role === 'ars' ? DEPOSITED_BY_ARS : null,
    perimetre: fact.scope,
    statut: statusWord(status),
  };
}

export function depositBody(deposit: ShownDeposit): RouteAnswer<'show-deposit'> {
  const { verdict, first, tombstone } = deposit;
  return {
    ...summaryBody(deposit),
    verdict: verdict && verdictBody(verdict),
    premier_verdict: first && verdictBody(first),
    effacement: tombstone && { motif: tombstone.reason, le: tombstone.erasedAt },
  };
}

export function receiptBody(receipt: Receipt): RouteAnswer<'show-receipt'> {
  return {
    ...summaryBody(receipt),
    jour: receipt.fact.day,
    verdict_sha256: receipt.verdictHash,
    generation: receipt.generation,
    ecritures: receipt.entries?.map(entryBody) ?? null,
    ecritures_total: receipt.total,
  };
}

function entryBody({ finess, territory, line, hash }: NamedEntry): ReceiptEntryBody {
  return { finess, region: territory === 'EXT' ? null : territory, ligne: line, ecriture: hash };
}

function statusWord(status: DepositStatus): DepositSummaryBody['statut'] {
  switch (status) {
    case 'awaited':
      return 'en-attente';
    case 'erased':
      return 'efface';
    default:
      return status;
  }
}
