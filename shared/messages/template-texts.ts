import type { AnyColumn } from '../domain/deposit/columns.ts';

/** What stands beside each input cell of the template workbook: what to enter, and where it comes from. */
export const TEMPLATE_HELP: Readonly<Record<AnyColumn, string>> = {
  finess:
    "Neuf caractères. Établissement public : le FINESS de l'entité juridique. Établissement privé : celui de l'établissement. Gardez le zéro initial.",
  campagne: "Année de la collecte, en quatre chiffres. Les comptes sont ceux de l'année précédente.",
  cloture:
    'Choisissez definitive quand les comptes sont clos, provisoire sinon : les chiffres ne sont calculés que sur des comptes définitifs.',
  date_cloture:
    "Jour où les comptes ont été arrêtés (compte financier) ou approuvés : ce n'est pas le 31 décembre.",
  charges_titre1:
    'Budget global : budget principal et budgets annexes, nets des flux internes. En euros, deux décimales au plus.',
  charges_titre2: 'Même périmètre : budget global.',
  charges_titre3: 'Même périmètre : budget global.',
  charges_titre4: 'Même périmètre : budget global.',
  emplois_investissement: 'Total des emplois du tableau de financement. Facultatif.',
  num_personnel: 'Part numérique du titre 1 : elle ne peut pas le dépasser.',
  num_medical:
    'Part numérique du titre 2 (location et maintenance informatiques à caractère médical). Zéro si rien.',
  num_general:
    'Part numérique du titre 3 : maintenance, télécommunications, hébergement, abonnements, prestations, quotes-parts versées.',
  num_amortissement:
    'Part numérique du titre 4 : amortissements des logiciels, licences et matériels informatiques.',
  num_investissement:
    "Part numérique des emplois d'investissement. Facultatif ; n'entre pas dans la part du numérique.",
  mutualise_charges:
    'Pour le porteur seulement : ce qu’il paie pour tout le groupement, compris dans ses charges numériques.',
  mutualise_etp_ssi: 'Pour le porteur seulement : ETP SSI du groupement, compris dans ses ETP SSI internes.',
  quote_part_versee:
    'Pour un membre : ce qu’il verse à un groupement, compris dans ses charges numériques. Rien sinon.',
  quotes_parts_refacturees: 'Pour le porteur, facultatif : ce qu’il a refacturé aux membres.',
  etp_total: "Équivalents temps plein de l'établissement, moyenne de l'exercice. Facultatif.",
  etp_ssi_internes:
    "Équivalents temps plein salariés consacrés à la sécurité des systèmes d'information, fractions comprises (0,25).",
  etp_ssi_externes:
    'Prestataires, en équivalent temps plein. Facultatif ; présenté à part, jamais additionné.',
  maturite_date:
    "Jour de la dernière auto-évaluation sur les mesures prioritaires, faite depuis le 1er janvier de l'année de la campagne.",
};

/** The lines of the sheet `Lisez-moi`. */
export function templateReadMe(campaign: number): readonly string[] {
  const year = campaign - 1;
  return [
    `Part du budget dédiée au numérique et ETP consacrés à la sécurité des systèmes d'information, exercice ${year}.`,
    'Instruction DNS/2025/12, actions 2 et 7.',
    `1. Remplissez les cellules encadrées sur fond jaune des feuilles suivantes, avec les comptes clos de ${year}.`,
    '2. Une cellule vide veut dire « non renseigné » ; écrivez 0 quand la valeur est nulle.',
    '3. Montants en euros et ETP : deux décimales au plus, jamais de montant négatif. Les totaux se calculent seuls.',
    '4. Ne déplacez pas les cellules et ne renommez pas les noms définis : chaque cellule de saisie porte le nom de sa donnée.',
    `5. Enregistrez au format .xlsx et déposez le fichier avant le 30 juin ${campaign}. Un nouveau dépôt remplace le précédent.`,
    'Un établissement sans groupement laisse la feuille Mutualisation vide.',
  ];
}

/** What Excel says when a cell is given something else than it takes. */
export const TEMPLATE_CHECKS = {
  closure: 'choisissez definitive ou provisoire.',
  amount: 'un montant positif ou nul est attendu, sans texte ni unité.',
  fte: 'un nombre positif ou nul est attendu, sans texte ni unité.',
  date: "une date est attendue, par exemple 20/05/2026, au plus tôt dans l'année de l'exercice.",
  finess: 'neuf caractères sont attendus, par exemple 010008407.',
  campaign: 'une année de quatre chiffres est attendue.',
} as const;
