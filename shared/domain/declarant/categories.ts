/**
 * FINESS categories of health establishments: nomenclature cs1500106 of 26 May 2025, first aggregate 1000
 * (« Établissements relevant de la loi hospitalière »), in service. Another code is shown as it is.
 */
const CATEGORIES: Readonly<Record<string, string>> = {
  '101': 'Centre hospitalier régional (CHR)',
  '106': 'Centre hospitalier, ex-hôpital local',
  '109': 'Établissement privé autorisé en SSR',
  '122': 'Établissement de soins obstétriques et chirurgico-gynécologiques',
  '126': 'Établissement thermal',
  '127': 'Hospitalisation à domicile (HAD)',
  '128': 'Établissement de soins chirurgicaux',
  '129': 'Établissement de soins médicaux',
  '131': 'Centre de lutte contre le cancer (CLCC)',
  '141': 'Centre de dialyse',
  '146': "Structure d'alternative à la dialyse en centre",
  '156': 'Centre médico-psychologique (CMP)',
  '161': 'Maison de santé pour maladies mentales',
  '292': 'Centre hospitalier spécialisé en psychiatrie (CHS)',
  '355': 'Centre hospitalier (CH)',
  '362': 'Établissement de soins de longue durée',
  '365': 'Établissement de soins pluridisciplinaire',
  '366': 'Atelier thérapeutique',
  '412': 'Appartement thérapeutique',
  '415': 'Service médico-psychologique régional (SMPR)',
  '422': 'Traitements spécialisés à domicile',
  '425': "Centre d'accueil thérapeutique à temps partiel (CATTP)",
  '426': 'Syndicat interhospitalier (SIH)',
  '430': 'Centre de postcure pour malades mentaux',
  '444': "Centre de crise et d'accueil permanent",
  '695': 'Groupement de coopération sanitaire de moyens, exploitant',
  '696': 'Groupement de coopération sanitaire de moyens',
  '697': 'Groupement de coopération sanitaire, établissement de santé',
  '698': 'Autre établissement relevant de la loi hospitalière',
  '699': 'Entité ayant autorisation',
};

export function categoryLabel(code: string): string {
  return Object.hasOwn(CATEGORIES, code) ? (CATEGORIES[code] ?? code) : code;
}
