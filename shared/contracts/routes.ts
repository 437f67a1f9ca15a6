import * as z from 'zod';
import type { Action } from '../domain/access/permissions.ts';
import { ALL_AXES, INDICATORS } from '../domain/aggregates/aggregate.ts';
import { LEGAL_STATUSES, type LegalStatus } from '../domain/declarant/legal-status.ts';
import { CheckBody, FileBytes, WorkbookFile } from './api/check.ts';
import {
  DepositBody,
  DepositPageBody,
  EraseDepositBody,
  ErasedDepositBody,
  FileName,
  OpenDepositBody,
  OpenedDepositBody,
  ReceiptBody,
} from './api/deposit.ts';
import { DifferencesBody } from './api/differences.ts';
import {
  AggregateExplanationBody,
  ContributionPageBody,
  FigureExplanationBody,
  FigureParam,
} from './api/explain.ts';
import {
  CampaignParam,
  CampaignsParam,
  DepositParam,
  DownloadLinkBody,
  FinessParam,
  LimitParam,
  RegionParam,
} from './api/leaves.ts';
import {
  AggregatePageBody,
  BUDGET_SIZES,
  FigurePageBody,
  NATIONAL_FILES,
  ShareParam,
  TrendBody,
} from './api/nation.ts';
import {
  DashboardBody,
  DECLARANT_STATES,
  DeclarantPageBody,
  EditionDescriptionBody,
  EditionLinkBody,
  EditionPageBody,
} from './api/region.ts';
import { RecordActBody, RecordedActBody, ReturnBody } from './api/return.ts';
import {
  CampaignsBody,
  GrantRightBody,
  ProfileBody,
  RebuiltBody,
  RevokeRightBody,
  RightBody,
  RightPageBody,
} from './api/rights.ts';
import type { FunctionOf } from './functions.ts';

/** One route of the API: the CDK, the local server, the OpenAPI document and the tests loop over these. */
export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** As API Gateway writes it. */
  readonly path: `/${string}`;
  readonly function: FunctionOf<'api'>;
  /** Held against the caller's role before anything else; null where it depends on the body. */
  readonly action: Action | null;
  /** French, for the OpenAPI document. */
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Sent as JSON, but `FileBytes`. */
  readonly body: z.ZodType | null;
  /** Of a success. */
  readonly status: 200 | 201 | 202;
  /** Given as JSON, but `WorkbookFile`. */
  readonly answer: z.ZodType;
  /** Where the list stands in the answer that `Accept: text/csv` asks for. @default no list is given so */
  readonly csv?: readonly string[];
  /** Whether what is read may be refused for what it holds (422). @default false */
  readonly mayRefuse?: true;
}

const campaign = z.strictObject({ campagne: CampaignParam });
const deposit = campaign.extend({ depot: DepositParam });
const declarant = campaign.extend({ finess: FinessParam });
const region = campaign.extend({ region: RegionParam });
const edition = region.extend({
  numero: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number),
});
const nothing = z.strictObject({});
/** A file that is sent to be judged: its name, and the one body that it speaks of. */
const checked = z.strictObject({ fichier: FileName.exactOptional(), finess: FinessParam.exactOptional() });
const Cursor = z.string().min(1).max(200);
const limite = LimitParam.exactOptional();
/** One indicator over one slice. */
const sliced = z.strictObject({
  axe: z.enum(ALL_AXES),
  tranche: z.string().min(1).max(100),
  indicateur: z.enum(INDICATORS),
});

