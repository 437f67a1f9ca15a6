import type { AccountMode, Block, Nomenclature } from '../domain/accounts/digital-account.ts';
import { TITLE_ACCOUNTS, type TitleColumn } from '../domain/accounts/titles.ts';
import type { ActionAnswerType } from '../domain/actions/action-items.ts';
import { type Day, frenchDay } from '../domain/calendar/day.ts';
import { type AnyColumn, COLUMNS } from '../domain/deposit/columns.ts';
import type { AlertCode } from '../domain/figures/alert-codes.ts';

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

/** The lines of the sheet `Lisez-moi`, each under its term. @param what `pool` of an external carrier, which files no more */
export function templateReadMe(
  campaign: number,
  deadline: Day,
  what: 'whole' | 'pool',
): readonly (readonly [string, string])[] {
  const year = campaign - 1;
  const whole: readonly (readonly [string, string])[] = [
    [
      'Objet',
      `Instruction DNS/2025/12 : part du budget dédiée au numérique et ETP SSI de l’exercice ${year} (action 7), maturité (action 2), suivi des autres actions.`,
    ],
    [
      'Totaux',
      'Les lignes de détail donnent les totaux. Sans détail, saisissez directement le total à la place de sa formule.',
    ],
  ];
  const pool: readonly (readonly [string, string])[] = [
    [
      'Objet',
      `Instruction DNS/2025/12, action 7 : ce qui est porté pour le groupement au titre de l’exercice ${year}, à partager entre ses membres.`,
    ],
  ];
  return [
    ...(what === 'whole' ? whole : pool),
    [
      'Échéance',
      `Déposez le fichier au plus tard le ${frenchDay(deadline)}. Un nouveau dépôt remplace le précédent.`,
    ],
    [
      'Comptes',
      `Utilisez les comptes clos de ${year} : les chiffres ne sont calculés que sur des comptes définitifs.`,
    ],
    ['Vide ou zéro', 'Une cellule vide veut dire « non renseigné » ; écrivez 0 quand la valeur est nulle.'],
    ['Nombres', 'Montants en euros et ETP : deux décimales au plus, jamais de montant négatif.'],
    [
      'Organisation',
      'Vous pouvez insérer des lignes et renommer des feuilles : chaque cellule est relue par son nom défini, chaque tableau par ses intitulés. N’effacez ni les uns ni les autres.',
    ],
    [
      'Format',
      'Enregistrez au format .xlsx. Le classeur est pris ou refusé en entier, avec toutes ses erreurs en une fois.',
    ],
  ];
}

/** How to tell the cells apart. */
export const TEMPLATE_LEGEND = {
  input: {
    term: 'À saisir',
    text: 'Cadre sur fond jaune : la cellule attend une saisie. Les autres sont protégées, sans mot de passe.',
  },
  openTotal: {
    term: 'Calculé, modifiable',
    text: 'Cadre à double trait : le total vient du tableau. Saisissez-le seulement si vous ne donnez pas le détail.',
  },
  previous: {
    term: 'Pour mémoire',
    text: 'Italique sans cadre : valeur connue de l’année précédente, qui n’est pas relue.',
  },
} as const;

/** What each sheet is for. */
export const SHEET_CONTENTS: Readonly<Record<string, string>> = {
  Identification: 'L’établissement et la campagne.',
  Clôture: 'La clôture des comptes.',
  'Clôture et budget':
    'La clôture des comptes, les charges d’exploitation par titre, les emplois d’investissement.',
  'Charges numériques': 'Les comptes qui portent des charges numériques ; leurs totaux par titre.',
  'ETP SSI': 'Les emplois consacrés à la sécurité des systèmes d’information.',
  Mutualisation: 'Ce qui est porté pour un groupement, ou versé à un groupement.',
  Maturité: 'La date de l’auto-évaluation et les réponses aux mesures prioritaires.',
  Actions: 'Les exercices, les audits, la continuité d’activité, l’identification électronique.',
  Justifications: 'L’explication d’un chiffre qui sort de l’ordinaire. Facultatif.',
};

/** What Excel says when a cell is given something else than it takes. */
export const TEMPLATE_CHECKS = {
  closure: 'choisissez definitive ou provisoire.',
  amount: 'un montant positif ou nul est attendu, sans texte ni unité.',
  fte: 'un nombre positif ou nul est attendu, sans texte ni unité.',
  date: "une date est attendue, par exemple 20/05/2026, au plus tôt dans l'année de l'exercice.",
  finess: 'neuf caractères sont attendus, par exemple 010008407.',
  campaign: 'une année de quatre chiffres est attendue.',
} as const;

/** The same, in the tables. */
export const TEMPLATE_TABLE_CHECKS = {
  account: 'Un numéro de compte de douze chiffres au plus est attendu, par exemple 615261.',
  amount: 'Un montant positif ou nul est attendu, sans texte ni unité.',
  anyAmount: 'Un montant est attendu, sans texte ni unité.',
  choice: 'Choisissez une valeur de la liste.',
  date: 'Une date est attendue, par exemple 20/05/2026.',
  longText: 'Au plus 2 000 caractères sont attendus.',
  months: 'Un nombre de mois de 0 à 12 est attendu.',
  number: 'Un nombre positif ou nul est attendu.',
  quota: 'Une quotité de 0 à 100 % est attendue, par exemple 80 %.',
  score: 'Un score entier de 1 à 5 est attendu.',
  text: 'Au plus 200 caractères sont attendus.',
  whole: 'Un nombre entier, positif ou nul, est attendu.',
  yesNo: 'Choisissez oui ou non.',
} as const;

