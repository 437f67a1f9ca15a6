import * as z from 'zod';
import { ACTIONS } from '../../domain/access/permissions.ts';
import { Instant, pageOf, RoleName } from './leaves.ts';

export const ProfileBody = z
  .object({
    emetteur: z.string(),
    sujet: z.string(),
    libelle: z.string(),
    role: RoleName,
    perimetre: z.string(),
    actions: z.array(z.enum(ACTIONS)),
  })
  .meta({ id: 'Profil' });

export const CampaignsBody = z
  .object({
    campagnes: z.array(
      z.object({ campagne: z.int(), ouverture: z.string(), echeance: z.string(), cloture: z.string() }),
    ),
  })
  .meta({ id: 'Campagnes' });

const Subject = { emetteur: z.string().min(1).max(500), sujet: z.string().min(1).max(255) };

export const GrantRightBody = z
  .strictObject({
    ...Subject,
    role: RoleName,
    /** FINESS numbers separated by spaces, a region code, or `*`. */
    perimetre: z.string().min(1).max(20_000),
    libelle: z.string().trim().max(200).default(''),
  })
  .meta({ id: 'AttributionDroit' });

export const RevokeRightBody = z.strictObject(Subject).meta({ id: 'RevocationDroit' });

export const RightBody = z
  .object({
    ...Subject,
    role: RoleName,
    perimetre: z.string(),
    libelle: z.string(),
    accorde_le: Instant,
    accorde_par: z.string(),
    revoque_le: Instant.nullable(),
  })
  .meta({ id: 'Droit' });
export const RightPageBody = pageOf(RightBody, 'PageDroits');

export const RebuiltBody = z.object({ depots: z.int() }).meta({ id: 'Reconstruction' });