export const ROUTES = {
  'show-profile': {
    method: 'GET',
    path: '/moi',
    function: 'show-establishment',
    action: 'profile.read',
    summary: 'Qui je suis pour la collecte : rôle, périmètre, actions permises',
    params: nothing,
    query: nothing,
    body: null,
    status: 200,
    answer: ProfileBody,
  },
  'list-campaigns': {
    method: 'GET',
    path: '/campagnes',
    function: 'show-establishment',
    action: 'profile.read',
    summary: 'Les campagnes et leur calendrier',
    params: nothing,
    query: nothing,
    body: null,
    status: 200,
    answer: CampaignsBody,
  },
  'open-deposit': {
    method: 'POST',
    path: '/campagnes/{campagne}/depots',
    function: 'open-deposit',
    action: 'deposit.open',
    summary:
      'Ouvrir un dépôt : la réponse dit comment envoyer le fichier, et lui seul, dans le quart d’heure',
    params: campaign,
    query: nothing,
    body: OpenDepositBody,
    status: 201,
    answer: OpenedDepositBody,
  },
  'check-deposit': {
    method: 'POST',
    path: '/campagnes/{campagne}/controles',
    function: 'check-deposit',
    action: 'deposit.open',
    summary:
      'Contrôler un fichier sans le déposer : son verdict et les chiffres qu’il donnerait ; rien n’est conservé',
    params: campaign,
    query: checked,
    body: FileBytes,
    status: 200,
    answer: CheckBody,
    csv: ['issues'],
  },
  'annotate-check': {
    method: 'POST',
    path: '/campagnes/{campagne}/controles/fichier-annote',
    function: 'check-deposit',
    action: 'deposit.open',
    summary: 'Contrôler un fichier sans le déposer, et le recevoir annoté ; rien n’est conservé',
    params: campaign,
    query: checked,
    body: FileBytes,
    status: 200,
    answer: WorkbookFile,
  },
  'list-deposits': {
    method: 'GET',
    path: '/campagnes/{campagne}/depots',
    function: 'show-establishment',
    action: 'deposit.read',
    summary: 'Les dépôts de mon périmètre, du plus récent au plus ancien',
    params: campaign,
    query: z.strictObject({ avant: DepositParam.exactOptional(), limite }),
    body: null,
    status: 200,
    answer: DepositPageBody,
    csv: ['elements'],
  },
  'show-deposit': {
    method: 'GET',
    path: '/campagnes/{campagne}/depots/{depot}',
    function: 'show-establishment',
    action: 'deposit.read',
    summary: 'Un dépôt, son verdict en vigueur et le premier',
    params: deposit,
    query: nothing,
    body: null,
    status: 200,
    answer: DepositBody,
    csv: ['verdict', 'issues'],
  },
  'show-receipt': {
    method: 'GET',
    path: '/campagnes/{campagne}/depots/{depot}/recepisse',
    function: 'show-establishment',
    action: 'deposit.read',
    summary: 'Le récépissé d’un dépôt',
    params: deposit,
    query: nothing,
    body: null,
    status: 200,
    answer: ReceiptBody,
  },
  'download-deposit': {
    method: 'GET',
    path: '/campagnes/{campagne}/depots/{depot}/fichier',
    function: 'show-establishment',
    action: 'deposit.read',
    summary: 'Un lien vers le fichier tel qu’il fut reçu',
    params: deposit,
    query: nothing,
    body: null,
    status: 200,
    answer: DownloadLinkBody,
  },
  'annotate-deposit': {
    method: 'GET',
    path: '/campagnes/{campagne}/depots/{depot}/fichier-annote',
    function: 'annotate-deposit',
    action: 'deposit.read',
    summary: 'Un lien vers le fichier d’un dépôt, son verdict écrit dans ses cellules',
    params: deposit,
    query: nothing,
    body: null,
    status: 200,
    answer: DownloadLinkBody,
    mayRefuse: true,
  },
  'erase-deposit': {
    method: 'POST',
    path: '/campagnes/{campagne}/depots/{depot}/effacement',
    function: 'erase-deposit',
    action: 'deposit.erase',
    summary: 'Effacer un dépôt : une trace en reste, avec son motif',
    params: deposit,
    query: nothing,
    body: EraseDepositBody,
    status: 202,
    answer: ErasedDepositBody,
  },
  'show-return': {
    method: 'GET',
    path: '/campagnes/{campagne}/declarations/{finess}',
    function: 'show-establishment',
    action: 'return.read',
    summary: 'La déclaration d’un établissement, ses chiffres et ce à quoi ils se comparent',
    params: declarant,
    query: nothing,
    body: null,
    status: 200,
    answer: ReturnBody,
  },
  'show-differences': {
    method: 'GET',
    path: '/campagnes/{campagne}/declarations/{finess}/differences',
    function: 'show-establishment',
    action: 'return.read',
    summary: 'Ce qu’un dépôt a changé dans la déclaration, et les chiffres face à l’année précédente',
    params: declarant,
    query: z.strictObject({ depot: DepositParam.exactOptional() }),
    body: null,
    status: 200,
    answer: DifferencesBody,
  },
  'explain-figure': {
    method: 'GET',
    path: '/campagnes/{campagne}/explications/chiffres/{finess}/{chiffre}',
    function: 'show-establishment',
    action: 'return.read',
    summary: 'Un chiffre d’un établissement expliqué : formule, entrées et leur provenance, règle',
    params: declarant.extend({ chiffre: FigureParam }),
    query: nothing,
    body: null,
    status: 200,
    answer: FigureExplanationBody,
    csv: ['entrees'],
  },
  'make-template': {
    method: 'GET',
    path: '/campagnes/{campagne}/declarations/{finess}/modele',
    function: 'make-template',
    action: 'return.read',
    summary: 'Un lien vers le classeur modèle d’un établissement, prérempli',
    params: declarant,
    query: nothing,
    body: null,
    status: 200,
    answer: DownloadLinkBody,
  },
  'record-act': {
    method: 'POST',
    path: '/campagnes/{campagne}/declarations/{finess}/actes',
    function: 'record-act',
    action: null,
    summary: 'Enregistrer un acte : justification, certification, visa, retour, réouverture, dispense',
    params: declarant,
    query: nothing,
    body: RecordActBody,
    status: 202,
    answer: RecordedActBody,
  },
  'show-region': {
    method: 'GET',
    path: '/campagnes/{campagne}/regions/{region}',
    function: 'show-region',
    action: 'region.read',
    summary: 'Le tableau de bord d’une région',
    params: region,
    query: nothing,
    body: null,
    status: 200,
    answer: DashboardBody,
  },
  'list-declarants': {
    method: 'GET',
    path: '/campagnes/{campagne}/regions/{region}/declarants',
    function: 'show-region',
    action: 'region.read',
    summary: 'Les déclarants d’une région et où ils en sont, par FINESS',
    params: region,
    query: z.strictObject({
      situation: z.enum(DECLARANT_STATES).exactOptional(),
      a_relancer: z.literal('oui').exactOptional(),
      apres: FinessParam.exactOptional(),
      limite,
    }),
    body: null,
    status: 200,
    answer: DeclarantPageBody,
    csv: ['elements'],
  },
  'list-editions': {
    method: 'GET',
    path: '/campagnes/{campagne}/regions/{region}/classeurs',
    function: 'show-region',
    action: 'region.read',
    summary: 'Les éditions du classeur d’une région, de la plus récente à la plus ancienne',
    params: region,
    query: z.strictObject({
      avant: z
        .string()
        .regex(/^\d{1,7}$/)
        .exactOptional(),
      limite,
    }),
    body: null,
    status: 200,
    answer: EditionPageBody,
    csv: ['elements'],
  },
  'download-edition': {
    method: 'GET',
    path: '/campagnes/{campagne}/regions/{region}/classeurs/{numero}',
    function: 'show-region',
    action: 'region.read',
    summary: 'Un lien vers une édition du classeur d’une région',
    params: edition,
    query: nothing,
    body: null,
    status: 200,
    answer: EditionLinkBody,
  },
  'download-manifest': {
    method: 'GET',
    path: '/campagnes/{campagne}/regions/{region}/classeurs/{numero}/manifeste',
    function: 'show-region',
    action: 'region.read',
    summary: 'Un lien vers le manifeste d’une édition : l’empreinte de tout ce dont elle est faite',
    params: edition,
    query: nothing,
    body: null,
    status: 200,
    answer: EditionLinkBody,
  },
  'show-edition': {
    method: 'GET',
    path: '/campagnes/{campagne}/regions/{region}/classeurs/{numero}/edition',
    function: 'show-region',
    action: 'region.read',
    summary: 'Une édition du classeur d’une région (edition.json) : numéro, date, empreintes',
    params: edition,
    query: nothing,
    body: null,
    status: 200,
    answer: EditionDescriptionBody,
  },
  'list-aggregates': {
    method: 'GET',
    path: '/campagnes/{campagne}/agregats',
    function: 'show-nation',
    action: 'nation.read',
    summary: 'Les agrégats nationaux : lignes d’aggregates.csv, ou tranches de taille de budget',
    params: campaign,
    query: z.strictObject({
      axe: z.enum(ALL_AXES).exactOptional(),
      tranche: z.string().max(100).exactOptional(),
      indicateur: z.enum(INDICATORS).exactOptional(),
      apres: Cursor.exactOptional(),
      limite,
    }),
    body: null,
    status: 200,
    answer: AggregatePageBody,
    csv: ['elements'],
  },
  'list-figures': {
    method: 'GET',
    path: '/campagnes/{campagne}/chiffres',
    function: 'show-nation',
    action: 'nation.read',
    summary: 'Les chiffres par déclarant, lignes de figures.csv',
    params: campaign,
    query: z.strictObject({
      region: RegionParam.exactOptional(),
      statut: z.enum(Object.keys(LEGAL_STATUSES) as [LegalStatus, ...LegalStatus[]]).exactOptional(),
      categorie: z.string().min(1).max(10).exactOptional(),
      taille_budget: z.enum(BUDGET_SIZES).exactOptional(),
      etat: z.enum(['non_repondant', 'non_calcule', 'calcule']).exactOptional(),
      part_min: ShareParam.exactOptional(),
      part_max: ShareParam.exactOptional(),
      apres: FinessParam.exactOptional(),
      limite,
    }),
    body: null,
    status: 200,
    answer: FigurePageBody,
    csv: ['elements'],
  },
  'show-trend': {
    method: 'GET',
    path: '/agregats',
    function: 'show-nation',
    action: 'nation.read',
    summary: 'Un indicateur d’une tranche, campagne après campagne',
    params: nothing,
    query: sliced.extend({ campagnes: CampaignsParam.exactOptional() }),
    body: null,
    status: 200,
    answer: TrendBody,
    csv: ['campagnes'],
  },
  'explain-aggregate': {
    method: 'GET',
    path: '/campagnes/{campagne}/explications/agregats',
    function: 'show-nation',
    // The nation's is held against `nation.read` in its turn; a region's agency has those of its region.
    action: 'region.read',
    summary: 'Un agrégat expliqué : sommes, effectifs, couverture, rangs des quartiles',
    params: campaign,
    query: sliced,
    body: null,
    status: 200,
    answer: AggregateExplanationBody,
  },
  'list-contributions': {
    method: 'GET',
    path: '/campagnes/{campagne}/contributions',
    function: 'show-nation',
    action: 'region.read',
    summary: 'Ce que chaque déclarant apporte à un agrégat, par FINESS',
    params: campaign,
    query: sliced.extend({ apres: FinessParam.exactOptional(), limite }),
    body: null,
    status: 200,
    answer: ContributionPageBody,
    csv: ['elements'],
  },
  'download-national': {
    method: 'GET',
    path: '/campagnes/{campagne}/national/{fichier}',
    function: 'show-nation',
    action: 'nation.read',
    summary: 'Un lien vers le classeur national, figures.csv, aggregates.csv, le manifeste ou edition.json',
    params: campaign.extend({ fichier: z.enum(NATIONAL_FILES) }),
    query: nothing,
    body: null,
    status: 200,
    answer: DownloadLinkBody,
  },
  'list-rights': {
    method: 'GET',
    path: '/droits',
    function: 'administer-rights',
    action: 'right.manage',
    summary: 'Les droits accordés et révoqués',
    params: nothing,
    query: z.strictObject({ apres: Cursor.exactOptional(), limite }),
    body: null,
    status: 200,
    answer: RightPageBody,
    csv: ['elements'],
  },
  'grant-right': {
    method: 'PUT',
    path: '/droits',
    function: 'administer-rights',
    action: 'right.manage',
    summary: 'Accorder un droit, ou remplacer celui que le sujet avait',
    params: nothing,
    query: nothing,
    body: GrantRightBody,
    status: 200,
    answer: RightBody,
  },
  'revoke-right': {
    method: 'POST',
    path: '/droits/revocation',
    function: 'administer-rights',
    action: 'right.manage',
    summary: 'Révoquer un droit',
    params: nothing,
    query: nothing,
    body: RevokeRightBody,
    status: 200,
    answer: RightBody,
  },
  'rebuild-campaign': {
    method: 'POST',
    path: '/campagnes/{campagne}/reconstruction',
    function: 'rebuild-campaign',
    action: 'campaign.rebuild',
    summary: 'Relire tous les dépôts d’une campagne : tout ce qui en dérive est refait',
    params: campaign,
    query: nothing,
    body: null,
    status: 202,
    answer: RebuiltBody,
  },
} as const satisfies Record<string, RouteSpec>;

export type RouteId = keyof typeof ROUTES;

/** The routes of a function. */
export type RoutesOf<F extends FunctionOf<'api'>> = {
  [R in RouteId]: (typeof ROUTES)[R]['function'] extends F ? R : never;
}[RouteId];

/** What a handler of a route is given, once read. */
export interface RouteInput<R extends RouteId> {
  readonly params: z.output<(typeof ROUTES)[R]['params']>;
  readonly query: z.output<(typeof ROUTES)[R]['query']>;
  readonly body: (typeof ROUTES)[R]['body'] extends z.ZodType ? z.output<(typeof ROUTES)[R]['body']> : null;
}

export type RouteAnswer<R extends RouteId> = z.input<(typeof ROUTES)[R]['answer']>;

/** As API Gateway names a route in its events. */
export function routeKey(route: RouteSpec): string {
  return `${route.method} ${route.path}`;
}
