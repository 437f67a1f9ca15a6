/**
 * What an establishment says of actions 1 and 3 to 6 of instruction DNS/2025/12, item by item. None is a figure, none
 * stops the computation of one. The audits of directories (action 3) are a table of their own.
 */
export type ActionAnswerType = 'oui-non' | 'date' | 'nombre';

interface ActionItemDefinition {
  /** Of the instruction. */
  readonly action: 1 | 3 | 4 | 5 | 6;
  readonly type: ActionAnswerType;
  readonly label: string;
  /** The day by which the instruction asks for it, as it says it; blank where it names none. */
  readonly due: string;
}

export const ACTION_ITEMS = {
  exercice_date: {
    action: 1,
    type: 'date',
    label: 'Date du dernier exercice de crise cyber, avec des participants du niveau de la direction',
    due: 'une fois par an',
  },
  exercice_retex: {
    action: 1,
    type: 'oui-non',
    label: 'Retour d’expérience de l’exercice formalisé par écrit',
    due: 'une fois par an',
  },
  exercice_paq: {
    action: 1,
    type: 'oui-non',
    label: 'Améliorations issues de l’exercice inscrites au plan d’amélioration de la qualité (PAQ)',
    due: 'une fois par an',
  },
  club_ssi: { action: 3, type: 'oui-non', label: 'Inscription au Club SSI', due: '' },
  silene: { action: 3, type: 'oui-non', label: 'Inscription au service SILENE', due: '' },
  audits_remediation: {
    action: 3,
    type: 'oui-non',
    label: 'Remédiation des vulnérabilités vues par ADS et SILENE, supervisée par le RSSI et inscrite au PAQ',
    due: '',
  },
  pcra_gouvernance_date: {
    action: 4,
    type: 'date',
    label:
      'PCA/PRA : gouvernance en place (responsable désigné, lettre de cadrage signée, comité de pilotage)',
    due: '30/06/2025',
  },
  pcra_bia_critiques_date: {
    action: 4,
    type: 'date',
    label: 'PCA/PRA : bilans d’impact des services critiques et des services médico-techniques',
    due: '30/06/2026',
  },
  pcra_bia_autres_date: {
    action: 4,
    type: 'date',
    label: 'PCA/PRA : bilans d’impact des autres services de soin, administratifs et logistiques',
    due: '30/06/2027',
  },
  pcra_cadre_date: {
    action: 4,
    type: 'date',
    label: 'PCA/PRA : PCRA cadre formalisé pour l’ensemble des services',
    due: '30/06/2027',
  },
  paq_suivi: {
    action: 5,
    type: 'oui-non',
    label: 'Actions cyber (audits, exercices, PCRA, mesures prioritaires) toutes suivies dans le PAQ',
    due: '',
  },
  mie_trajectoire: {
    action: 6,
    type: 'oui-non',
    label: 'Trajectoire de sécurisation des moyens d’identification électronique (MIE) définie',
    due: '',
  },
  mie_conformes: {
    action: 6,
    type: 'oui-non',
    label: 'MIE en usage conformes au référentiel (CPS, Pro Santé Connect, double facteur homologué, eIDAS)',
    due: '',
  },
  sso_services_sensibles: { action: 6, type: 'nombre', label: 'Nombre de services sensibles', due: '' },
  sso_utilisateurs: {
    action: 6,
    type: 'nombre',
    label: 'Nombre d’utilisateurs qui ont accès à au moins un service sensible',
    due: '',
  },
  sso_en_place: {
    action: 6,
    type: 'oui-non',
    label:
      'Authentification unique (SSO) en place, due au-delà de 5 services sensibles ou de 5 000 utilisateurs',
    due: '',
  },
  referentiel_identites: {
    action: 6,
    type: 'oui-non',
    label: 'Répertoire local des identités, synchronisé avec la GRH et le RPPS',
    due: '',
  },
  engagement_mie: {
    action: 6,
    type: 'oui-non',
    label: 'Engagement de sécurisation de l’identification électronique produit',
    due: '',
  },
} as const satisfies Record<string, ActionItemDefinition>;

export type ActionItem = keyof typeof ACTION_ITEMS;
export const ACTION_ITEM_NAMES = Object.keys(ACTION_ITEMS) as readonly ActionItem[];