/** Headings of the tables: the reader knows their columns by them. */
export const ACCOUNT_HEADINGS = {
  nomenclature: 'Nomenclature',
  account: 'Compte',
  label: 'Libellé',
  block: 'Bloc',
  mode: 'Mode',
  amount: 'Montant du compte',
  digital: 'Part numérique',
  previous: 'Montant N-1\n(pour mémoire)',
  check: 'Contrôle',
} as const;

export const STAFF_HEADINGS = {
  function: 'Fonction',
  type: 'Type',
  quota: 'Quotité (%)',
  months: 'Mois',
  count: 'Nombre',
  fte: 'ETP annuel',
  check: 'Contrôle',
} as const;

export const MEASURE_HEADINGS = {
  measure: 'Mesure',
  theme: 'Thème',
  label: 'Libellé',
  level: 'Niveau',
  highest: 'Niveau maximal',
  notApplicable: 'Non applicable',
  comment: 'Commentaire',
} as const;

export const ACTION_HEADINGS = {
  action: 'Action',
  item: 'Élément',
  expected: 'Attendu',
  answer: 'Réponse',
  due: 'Échéance',
  mark: 'Repère',
} as const;

export const DIRECTORY_HEADINGS = {
  directory: 'Annuaire',
  score: 'Score ADS',
  date: 'Date de l’audit',
} as const;

export const JUSTIFICATION_HEADINGS = {
  alert: 'Alerte',
  meaning: 'Ce qui la déclenche',
  text: 'Justification',
  mark: 'Repère',
} as const;

/** What is expected of an answer. */
export const ANSWER_TYPES: Readonly<Record<ActionAnswerType, string>> = {
  'oui-non': 'oui ou non',
  date: 'date',
  nombre: 'nombre',
};

export const ADS_NOTE =
  'Un audit par trimestre au moins, pour chaque annuaire. Score de 2 attendu fin septembre 2025, de 3 recommandé fin mars 2026.';
export const CARE_NOTE =
  'Établissements privés à but lucratif : l’action 3 est due pendant la durée du programme CaRE.';

/** What each block of comptes.csv is called. */
export const BLOCK_WORDS: Readonly<Record<Block, string>> = {
  personnel: 'personnel',
  medical: 'médical',
  general: 'général',
  amortissement: 'amortissement',
  investissement: 'investissement',
};

/** How much of an account is digital. */
export const MODE_WORDS: Readonly<Record<AccountMode, string>> = {
  lecture: 'lecture',
  retraitement: 'retraitement',
};

/** Above the totals by block. */
export const DIGITAL_HEADINGS: Readonly<Record<Block | 'total', string>> = {
  personnel: 'Personnel\n(titre 1)',
  medical: 'Médical\n(titre 2)',
  general: 'Général\n(titre 3)',
  amortissement: 'Amortissements\n(titre 4)',
  investissement: 'Investissement',
  total: 'Total d’exploitation\n(titres 1 à 4)',
};

export const DIGITAL_NOTE =
  'Mode « lecture » : le compte entier est numérique. Mode « retraitement » : indiquez aussi sa part numérique. Immobilisations : les acquisitions numériques de l’exercice.';

/** When a warning is raised, without its threshold, which is that of the campaign. */
export const TEMPLATE_ALERTS: Readonly<Record<AlertCode, string>> = {
  SHARE_LOW: 'Des charges numériques très faibles au regard du budget.',
  SHARE_HIGH: 'Des charges numériques très fortes au regard du budget.',
  SSI_FTE_ZERO: 'Aucun ETP de sécurité pour un établissement de cette taille.',
  CHANGE_ON_PREVIOUS_YEAR: 'Des chiffres très différents de ceux de l’année précédente.',
  CONTRIBUTIONS_DISAGREE: 'Les membres d’un groupement ne versent pas ce que le porteur dit leur refacturer.',
  EXTERNAL_FTE_HIGH: 'Beaucoup plus de prestataires que d’emplois internes.',
  CONTRIBUTION_TO_EMPTY_POOL: 'Un membre verse à un groupement dont le porteur ne déclare rien.',
  BUDGET_DISAGREES: 'Des charges différentes du compte financier que l’ARS connaît.',
};

/** A title with its accounts in a chart; in none, alone. */
export function titleLabel(column: TitleColumn, nomenclature: Nomenclature | null): string {
  const { label } = COLUMNS[column];
  if (nomenclature === null) return label;
  const { accounts } = TITLE_ACCOUNTS[nomenclature];
  const own = accounts[column].filter((one) => !accounts[column].some((other) => isUnder(one, other)));
  const rest = own.some((account) => account.length === 1);
  return `${label} (${rest ? 'autres comptes de la classe 6' : `comptes ${own.join(', ')}`})`;
}

function isUnder(account: string, other: string): boolean {
  return account !== other && account.startsWith(other);
}
