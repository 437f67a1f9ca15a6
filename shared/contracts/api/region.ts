import * as z from 'zod';
import { REASONS } from '../../domain/figures/figures.ts';
import { DayText, DecimalText, DownloadLinkBody, Instant, pageOf, Sha256Text } from './leaves.ts';

const Edition = z
  .object({
    numero: z.int(),
    publiee_le: Instant,
    /** Of the workbook. */
    sha256: Sha256Text,
    /** Of manifest.txt, which is printed in the workbook. */
    manifeste_sha256: Sha256Text,
  })
  .meta({ id: 'Edition' });

export const DashboardBody = z
  .object({
    region: z.string(),
    libelle: z.string(),
    campagne: z.int(),
    ouverture: DayText,
    echeance: DayText,
    cloture: DayText,
    attendus: z.int(),
    /** At least one row was taken. */
    recus: z.int(),
    /** Something was deposited and every row refused. */
    refuses: z.int(),
    calcules: z.int(),
    /** Not computed although the deadline has passed; waived ones are not counted. */
    en_retard: z.int(),
    /** Not computed and not waived, whatever the date. */
    a_relancer: z.int(),
    dispenses: z.int(),
    /** Computed over expected, six decimals; null where nobody is expected. */
    couverture: DecimalText.nullable(),
    derniere_edition: Edition.nullable(),
  })
  .meta({ id: 'TableauDeBord' });

export const DECLARANT_STATES = ['jamais-depose', 'refuse', 'non-calcule', 'calcule'] as const;
export const DeclarantBody = z
  .object({
    finess: z.string(),
    raison_sociale: z.string(),
    statut: z.string(),
    categorie: z.string(),
    departement: z.string(),
    situation: z.enum(DECLARANT_STATES),
    motifs: z.array(z.enum(REASONS)),
    /** What to say to it, in one sentence. */
    phrase: z.string(),
    tentatives: z.int(),
    dernier_depot: DayText.nullable(),
    certifie: z.boolean(),
    vise: z.boolean(),
    dispense: z.boolean(),
    contacts: z.array(
      z.object({ fonction: z.string(), nom: z.string(), courriel: z.string(), telephone: z.string() }),
    ),
  })
  .meta({ id: 'SuiviDeclarant' });
export type DeclarantBody = z.infer<typeof DeclarantBody>;
export const DeclarantPageBody = pageOf(DeclarantBody, 'PageDeclarants');

export const EditionPageBody = pageOf(Edition, 'PageEditions');

export const EditionLinkBody = DownloadLinkBody.extend({
  /** Of the file. */
  sha256: Sha256Text,
  manifeste_sha256: Sha256Text,
}).meta({ id: 'LienEdition' });

/** edition.json: what was published, when, and the hashes by which it is recognised. */
export const EditionDescriptionBody = z
  .object({
    campagne: z.int(),
    /** A region, or `FR`. */
    de: z.string(),
    numero: z.int(),
    construite_le: Instant,
    generation: z.string(),
    /** Version of the code that built it. */
    code: z.string(),
    /** SHA-256 of manifest.txt. */
    manifeste: Sha256Text,
    /** SHA-256 of each document, by what it is. */
    documents: z.record(z.string(), Sha256Text),
  })
  .meta({ id: 'DescriptionEdition' });
