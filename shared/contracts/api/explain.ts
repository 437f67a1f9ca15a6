import * as z from 'zod';
import { FIGURE_COLUMNS, type FigureColumn } from '../../domain/report/figure-texts.ts';
import { DayText, DecimalText, Instant, pageOf, Sha256Text } from './leaves.ts';

/** Amounts in euros, FTE, parts of one. */
const Unit = z.enum(['euros', 'etp', 'part']);

export const FigureParam = z
  .enum(FIGURE_COLUMNS as [FigureColumn, ...FigureColumn[]])
  .meta({ description: 'Chiffre expliqué : une colonne de figures.csv' });

const Formula = z.object({
  /** In French, with the source of the rule. */
  mots: z.string(),
  /** By the names of its inputs. */
  symboles: z.string(),
  /** Rule set; null of an edition that did not say it. */
  jeu_de_regles: z.string().nullable(),
});

/** Where a value was read. */
const Origin = z.object({
  depot: z.string(),
  fichier: z.string(),
  sha256: Sha256Text,
  feuille: z.string().nullable(),
  cellule: z.string().nullable(),
  ligne: z.int().nullable(),
  /** Of a range of lines. */
  derniere_ligne: z.int().nullable(),
  colonne: z.string().nullable(),
  jour: DayText,
  lieu: z.string(),
});

/** Of a share: ⌊mutualise × activite ÷ activites⌋ in hundredths, and one more where `reliquat`. */
const Share = z.object({
  groupe: z.string(),
  libelle: z.string(),
  porteur: z.string(),
  /** What the carrier declares; null while it is not closed. */
  mutualise: DecimalText.nullable(),
  /** Combined activity of the declarant, then of all members. */
  activite: DecimalText.nullable(),
  activites: DecimalText.nullable(),
  membres: z.int(),
  /** A unit left over fell to it. */
  reliquat: z.boolean(),
  /** SHA-256 of groupes.csv. */
  groupes_sha256: Sha256Text.nullable(),
});

/** A line that a declared value is the sum of: a digital account, or people of one function. */
const Detail = z.object({
  libelle: z.string(),
  /** Of an account its digital part; of staff its FTE, exact to four decimals: the sum alone is rounded. */
  valeur: DecimalText,
  regle: z.string(),
  lieu: z.string(),
});

const Input = z.object({
  role: z.enum(['plus', 'moins', 'numerateur', 'denominateur']),
  genre: z.enum(['declare', 'chiffre', 'mutualisation']),
  /** Column of the declaration, or of figures.csv. */
  nom: z.string(),
  libelle: z.string(),
  valeur: DecimalText.nullable(),
  /** What makes it count. */
  regle: z.string(),
  /** Path under which a figure is explained in its turn; null of what is declared. */
  explication: z.string().nullable(),
  /** Null where it is blank, computed, or of a carrier that the reader may not read. */
  origine: Origin.nullable(),
  /** Blank where the value was typed as it is. */
  detail: z.array(Detail),
  mutualisation: Share.nullable(),
});

export const FigureExplanationBody = z
  .object({
    campagne: z.int(),
    finess: z.string(),
    chiffre: z.enum(FIGURE_COLUMNS as [FigureColumn, ...FigureColumn[]]),
    unite: Unit,
    etat: z.enum(['non_repondant', 'non_calcule', 'calcule']),
    motifs: z.array(z.object({ code: z.string(), phrase: z.string() })),
    /** As figures.csv writes it, as the return stands now. */
    valeur: DecimalText.nullable(),
    formule: Formula,
    entrees: z.array(Input),
    /** In the nation's last edition, which may be some minutes older; null before the first. */
    publie: z.object({ edition: z.int(), valeur: DecimalText.nullable() }).nullable(),
  })
  .meta({ id: 'ExplicationChiffre' });

/** A declarant beside a quartile; ranks count from 1, from the lowest value. */
const Ranked = z.object({ rang: z.int(), finess: z.string(), valeur: DecimalText });

/** What a figure of a slice is about, and the snapshot that it was read in. */
const slice = {
  campagne: z.int(),
  axe: z.string(),
  tranche: z.string(),
  indicateur: z.string(),
  unite: Unit,
  valeur: DecimalText.nullable(),
  n: z.int(),
  attendus: z.int(),
  numerateur: DecimalText.nullable(),
  denominateur: DecimalText.nullable(),
  edition: z.int(),
  publie_le: Instant,
  sha256: Sha256Text,
};

export const AggregateExplanationBody = z
  .object({
    ...slice,
    couverture: DecimalText,
    formule: Formula,
    /** Those expected that do not count. */
    sans_chiffre: z.object({
      non_repondants: z.int(),
      non_calcules: z.int(),
      /** With figures, but not this one. */
      sans_cet_indicateur: z.int(),
    }),
    quartiles: z.array(
      z.object({
        quartile: z.enum(['q1', 'mediane', 'q3']),
        valeur: DecimalText,
        /** (n − 1) × q + 1: a whole and a fraction between two neighbours. */
        rang: DecimalText,
        bas: Ranked,
        haut: Ranked,
      }),
    ),
    /** Path under which each declarant's part is listed. */
    contributions: z.string(),
  })
  .meta({ id: 'ExplicationAgregat' });

const Contribution = z.object({
  finess: z.string(),
  numerateur: DecimalText,
  /** Null for FTE. */
  denominateur: DecimalText.nullable(),
  valeur: DecimalText,
  /** Its numerator over the sum; null where that is zero. */
  part_de_la_somme: DecimalText.nullable(),
  /** The figure of the slice without it, and how it would move; null where nobody else contributes. */
  valeur_sans: DecimalText.nullable(),
  ecart_sans: DecimalText.nullable(),
  /** Path of its explanation. */
  explication: z.string(),
});

export const ContributionPageBody = pageOf(Contribution, 'PageContributions')
  .extend(slice)
  .meta({ id: 'Contributions' });
