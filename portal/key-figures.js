/** @import { Return } from './return-view.js' */
import { el } from './dom.js';
import { decimal, euros, percent } from './format.js';
import { table } from './table.js';

/**
 * The share and the SSI FTE beside last year's and the median of the category, then how they were computed.
 *
 * @param {Pick<Return, 'chiffres' | 'annee_precedente' | 'comparaison'>} shown
 * @param {number} campagne
 */
export function keyFigures({ chiffres, annee_precedente, comparaison }, campagne) {
  if (!chiffres) return null;
  const { part_numerique, etp_ssi_retenus } = comparaison ?? {};
  const peers = comparaison
    ? `Médiane de la catégorie « ${comparaison.libelle} »`
    : 'Médiane de la catégorie';
  /** @param {{ n: number, mediane: string } | null | undefined} peer @param {(text: string) => string} write */
  const median = (peer, write) =>
    peer ? `${write(peer.mediane)} (n = ${peer.n})` : 'Non montrée sous 5 déclarants';
  /** @param {'part_numerique' | 'etp_ssi_retenus'} name @param {(text: string) => string} write */
  const before = (name, write) => (annee_precedente ? write(annee_precedente[name]) : 'Inconnu');
  return [
    table(
      'Comparaison avec l’an dernier et avec la catégorie',
      [
        { heading: 'Indicateur' },
        { heading: `Campagne ${campagne}`, kind: 'number' },
        { heading: `Campagne ${campagne - 1}`, kind: 'number' },
        { heading: peers, kind: 'number' },
      ],
      [
        [
          'Part du numérique',
          percent(chiffres.part_numerique),
          before('part_numerique', percent),
          median(part_numerique, percent),
        ],
        [
          'ETP SSI retenus',
          decimal(chiffres.etp_ssi_retenus),
          before('etp_ssi_retenus', decimal),
          median(etp_ssi_retenus, decimal),
        ],
      ],
    ),
    (annee_precedente?.ruptures ?? []).map((rupture) =>
      el('p', {}, `Comparaison avec la campagne ${campagne - 1} : ${rupture}`),
    ),
    table(
      'Détail du calcul',
      [{ heading: 'Grandeur' }, { heading: 'Valeur', kind: 'number' }],
      [
        ['Charges d’exploitation totales', euros(chiffres.charges_totales)],
        ['Charges numériques propres', euros(chiffres.charges_numeriques_propres)],
        ['− Charges mutualisées portées', euros(chiffres.mutualise_porte)],
        ['− Quotes-parts versées', euros(chiffres.quotes_parts)],
        ['+ Quote-part attribuée', euros(chiffres.mutualise_attribue)],
        ['= Charges numériques retenues', euros(chiffres.charges_numeriques_retenues)],
        [
          'Part de l’investissement',
          chiffres.part_investissement === null ? 'Non renseignée' : percent(chiffres.part_investissement),
        ],
        ['ETP SSI internes', decimal(chiffres.etp_ssi_propres)],
        ['− ETP SSI portés', decimal(chiffres.etp_ssi_portes)],
        ['+ ETP SSI attribués', decimal(chiffres.etp_ssi_attribues)],
        ['= ETP SSI retenus', decimal(chiffres.etp_ssi_retenus)],
        [
          'ETP SSI externes (hors total)',
          chiffres.etp_ssi_externes === null ? 'Non renseignés' : decimal(chiffres.etp_ssi_externes),
        ],
      ],
    ),
  ];
}
