/**
 * What an establishment says of actions 1 and 3 to 6 of instruction DNS/2025/12, item by item. None is a figure, none
 * stops the computation of one. The audits of directories (action 3) are a table of their own.
 */
type ActionAnswerType = 'oui-non' | 'date' | 'nombre';

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
    label: 'Date du dernier exercice de crise cyber, avec la direction',
    due: 'une fois par an',
  },
  exercice_retex: { action: 1, type: 'oui-non', label: 'Retour d’expérience écrit de l’exercice', due: '' },
  club_ssi: { action: 3, type: 'oui-non', label: 'Participation au Club SSI', due: '' },
  silene: { action: 3, type: 'oui-non', label: 'Inscription au service SILENE', due: '' },
  pcra_gouvernance_date: {
    action: 4,
    type: 'date',
    label: 'PCA/PRA : gouvernance en place (responsable, lettre de cadrage, comité)',
    due: '30/06/2025',
  },
  pcra_bia_critiques_date: {
    action: 4,
    type: 'date',
    label: 'PCA/PRA : bilan d’impact des services critiques et médico-techniques',
    due: '30/06/2026',
  },
  pcra_cadre_date: {
    action: 4,
    type: 'date',
    label: 'PCA/PRA : bilan d’impact des autres services et PCRA cadre',
    due: '30/06/2027',
  },
  paq_suivi: {
    action: 5,
    type: 'oui-non',
    label: 'Actions suivies dans le plan d’amélioration de la qualité (PAQ)',
    due: '',
  },
  mie_trajectoire: {
    action: 6,
    type: 'oui-non',
    label: 'Trajectoire des moyens d’identification électronique définie',
    due: '',
  },
  sso_services_sensibles: { action: 6, type: 'nombre', label: 'Nombre de services sensibles', due: '' },
  sso_utilisateurs: { action: 6, type: 'nombre', label: 'Nombre d’utilisateurs', due: '' },
  sso_en_place: {
    action: 6,
    type: 'oui-non',
    label: 'Authentification unique (SSO), due au-delà de 5 services sensibles ou de 5 000 utilisateurs',
    due: '',
  },
  referentiel_identites: {
    action: 6,
    type: 'oui-non',
    label: 'Référentiel local des identités',
    due: '',
  },
  engagement_mie: { action: 6, type: 'oui-non', label: 'Engagement signé sur la trajectoire', due: '' },
} as const satisfies Record<string, ActionItemDefinition>;

export type ActionItem = keyof typeof ACTION_ITEMS;
export const ACTION_ITEM_NAMES = Object.keys(ACTION_ITEMS) as readonly ActionItem[];
