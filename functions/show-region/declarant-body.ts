import type { ListedDeclarant } from '../../shared/application/list-declarants.ts';
import type { DeclarantBody } from '../../shared/contracts/api/region.ts';
import { chaseInOneSentence } from '../../shared/messages/chase.ts';
import { frenchWording } from '../../shared/messages/fr.ts';

export function declarantBody({ declarant, progress, chase, contacts }: ListedDeclarant): DeclarantBody {
  return {
    finess: declarant.finess,
    raison_sociale: declarant.name,
    statut: declarant.status,
    categorie: declarant.category,
    departement: declarant.department,
    situation: progress.situation,
    motifs: [...progress.reasons],
    phrase: chaseInOneSentence(chase, progress.waived, frenchWording),
    tentatives: progress.tries,
    dernier_depot: progress.lastTry?.day ?? null,
    certifie: progress.certified,
    vise: progress.approved,
    dispense: progress.waived,
    contacts: contacts.map(({ role, name, email, phone }) => ({
      fonction: role,
      nom: name,
      courriel: email,
      telephone: phone,
    })),
  };
}
