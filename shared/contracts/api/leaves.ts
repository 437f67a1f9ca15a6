import * as z from 'zod';
import { ROLES } from '../../domain/access/role.ts';
import { type CampaignYear, campaignYear } from '../../domain/campaign/campaign.ts';
import { type Finess, readFiness } from '../../domain/finess/finess.ts';
import type { FactId } from '../../domain/return/entry.ts';
import { REGIONS, type RegionCode } from '../../domain/territory/regions.ts';

/** Path and query parameters come as text and become values here; JSON Schema keeps their text form. */
export const CampaignParam = z
  .string()
  .regex(/^[1-9]\d{3}$/)
  .transform((text) => campaignYear(text) as CampaignYear)
  .meta({ description: 'Année de la campagne' });

/** Several, separated by commas, each once. */
export const CampaignsParam = z
  .string()
  .regex(/^[1-9]\d{3}(,[1-9]\d{3}){0,19}$/)
  .transform((text) => [...new Set(text.split(','))].map((one) => campaignYear(one) as CampaignYear))
  .meta({ description: 'Années de campagne, séparées par des virgules' });

export const FinessParam = z
  .string()
  .regex(/^[0-9][0-9AB][0-9]{7}$/)
  .refine((text) => readFiness(text).ok, 'La clé du numéro FINESS est fausse.')
  .transform((text) => text as Finess)
  .meta({ description: 'Numéro FINESS du déclarant' });

export const RegionParam = z
  .enum(Object.keys(REGIONS) as [RegionCode, ...RegionCode[]])
  .meta({ description: 'Code INSEE de la région' });

export const DepositParam = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .transform((text) => text as FactId)
  .meta({ description: 'Identifiant du dépôt' });

/** How many elements a page may hold, at most 200. */
export const LimitParam = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 200, 'Attendu : de 1 à 200.')
  .meta({ description: 'Nombre d’éléments par page, 200 au plus' });

export const Sha256Text = z.string().regex(/^[0-9a-f]{64}$/);
export const Instant = z.iso.datetime({ offset: true });
export const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const RoleName = z.enum(ROLES);
/** Euros, FTE or a ratio as exact decimal text, as in figures.csv. */
export const DecimalText = z.string().regex(/^-?\d+(\.\d+)?$/);

/** A link that downloads one file for some minutes. */
export const DownloadLinkBody = z
  .object({ url: z.string(), expire_le: Instant, fichier: z.string() })
  .meta({ id: 'Lien' });

/** A page of a list, and the cursor of the next one; null at the end. */
export function pageOf<T extends z.ZodType>(element: T, id: string) {
  return z.object({ elements: z.array(element), suivant: z.string().nullable() }).meta({ id });
}
