import * as z from 'zod';
import { SECTIONS } from '../../domain/deposit/columns.ts';
import { TODOS } from '../../domain/issues/todo.ts';
import { DayText, FinessParam, Instant, pageOf, RoleName, Sha256Text } from './leaves.ts';

/** A relative path as a depositor names a file: no step up, no root, no control character. */
export const FileName = z
  .string()
  .min(1)
  .max(255)
  .refine(
    (name) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
      !/[\u0000-\u001f\u007f\\]/.test(name) &&
      name.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
    'Attendu : un nom de fichier, sans « .. » ni caractère de contrôle.',
  );

export const UPLOAD_TYPES = [
  'application/octet-stream',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

export const OpenDepositBody = z
  .strictObject({
    fichier: FileName,
    /** Bytes. */
    taille: z.int().min(0),
    sha256: Sha256Text,
    type_mime: z.enum(UPLOAD_TYPES).default('application/octet-stream'),
    /** The one body that the file speaks of; without it, all those that the caller holds. */
    finess: FinessParam.exactOptional(),
  })
  .meta({ id: 'OuvertureDepot' });

export const OpenedDepositBody = z
  .object({
    depot: z.string(),
    envoi: z.object({ url: z.string(), champs: z.record(z.string(), z.string()), expire_le: Instant }),
  })
  .meta({ id: 'DepotOuvert' });

const Status = z.enum(['en-attente', 'efface', 'accepted', 'accepted-with-warnings', 'rejected']);

const summary = {
  depot: z.string(),
  campagne: z.int(),
  fichier: z.string(),
  taille: z.int(),
  sha256: Sha256Text,
  ouvert_le: Instant,
  depose_par: RoleName,
  /** « déposé par l'ARS » where it was; null elsewhere. */
  mention: z.string().nullable(),
  perimetre: z.string(),
  statut: Status,
};
export const DepositSummaryBody = z.object(summary).meta({ id: 'Depot' });
export type DepositSummaryBody = z.infer<typeof DepositSummaryBody>;
export const DepositPageBody = pageOf(DepositSummaryBody, 'PageDepots');

/** The verdict as contracts.md fixes it. */
export const VerdictBody = z
  .object({
    file: z.string(),
    sha256: Sha256Text,
    kind: z.string(),
    status: z.enum(['accepted', 'accepted-with-warnings', 'rejected']),
    rows: z.object({ read: z.int(), accepted: z.int(), refused: z.int() }),
    /** What the rows taken filled. */
    sections: z.array(z.enum(SECTIONS)),
    /** One sentence that says it all. */
    summary: z.string(),
    issues: z.array(
      z.object({
        code: z.string(),
        severity: z.enum(['error', 'warning']),
        /** Issues are read by what there is to do about them. */
        todo: z.enum(TODOS),
        at: z.object({
          sheet: z.string().exactOptional(),
          cell: z.string().exactOptional(),
          line: z.int().exactOptional(),
          lastLine: z.int().exactOptional(),
          column: z.string().exactOptional(),
        }),
        seen: z.string(),
        expected: z.string(),
        /** What a right value looks like; blank where it says no more. */
        example: z.string(),
        message: z.string(),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'Verdict' });
export type VerdictBody = z.infer<typeof VerdictBody>;

export const DepositBody = z
  .object({
    ...summary,
    verdict: VerdictBody.nullable(),
    /** What was said first, where the verdict has changed since; null elsewhere. */
    premier_verdict: VerdictBody.nullable(),
    effacement: z.object({ motif: z.string(), le: Instant }).nullable(),
  })
  .meta({ id: 'DepotDetaille' });

export const ReceiptEntryBody = z
  .object({
    finess: z.string(),
    /** Whose manifest names it, beside the nation's; null of an external carrier, named in those of its pool. */
    region: z.string().nullable(),
    ligne: z.int(),
    /** SHA-256. */
    ecriture: Sha256Text,
  })
  .meta({ id: 'EcritureRecepisse' });
export type ReceiptEntryBody = z.infer<typeof ReceiptEntryBody>;

export const ReceiptBody = z
  .object({
    depot: z.string(),
    campagne: z.int(),
    fichier: z.string(),
    taille: z.int(),
    sha256: Sha256Text,
    ouvert_le: Instant,
    jour: DayText,
    depose_par: RoleName,
    mention: z.string().nullable(),
    perimetre: z.string(),
    statut: Status,
    /** SHA-256 of the verdict's text, and the generation under which it was given. */
    verdict_sha256: Sha256Text.nullable(),
    generation: z.string(),
    /** What the deposit added to the journal, as manifests name it; null while the verdict is awaited. */
    ecritures: z.array(ReceiptEntryBody).nullable(),
    /** How many there are: the receipt of a very large file names the first ones. */
    ecritures_total: z.int(),
  })
  .meta({ id: 'Recepisse' });
export type ReceiptBody = z.infer<typeof ReceiptBody>;

export const EraseDepositBody = z
  .strictObject({ motif: z.string().trim().min(10).max(1000) })
  .meta({ id: 'EffacementDepot' });
export const ErasedDepositBody = z
  .object({ depot: z.string(), motif: z.string(), le: Instant })
  .meta({ id: 'DepotEfface' });
