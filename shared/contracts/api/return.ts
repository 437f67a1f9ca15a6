import * as z from 'zod';
import { ACT_KINDS } from '../../domain/act/act.ts';
import { SECTIONS } from '../../domain/deposit/columns.ts';
import { ALERT_CODES } from '../../domain/figures/alert-codes.ts';
import { STAFF_TYPES } from '../../domain/return/details.ts';
import { DayText, DecimalText, Instant, RoleName, Sha256Text } from './leaves.ts';

const Figures = z
  .object({
    charges_totales: DecimalText,
    charges_numeriques_propres: DecimalText,
    mutualise_porte: DecimalText,
    quotes_parts: DecimalText,
    mutualise_attribue: DecimalText,
    charges_numeriques_retenues: DecimalText,
    part_numerique: DecimalText,
    part_investissement: DecimalText.nullable(),
    etp_ssi_propres: DecimalText,
    etp_ssi_portes: DecimalText,
    etp_ssi_attribues: DecimalText,
    etp_ssi_retenus: DecimalText,
    etp_ssi_externes: DecimalText.nullable(),
  })
  .meta({ id: 'Chiffres' });

const Details = z
  .object({
    comptes: z.array(
      z.object({
        nomenclature: z.string(),
        compte: z.string(),
        libelle: z.string(),
        bloc: z.string(),
        montant: DecimalText,
        part_numerique: DecimalText,
      }),
    ),
    effectifs: z.array(
      z.object({
        fonction: z.string(),
        type: z.enum(STAFF_TYPES),
        /** Percent. */
        quotite: DecimalText,
        mois: DecimalText,
        nombre: DecimalText,
        /** Of the year: quota × months of twelve × number. */
        etp: DecimalText,
      }),
    ),
    mesures: z.array(
      z.object({
        mesure: z.string(),
        /** Null where it does not apply. */
        niveau: z.int().nullable(),
        commentaire: z.string(),
      }),
    ),
    actions: z.array(z.object({ element: z.string(), libelle: z.string(), reponse: z.string() })),
    annuaires: z.array(z.object({ annuaire: z.string(), score: z.int(), date: DayText.nullable() })),
    /** The establishment's score is its worst directory's; null where none is said. */
    score_ads: z.int().nullable(),
  })
  .meta({ id: 'Details' });

const Act = z
  .object({
    acte: z.string(),
    genre: z.enum(ACT_KINDS),
    jour: DayText,
    par: RoleName,
    texte: z.string(),
    alerte: z.enum(ALERT_CODES).nullable(),
    jusqu_au: DayText.nullable(),
    /** Of a justification typed in a deposit: its file; null of an act by itself. */
    fichier: z.string().nullable(),
  })
  .meta({ id: 'Acte' });

/** Figures or reasons, and what they compare to: of a return as it stands, or as it would. */
export const outcome = {
  etat: z.enum(['non_repondant', 'non_calcule', 'calcule']).nullable(),
  motifs: z.array(z.object({ code: z.string(), phrase: z.string() })),
  chiffres: Figures.nullable(),
  annee_precedente: z
    .object({
      campagne: z.int(),
      part_numerique: DecimalText,
      etp_ssi_retenus: DecimalText,
      /** Sentences: why it may not compare. */
      ruptures: z.array(z.string()),
    })
    .nullable(),
  /** Of its FINESS category; null below the smallest shown slice (rules.md, « Aggregates »). */
  comparaison: z
    .object({
      categorie: z.string(),
      libelle: z.string(),
      part_numerique: z.object({ n: z.int(), mediane: DecimalText }).nullable(),
      etp_ssi_retenus: z.object({ n: z.int(), mediane: DecimalText }).nullable(),
      /** Day of the last deposit that it stands on. */
      au: Instant.nullable(),
    })
    .nullable(),
  alertes: z.array(z.object({ code: z.enum(ALERT_CODES), phrase: z.string() })),
};
export type OutcomeBody = z.infer<z.ZodObject<typeof outcome>>;

export const ReturnBody = z
  .object({
    finess: z.string(),
    raison_sociale: z.string(),
    campagne: z.int(),
    ...outcome,
    /** By column name: the value in force, and where it was read. */
    valeurs: z.record(
      z.string(),
      z.object({
        valeur: z.string(),
        depot: z.string(),
        fichier: z.string(),
        sha256: Sha256Text,
        lieu: z.string(),
      }),
    ),
    alertes: z.array(
      z.object({
        code: z.enum(ALERT_CODES),
        phrase: z.string(),
        /** The last answer to it, in a file or by an act; null where it is still to be justified. */
        justification: z
          .object({
            texte: z.string(),
            par: RoleName,
            jour: DayText,
            /** The file in which it was typed; null where it is an act. */
            fichier: z.string().nullable(),
            /** Day of the last deposit taken, where that is after it: figures may have changed since. */
            depot_depuis: DayText.nullable(),
          })
          .nullable(),
      }),
    ),
    /** What its sections hold beside the values; each list is that of the last good deposit that holds its section. */
    details: Details,
    /** What the accounts known elsewhere say of its budget; null where nothing does. */
    controle_budget: z
      .object({
        charges_totales: DecimalText,
        /** What is declared, less that; null while a title is missing. */
        ecart: DecimalText.nullable(),
        depot: z.string(),
        fichier: z.string(),
        jour: DayText,
      })
      .nullable(),
    /** The last good deposit that holds each section, in their order: all of the section comes from it. */
    rubriques: z.array(
      z.object({ rubrique: z.enum(SECTIONS), depot: z.string(), fichier: z.string(), jour: DayText }),
    ),
    actes: z.array(Act),
    tentatives: z.int(),
    dernier_depot: z.object({ depot: z.string(), fichier: z.string(), jour: DayText }).nullable(),
  })
  .meta({ id: 'Declaration' });

export const RecordActBody = z
  .discriminatedUnion('genre', [
    z.strictObject({
      genre: z.literal('justification'),
      alerte: z.enum(ALERT_CODES),
      texte: z.string().trim().min(10).max(2000),
    }),
    z.strictObject({ genre: z.literal('certification'), texte: z.string().trim().max(2000).default('') }),
    z.strictObject({ genre: z.literal('visa'), texte: z.string().trim().max(2000).default('') }),
    z.strictObject({ genre: z.literal('retour'), texte: z.string().trim().min(10).max(2000) }),
    z.strictObject({
      genre: z.literal('reouverture'),
      texte: z.string().trim().min(10).max(2000),
      jusqu_au: DayText,
    }),
    z.strictObject({ genre: z.literal('dispense'), texte: z.string().trim().min(10).max(2000) }),
  ])
  .meta({ id: 'NouvelActe' });
export type RecordActBody = z.infer<typeof RecordActBody>;

export const RecordedActBody = z
  .object({ acte: z.string(), sha256: Sha256Text })
  .meta({ id: 'ActeEnregistre' });
