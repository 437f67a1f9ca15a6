/** What the pages ask of the API: one function per route, with the answer that shared/contracts/routes.ts gives it. */
/** @import { RouteAnswer } from '../shared/contracts/routes.ts' */
/** @import { RecordActBody } from '../shared/contracts/api/return.ts' */
import { get, post, postBytes } from './api.js';

/** @typedef {Readonly<Record<string, string>>} Query */

const part = encodeURIComponent;

/** @returns {Promise<RouteAnswer<'show-profile'>>} */
export const showProfile = () => get('/moi');

/** @returns {Promise<RouteAnswer<'list-campaigns'>>} */
export const listCampaigns = () => get('/campagnes');

/** @typedef {{ fichier: string, taille: number, sha256: string, type_mime: string, finess?: string }} OpenDeposit */
/** @type {(campaign: number, deposit: OpenDeposit) => Promise<RouteAnswer<'open-deposit'>>} */
export const openDeposit = (campaign, deposit) => post(`/campagnes/${campaign}/depots`, deposit);

/** @type {(campaign: number, query: Query) => Promise<RouteAnswer<'list-deposits'>>} */
export const listDeposits = (campaign, query) => get(`/campagnes/${campaign}/depots`, query);

/** @type {(campaign: number, deposit: string) => Promise<RouteAnswer<'show-deposit'>>} */
export const showDeposit = (campaign, deposit) => get(`/campagnes/${campaign}/depots/${part(deposit)}`);

/** @type {(campaign: number, deposit: string) => Promise<RouteAnswer<'show-receipt'>>} */
export const showReceipt = (campaign, deposit) =>
  get(`/campagnes/${campaign}/depots/${part(deposit)}/recepisse`);

/** @typedef {RouteAnswer<'download-deposit'>} Link */
/** @type {(campaign: number, deposit: string) => Promise<Link>} */
export const downloadDeposit = (campaign, deposit) =>
  get(`/campagnes/${campaign}/depots/${part(deposit)}/fichier`);

/** @type {(campaign: number, finess: string) => Promise<RouteAnswer<'show-return'>>} */
export const showReturn = (campaign, finess) => get(`/campagnes/${campaign}/declarations/${part(finess)}`);

/** @type {(campaign: number, deposit: string) => Promise<Link>} */
export const annotateDeposit = (campaign, deposit) =>
  get(`/campagnes/${campaign}/depots/${part(deposit)}/fichier-annote`);

/** @type {(campaign: number, file: File, finess: string) => Promise<RouteAnswer<'check-deposit'>>} */
export const checkFile = (campaign, file, finess) =>
  postBytes(`/campagnes/${campaign}/controles`, file, { fichier: file.name, finess });

/** @type {(campaign: number, finess: string) => Promise<Link>} */
export const makeTemplate = (campaign, finess) =>
  get(`/campagnes/${campaign}/declarations/${part(finess)}/modele`);

/** @type {(campaign: number, finess: string) => Promise<RouteAnswer<'show-differences'>>} */
export const showDifferences = (campaign, finess) =>
  get(`/campagnes/${campaign}/declarations/${part(finess)}/differences`);

/** @type {(campaign: number, finess: string, act: RecordActBody) => Promise<RouteAnswer<'record-act'>>} */
export const recordAct = (campaign, finess, act) =>
  post(`/campagnes/${campaign}/declarations/${part(finess)}/actes`, act);

/** @type {(campaign: number, region: string) => Promise<RouteAnswer<'show-region'>>} */
export const showRegion = (campaign, region) => get(`/campagnes/${campaign}/regions/${part(region)}`);

/** @type {(campaign: number, region: string, query: Query) => Promise<RouteAnswer<'list-declarants'>>} */
export const listDeclarants = (campaign, region, query) =>
  get(`/campagnes/${campaign}/regions/${part(region)}/declarants`, query);

/** @type {(campaign: number, region: string, query: Query) => Promise<RouteAnswer<'list-editions'>>} */
export const listEditions = (campaign, region, query) =>
  get(`/campagnes/${campaign}/regions/${part(region)}/classeurs`, query);

/** @type {(campaign: number, region: string, number: number) => Promise<Link>} */
export const downloadEdition = (campaign, region, number) =>
  get(`/campagnes/${campaign}/regions/${part(region)}/classeurs/${number}`);

/** @type {(campaign: number, region: string, number: number) => Promise<Link>} */
export const downloadManifest = (campaign, region, number) =>
  get(`/campagnes/${campaign}/regions/${part(region)}/classeurs/${number}/manifeste`);

/** @type {(campaign: number, region: string, number: number) => Promise<RouteAnswer<'show-edition'>>} */
export const showEdition = (campaign, region, number) =>
  get(`/campagnes/${campaign}/regions/${part(region)}/classeurs/${number}/edition`);

/** @type {(campaign: number, query: Query) => Promise<RouteAnswer<'list-aggregates'>>} */
export const listAggregates = (campaign, query) => get(`/campagnes/${campaign}/agregats`, query);

/** @type {(campaign: number, query: Query) => Promise<RouteAnswer<'list-figures'>>} */
export const listFigures = (campaign, query) => get(`/campagnes/${campaign}/chiffres`, query);

/** @type {(campaign: number, file: string) => Promise<Link>} */
export const downloadNational = (campaign, file) => get(`/campagnes/${campaign}/national/${part(file)}`);
