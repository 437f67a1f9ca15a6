import type {
  AccountMode,
  Block,
  DigitalAccount,
  Nomenclature,
} from '../../domain/accounts/digital-account.ts';

/** Beside each line of a comptes.csv that we write: no published source gives the list. */
export const HYPOTHESIS_NOTE = 'hypothèse de travail, à valider et à modifier : aucune liste n’est publiée';

/** Financial year of the first campaign: instruction DNS/2025/12. */
const YEAR = 2024;

type Listed = readonly [account: string, block: Block, mode: AccountMode, label: string];

/** domain-facts.md, 1.5, « Working hypothesis of the SIH frame »; where it names a shared account, its digital part is asked for. */
const LISTED: Readonly<Record<Nomenclature, readonly Listed[]>> = {
  M21: [
    ['203', 'investissement', 'retraitement', 'Frais d’études, de recherche et de développement'],
    ['205', 'investissement', 'lecture', 'Concessions et droits similaires, brevets, licences, logiciels'],
    ['215', 'investissement', 'retraitement', 'Installations techniques, matériel et outillage'],
    ['2183', 'investissement', 'lecture', 'Matériel de bureau et matériel informatique'],
    ['232', 'investissement', 'retraitement', 'Immobilisations incorporelles en cours'],
    ['237', 'investissement', 'retraitement', 'Avances sur immobilisations incorporelles'],
    ['238', 'investissement', 'retraitement', 'Avances sur immobilisations corporelles'],
    ['60625', 'general', 'retraitement', 'Fournitures de bureau et informatiques'],
    ['6068', 'general', 'retraitement', 'Autres achats non stockés'],
    ['6122', 'general', 'retraitement', 'Crédit-bail mobilier : part informatique'],
    ['61316', 'medical', 'lecture', 'Locations informatiques à caractère médical'],
    ['61325', 'general', 'lecture', 'Locations informatiques'],
    ['61326', 'general', 'lecture', 'Locations informatiques : autres'],
    ['615161', 'medical', 'lecture', 'Maintenance informatique à caractère médical'],
    ['61526', 'general', 'retraitement', 'Maintenance : part informatique'],
    ['615261', 'general', 'lecture', 'Maintenance informatique'],
    ['617', 'general', 'retraitement', 'Études et recherches'],
    ['618', 'general', 'retraitement', 'Documentation, formation et divers'],
    ['621', 'personnel', 'retraitement', 'Personnel extérieur : régie informatique'],
    ['6226', 'general', 'retraitement', 'Honoraires'],
    ['6261', 'general', 'lecture', 'Liaisons informatiques'],
    ['6262', 'general', 'retraitement', 'Télécommunications'],
    ['6265', 'general', 'retraitement', 'Téléphonie'],
    ['6284', 'general', 'lecture', 'Prestations informatiques extérieures'],
    ['6287', 'general', 'retraitement', 'Remboursements de frais : quote-part d’un groupement'],
    ['6288', 'general', 'retraitement', 'Autres prestations extérieures'],
    ['631', 'personnel', 'retraitement', 'Taxes sur les rémunérations des agents du numérique'],
    ['633', 'personnel', 'retraitement', 'Autres taxes sur les rémunérations des agents du numérique'],
    ['64', 'personnel', 'retraitement', 'Charges de personnel des agents du numérique'],
    ['6518', 'general', 'retraitement', 'Redevances : logiciels et services en ligne'],
    ['655', 'general', 'retraitement', 'Contribution à un groupement : part numérique'],
    ['6811', 'amortissement', 'retraitement', 'Amortissement des immobilisations numériques'],
  ],
  M22: [
    ['205', 'investissement', 'lecture', 'Concessions et droits similaires, brevets, licences, logiciels'],
    ['2183', 'investissement', 'lecture', 'Matériel de bureau et matériel informatique'],
    ['61351', 'general', 'lecture', 'Locations informatiques'],
    ['61561', 'general', 'lecture', 'Maintenance informatique'],
    ['621', 'personnel', 'retraitement', 'Personnel extérieur : régie informatique'],
    ['6262', 'general', 'retraitement', 'Télécommunications'],
    ['6284', 'general', 'lecture', 'Prestations d’informatique à l’extérieur'],
    ['64', 'personnel', 'retraitement', 'Charges de personnel des agents du numérique'],
    ['651', 'general', 'retraitement', 'Redevances : logiciels et services en ligne'],
    ['6811', 'amortissement', 'retraitement', 'Amortissement des immobilisations numériques'],
  ],
  // A private body need not divide 6135 and 6156 as the M22 does: their part is asked for.
  PCG: [
    ['205', 'investissement', 'lecture', 'Concessions et droits similaires, brevets, licences, logiciels'],
    ['2183', 'investissement', 'lecture', 'Matériel de bureau et matériel informatique'],
    ['6135', 'general', 'retraitement', 'Locations mobilières : part informatique'],
    ['61351', 'general', 'lecture', 'Locations informatiques'],
    ['6156', 'general', 'retraitement', 'Maintenance : part informatique'],
    ['61561', 'general', 'lecture', 'Maintenance informatique'],
    ['621', 'personnel', 'retraitement', 'Personnel extérieur : régie informatique'],
    ['6262', 'general', 'retraitement', 'Télécommunications'],
    ['6284', 'general', 'lecture', 'Prestations informatiques extérieures'],
    ['64', 'personnel', 'retraitement', 'Charges de personnel des agents du numérique'],
    ['651', 'general', 'retraitement', 'Redevances : logiciels et services en ligne'],
    ['6811', 'amortissement', 'retraitement', 'Amortissement des immobilisations numériques'],
  ],
};

/** A comptes.csv to start from: fictional campaigns and reference sets made from public files have no other. */
export const ACCOUNTS_HYPOTHESIS: readonly DigitalAccount[] = (['M21', 'M22', 'PCG'] as const).flatMap(
  (nomenclature) =>
    LISTED[nomenclature].map(([account, block, mode, label]) => ({
      nomenclature,
      year: YEAR,
      account,
      label,
      block,
      mode,
    })),
);
