import type { Day } from '../calendar/day.ts';

/** Amounts and FTE with two decimals, activities with four, parts with six. */
export const LAKE_DECIMALS = {
  'decimal(18,2)': { precision: 18, scale: 2 },
  'decimal(18,4)': { precision: 18, scale: 4 },
  'decimal(18,6)': { precision: 18, scale: 6 },
} as const satisfies Readonly<Record<string, { readonly precision: number; readonly scale: number }>>;

type LakeDecimal = keyof typeof LAKE_DECIMALS;
export type LakeType = 'text' | 'int' | 'bool' | 'date' | LakeDecimal;

export interface LakeColumn {
  readonly type: LakeType;
  readonly nullable: boolean;
  /** In French, as docs/sql.md and the catalogue show it. */
  readonly description: string;
}

export interface LakeTable {
  readonly description: string;
  readonly columns: Readonly<Record<string, LakeColumn>>;
}

const text = (description: string) => ({ type: 'text', nullable: false, description }) as const;
const maybeText = (description: string) => ({ type: 'text', nullable: true, description }) as const;
const maybeInt = (description: string) => ({ type: 'int', nullable: true, description }) as const;
const bool = (description: string) => ({ type: 'bool', nullable: false, description }) as const;
const day = (description: string) => ({ type: 'date', nullable: false, description }) as const;
const amount = (description: string) => ({ type: 'decimal(18,2)', nullable: true, description }) as const;
const activity = (description: string) => ({ type: 'decimal(18,4)', nullable: true, description }) as const;
const part = (description: string) => ({ type: 'decimal(18,6)', nullable: true, description }) as const;

const STATUT = text('Statut juridique : public, prive_non_lucratif ou prive_lucratif');
const CATEGORIE = text('Code de la catégorie FINESS');
const FAIT = text("Identifiant du dépôt, qui trie selon l'heure de son ouverture");
const FICHIER = text('Nom du fichier déposé, tel que son auteur le nomme');
const JOUR_DEPOT = day('Jour du dépôt, heure de Paris');

/**
 * The tables that analysts query: the one source of the Parquet files, of the Glue catalogue and of docs/sql.md. Every
 * table is partitioned by `campagne` and `region`, which are no columns of the files.
 */
