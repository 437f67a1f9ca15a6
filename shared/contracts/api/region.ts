import * as z from 'zod';
import { REASONS } from '../../domain/figures/figures.ts';
import { DayText, DecimalText, Instant, pageOf, Sha256Text } from './leaves.ts';

const Edition = z
  .object({ numero: z.int(), publiee_le: Instant, sha256: Sha256Text })
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
