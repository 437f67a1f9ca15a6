import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { ACTION_ITEMS } from '../../shared/domain/actions/action-items.ts';
import { formatHundredths } from '../../shared/domain/numbers/format-hundredths.ts';
import { annualFte } from '../../shared/domain/return/annual-fte.ts';
import { type Details, worstScore } from '../../shared/domain/return/details.ts';

/** What the sections of a return hold beside their values. */
export function detailsBody(details: Details): RouteAnswer<'show-return'>['details'] {
  const { accounts, staff, measures, actions, directories } = details;
  return {
    comptes: accounts.map(({ nomenclature, account, label, block, amount, digital }) => ({
      nomenclature,
      compte: account,
      libelle: label,
      bloc: block,
      montant: formatHundredths(amount),
      part_numerique: formatHundredths(digital),
    })),
    effectifs: staff.map((line) => ({
      fonction: line.function,
      type: line.type,
      quotite: formatHundredths(line.quota),
      mois: formatHundredths(line.months),
      nombre: formatHundredths(line.count),
      etp: formatHundredths(annualFte([line])),
    })),
    mesures: measures.map(({ measure, level, comment }) => ({
      mesure: measure,
      niveau: level,
      commentaire: comment,
    })),
    actions: actions.map(({ item, value }) => ({
      element: item,
      libelle: ACTION_ITEMS[item].label,
      reponse: value,
    })),
    annuaires: directories.map(({ directory, score, date }) => ({ annuaire: directory, score, date })),
    score_ads: worstScore(directories),
  };
}