export const LAKE_TABLES = {
  declarants: {
    description: "Une ligne par déclarant du référentiel, qu'il ait répondu ou non",
    columns: {
      finess: text('Numéro FINESS du déclarant'),
      raison_sociale: text('Raison sociale, telle que dans le référentiel'),
      statut: STATUT,
      categorie: CATEGORIE,
      departement: text('Département, tel que dans le référentiel'),
      finess_ej: text("Numéro FINESS de l'entité juridique"),
      groupes: maybeText("Codes de ses groupes de mutualisation, joints par | ; vide s'il n'en a pas"),
    },
  },
  figures: {
    description:
      'Une ligne par déclarant du référentiel : celle de figures.csv, son statut et sa catégorie en plus',
    columns: {
      finess: text('Numéro FINESS du déclarant'),
      statut: STATUT,
      categorie: CATEGORIE,
      etat: text('calcule, non_calcule ou non_repondant ; les chiffres sont vides hors de calcule'),
      motifs: maybeText("Motifs de l'absence de chiffres, joints par | ; vide hors de non_calcule"),
      charges_totales: amount("Charges d'exploitation totales, en euros"),
      charges_numeriques_propres: amount("Charges numériques déclarées par l'établissement, en euros"),
      mutualise_porte: amount('Part de ces charges portée pour son groupe, en euros'),
      quotes_parts: amount('Quotes-parts versées à ses groupes, en euros'),
      mutualise_attribue: amount('Part des charges mutualisées qui lui revient, en euros'),
      charges_numeriques_retenues: amount('Propres − portées − versées + attribuées, en euros'),
      part_numerique: part('Charges numériques retenues sur charges totales, arrondi à six décimales'),
      part_investissement: part('num_investissement sur emplois_investissement, arrondi à six décimales'),
      etp_ssi_propres: amount('ETP SSI internes déclarés'),
      etp_ssi_portes: amount('Part de ces ETP portée pour son groupe'),
      etp_ssi_attribues: amount('Part des ETP mutualisés qui lui revient'),
      etp_ssi_retenus: amount('Propres − portés + attribués'),
      etp_ssi_externes: amount('ETP SSI externes, à titre indicatif'),
      num_investissement: amount(
        'Numérateur exact de part_investissement, en euros ; vide sans part_investissement',
      ),
      emplois_investissement: amount(
        'Dénominateur exact de part_investissement, en euros ; vide sans part_investissement',
      ),
    },
  },
  sections: {
    description: 'Une ligne par organisme et section en vigueur : le dépôt dont elle vient',
    columns: {
      finess: text('Numéro FINESS du déclarant, ou du porteur externe (région EXT)'),
      section: text('cloture, budget, numerique, mutualisation, etp, maturite ou actions'),
      fichier: FICHIER,
      sha256: text('SHA-256 du fichier déposé, 64 caractères hexadécimaux'),
      jour_depot: JOUR_DEPOT,
      fait: FAIT,
    },
  },
  issues: {
    description:
      'Une ligne par anomalie relevée dans les dépôts en vigueur et dans le dernier dépôt de chaque organisme',
    columns: {
      finess: text('Numéro FINESS du déclarant, ou du porteur externe (région EXT)'),
      fait: FAIT,
      fichier: FICHIER,
      jour_depot: JOUR_DEPOT,
      retenue: bool("Vrai si la déclaration où l'anomalie se trouve a été prise, faux si elle a été refusée"),
      code: text("Code de l'anomalie (docs/messages.md)"),
      severite: text('error ou warning, selon les règles du jour du dépôt'),
      feuille: maybeText('Feuille du classeur'),
      cellule: maybeText("Cellule, telle qu'Excel la montre"),
      ligne: maybeInt("Ligne, telle qu'un éditeur la compte"),
      derniere_ligne: maybeInt("Dernière ligne, si l'anomalie en couvre plusieurs"),
      colonne: maybeText('Intitulé de la colonne'),
      lu: text('Ce qui a été lu'),
    },
  },
  pools: {
    description:
      "Une ligne par groupe et membre ; un membre qui n'est pas déclarant est dans la région du porteur",
    columns: {
      groupe: text('Code du groupe'),
      libelle: text('Libellé du groupe'),
      porteur: text('Numéro FINESS du porteur'),
      porteur_externe: bool("Vrai si le porteur n'est pas déclarant et ne reçoit aucune part"),
      finess: text('Numéro FINESS du membre'),
      activite: activity('Activité combinée du membre, clé du partage ; vide si elle est inconnue'),
      charges: amount("Part des charges mutualisées, en euros ; vide tant que le partage n'est pas possible"),
      etp: amount("Part des ETP SSI mutualisés ; vide tant que le partage n'est pas possible"),
      situation: text("calcule, sans-chiffres, ou hors-champ si le membre n'est pas déclarant"),
    },
  },
} as const satisfies Readonly<Record<string, LakeTable>>;

export type LakeTableName = keyof typeof LAKE_TABLES;
export const LAKE_TABLE_NAMES = Object.keys(LAKE_TABLES) as readonly LakeTableName[];

/** A whole number is a number, a decimal the whole number of its last digit: cents, hundredths, millionths. */
export type LakeValue = string | number | boolean | bigint | null;

interface ValueOfType {
  readonly text: string;
  readonly int: number;
  readonly bool: boolean;
  readonly date: Day;
}
type ValueOf<C extends LakeColumn> =
  | (C['type'] extends keyof ValueOfType ? ValueOfType[C['type']] : bigint)
  | (C['nullable'] extends true ? null : never);

/** A line of a table: a value of its type for every column. */
export type LakeRow<T extends LakeTableName> = {
  readonly [C in keyof (typeof LAKE_TABLES)[T]['columns']]: (typeof LAKE_TABLES)[T]['columns'][C] extends LakeColumn
    ? ValueOf<(typeof LAKE_TABLES)[T]['columns'][C]>
    : never;
};

/** A line of whatever table. */
export type LakeLine = Readonly<Record<string, LakeValue>>;

/** The lines of every table. */
export type LakeLines = { readonly [T in LakeTableName]: readonly LakeRow<T>[] };
