import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import { financialYear } from '../../domain/campaign/campaign.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import { relaxationInWords } from '../../messages/relaxations.ts';

export interface MethodSection {
  readonly title: string;
  /** Term, then what it means. */
  readonly lines: readonly (readonly [string, string])[];
}

/** The rules in words, as both workbooks give them. rules.md is their source; the rule set their data. */
export function methodSections(campaign: CampaignYear, rules: RuleSet): readonly MethodSection[] {
  const year = financialYear(campaign);
  return [
    {
      title: 'Sources',
      lines: [
        [
          'Texte',
          'Instruction n° DNS/2025/12 du 22 janvier 2025, action 7 (part du numérique et ETP SSI) et action 2 (maturité).',
        ],
        [
          'Lecture',
          "Complétée par ce que publient l'ATIH (charges et ressources des systèmes d'information hospitaliers) et les ARS. Ce qu'aucune source ne tranche est écrit ici comme « notre règle ».",
        ],
        [
          'Jeu de règles',
          `${rules.id}, en vigueur depuis le ${rules.inForceFrom.split('-').reverse().join('/')}.`,
        ],
        [
          'Exercice',
          `Campagne ${campaign} : données de l'exercice ${year}, saisies après la clôture des comptes, au plus tard à la fin du premier semestre ${campaign}.`,
        ],
      ],
    },
    {
      title: 'Définitions',
      lines: [
        [
          'Déclarant',
          "L'entité juridique d'un établissement public, l'établissement pour un établissement privé ; un numéro FINESS.",
        ],
        [
          "Charges d'exploitation totales",
          'Somme des titres 1 à 4 du budget global, budgets annexes compris, nette des flux internes. Une entité qui gère aussi des structures non sanitaires déclare le tout, sans ventilation.',
        ],
        [
          'Charges numériques propres',
          'Personnel + charges à caractère médical + charges générales + amortissements numériques. Celles du porteur comprennent ce qu’il paie pour le groupement ; celles d’un membre, les quotes-parts qu’il verse.',
        ],
        [
          'Charges numériques retenues',
          'Propres − portées pour le groupement − quotes-parts versées + quote-part attribuée.',
        ],
        [
          'Part du budget dédiée au numérique',
          "Charges numériques retenues ÷ charges d'exploitation totales.",
        ],
        [
          "Part de l'investissement",
          "Emplois d'investissement numériques ÷ total des emplois d'investissement, quand les deux sont donnés. Montrée à côté, jamais ajoutée.",
        ],
        [
          'ETP SSI retenus',
          'Internes − portés pour le groupement + attribués par le groupement. Les ETP externes sont montrés à côté, jamais ajoutés.',
        ],
      ],
    },
    {
      title: 'Règles de calcul',
      lines: [
        [
          'Partage d’un groupement',
          "Le montant porté est réparti entre tous les membres selon l'activité combinée, répondants ou non : centimes entiers par défaut, centimes restants aux plus fortes fractions puis au plus petit FINESS. La somme des parts égale le montant, au centime.",
        ],
        [
          'Porteur externe',
          'Un porteur qui n’est pas un déclarant (GCS, GIP, siège) ne prend pas de part et n’est pas attendu.',
        ],
        [
          'Agrégats',
          'Toujours un rapport de sommes, jamais une moyenne de parts, sur les seuls établissements calculés ; avec leur nombre (n), le nombre d’attendus et la couverture.',
        ],
        [
          'Médiane et quartiles',
          'Des valeurs individuelles, comme QUARTILE.INCLURE : rang (n − 1) × q, interpolation linéaire.',
        ],
        [
          'Arrondis',
          'Montants et ETP à deux décimales ; les parts ne sont arrondies qu’à l’affichage. Une donnée vide est manquante : ni zéro ni erreur.',
        ],
      ],
    },
    {
      title: 'Quand les chiffres sont calculés',
      lines: [
        ['Non répondant', 'Aucun dépôt recevable.'],
        [
          'Non calculé',
          "Au moins une raison : comptes de l'exercice non définitivement clos ; pas d'auto-évaluation de maturité de l'année ; montant ou ETP obligatoire manquant ; budget nul ; mutualisation du porteur non close ; activité combinée d'un membre inconnue.",
        ],
        ['Calculé', 'Aucune de ces raisons. La dernière ligne recevable fait foi.'],
      ],
    },
    ...relaxedSection(rules),
    {
      title: 'Limites',
      lines: [
        [
          'ETP SSI',
          "L'instruction n'en donne pas de définition opposable : les périmètres peuvent différer d'un établissement à l'autre.",
        ],
        [
          'Établissements privés',
          "Aucune méthode de référence n'est citée pour eux : la comparaison avec le public est prudente.",
        ],
        [
          'Logiciels en service',
          "Un logiciel loué est une charge, un logiciel acheté un investissement amorti : la part n'est pas neutre à ce choix.",
        ],
        [
          'Couverture',
          'Un indicateur décrit les établissements calculés ; plus la couverture est faible, moins il vaut pour la région.',
        ],
      ],
    },
  ];
}

/** Rules turned down since: none where every rule stands. */
function relaxedSection({ relaxations }: RuleSet): readonly MethodSection[] {
  if (relaxations.length === 0) return [];
  return [{ title: 'Règles abaissées', lines: relaxations.map(relaxationInWords) }];
}
