/**
 * Names that the shared code has too (shared/domain: regions, categories, columns): the pages import nothing but
 * pages, and test/unit/portal/labels.test.ts holds the two lists together.
 */
/** @import { RegionCode } from '../shared/domain/territory/regions.ts' */
/** @import { ColumnName } from '../shared/domain/deposit/columns.ts' */

/** By INSEE code. @type {Readonly<Record<RegionCode, string>>} */
export const REGIONS = {
  '01': 'Guadeloupe',
  '02': 'Martinique',
  '03': 'Guyane',
  '04': 'La Réunion',
  '06': 'Mayotte',
  11: 'Île-de-France',
  24: 'Centre-Val de Loire',
  27: 'Bourgogne-Franche-Comté',
  28: 'Normandie',
  32: 'Hauts-de-France',
  44: 'Grand Est',
  52: 'Pays de la Loire',
  53: 'Bretagne',
  75: 'Nouvelle-Aquitaine',
  76: 'Occitanie',
  84: 'Auvergne-Rhône-Alpes',
  93: "Provence-Alpes-Côte d'Azur",
  94: 'Corse',
  975: 'Saint-Pierre-et-Miquelon',
};

/** FINESS categories, by code. @type {Readonly<Record<string, string>>} */
export const CATEGORIES = {
  101: 'Centre hospitalier régional (CHR)',
  106: 'Centre hospitalier, ex-hôpital local',
  109: 'Établissement privé autorisé en SSR',
  122: 'Établissement de soins obstétriques et chirurgico-gynécologiques',
  126: 'Établissement thermal',
  127: 'Hospitalisation à domicile (HAD)',
  128: 'Établissement de soins chirurgicaux',
  129: 'Établissement de soins médicaux',
  131: 'Centre de lutte contre le cancer (CLCC)',
  141: 'Centre de dialyse',
  146: "Structure d'alternative à la dialyse en centre",
  156: 'Centre médico-psychologique (CMP)',
  161: 'Maison de santé pour maladies mentales',
  292: 'Centre hospitalier spécialisé en psychiatrie (CHS)',
  355: 'Centre hospitalier (CH)',
  362: 'Établissement de soins de longue durée',
  365: 'Établissement de soins pluridisciplinaire',
  366: 'Atelier thérapeutique',
  412: 'Appartement thérapeutique',
  415: 'Service médico-psychologique régional (SMPR)',
  422: 'Traitements spécialisés à domicile',
  425: "Centre d'accueil thérapeutique à temps partiel (CATTP)",
  426: 'Syndicat interhospitalier (SIH)',
  430: 'Centre de postcure pour malades mentaux',
  444: "Centre de crise et d'accueil permanent",
  695: 'Groupement de coopération sanitaire de moyens, exploitant',
  696: 'Groupement de coopération sanitaire de moyens',
  697: 'Groupement de coopération sanitaire, établissement de santé',
  698: 'Autre établissement relevant de la loi hospitalière',
  699: 'Entité ayant autorisation',
};

/** Columns of a declaration. @type {Readonly<Record<ColumnName, string>>} */
export const COLUMNS = {
  cloture: "Clôture des comptes de l'exercice",
  date_cloture: "Date d'arrêté ou d'approbation des comptes",
  charges_titre1: 'Titre 1 – Charges de personnel',
  charges_titre2: 'Titre 2 – Charges à caractère médical',
  charges_titre3: 'Titre 3 – Charges à caractère hôtelier et général',
  charges_titre4: 'Titre 4 – Amortissements, provisions, charges financières et exceptionnelles',
  emplois_investissement: "Total des emplois d'investissement",
  num_personnel: 'Charges numériques – personnel',
  num_medical: 'Charges numériques – à caractère médical',
  num_general: 'Charges numériques – générales',
  num_amortissement: 'Charges numériques – amortissements',
  num_investissement: "Emplois d'investissement numériques",
  mutualise_charges: 'Charges portées pour le groupement',
  mutualise_etp_ssi: 'ETP SSI portés pour le groupement',
  quote_part_versee: 'Quotes-parts versées au groupement',
  quotes_parts_refacturees: 'Quotes-parts refacturées aux membres',
  etp_total: "ETP de l'établissement",
  etp_ssi_internes: 'ETP SSI internes',
  etp_ssi_externes: 'ETP SSI externes',
  maturite_date: "Date d'auto-évaluation de la maturité",
};
