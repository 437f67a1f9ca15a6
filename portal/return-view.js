/** @import { Context } from './page.js' */
/** @import { RouteAnswer } from '../shared/contracts/routes.ts' */
import { actForms } from './act-forms.js';
import { badge } from './badge.js';
import { el } from './dom.js';
import { day, decimal, euros, percent } from './format.js';
import { ACTS, ALERTS, nameOf, ROLES, STATES } from './labels.js';
import { COLUMNS } from './names.js';
import { showContent } from './page.js';
import { showReturn } from './routes.js';
import { definitions, table } from './table.js';

/** @typedef {RouteAnswer<'show-return'>} Return */

/**
 * A return: its figures beside last year's and its peers', what is doubted, what was said of it, and where each value
 * comes from.
 *
 * @param {Context} context
 * @param {string} finess
 */
export async function showReturnView(context, finess) {
  const { campaign, profile } = context;
  const shown = await showReturn(campaign, finess);
  const title = profile.role === 'etablissement' ? 'Ma déclaration' : 'Déclaration';
  showContent(
    `${title} : ${shown.raison_sociale}`,
    situation(shown),
    shown.chiffres && figures(shown),
    shown.alertes.length > 0 && alerts(shown),
    actForms(context, shown, () => showReturnView(context, finess)),
    acts(shown),
    values(shown, campaign),
  );
}

/** @param {Return} shown */
function situation({ finess, etat, motifs, dernier_depot, tentatives, campagne }) {
  return [
    definitions([
      ['FINESS', finess],
      ['Situation', etat === null ? 'Aucun chiffre attendu' : badge(STATES[etat])],
      [
        'Dernier dépôt',
        dernier_depot
          ? el(
              'a',
              { href: `./?depot=${dernier_depot.depot}&campagne=${campagne}` },
              `${dernier_depot.fichier}, le ${day(dernier_depot.jour)}`,
            )
          : 'Aucun',
      ],
      ['Nombre de dépôts', String(tentatives)],
    ]),
    motifs.length > 0 && [
      el('h2', {}, 'Pourquoi les chiffres ne sont pas calculés'),
      el(
        'ul',
        {},
        motifs.map(({ phrase }) => el('li', {}, phrase)),
      ),
    ],
  ];
}

/** @param {Return} shown */
function figures({ chiffres, annee_precedente, comparaison, campagne }) {
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
  return el(
    'section',
    { 'aria-labelledby': 'chiffres' },
    el('h2', { id: 'chiffres' }, 'Chiffres'),
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
  );
}

/** @param {Return} shown */
function alerts({ alertes, actes }) {
  return el(
    'section',
    { 'aria-labelledby': 'alertes' },
    el('h2', { id: 'alertes' }, 'À vérifier'),
    el('p', {}, 'Ces points ne bloquent rien : vérifiez la valeur, ou justifiez-la.'),
    table(
      'Alertes sur les chiffres',
      [{ heading: 'Alerte' }, { heading: 'Constat' }, { heading: 'Justification' }],
      alertes.map(({ code, phrase }) => [
        ALERTS[code],
        phrase,
        actes.filter(({ genre, alerte }) => genre === 'justification' && alerte === code).at(-1)?.texte ??
          'Aucune',
      ]),
    ),
  );
}

/** @param {Return} shown */
function acts({ actes }) {
  if (actes.length === 0) return null;
  return el(
    'section',
    { 'aria-labelledby': 'actes' },
    el('h2', { id: 'actes' }, 'Actes enregistrés'),
    table(
      'Actes, dans l’ordre où ils ont été enregistrés',
      [{ heading: 'Acte' }, { heading: 'Le' }, { heading: 'Par' }, { heading: 'Texte' }],
      actes.map(({ genre, alerte, jour, par, texte, jusqu_au }) => [
        alerte ? `${ACTS[genre]} – ${ALERTS[alerte]}` : ACTS[genre],
        day(jour),
        ROLES[par],
        jusqu_au ? `Jusqu’au ${day(jusqu_au)}. ${texte}` : texte || 'Sans texte',
      ]),
    ),
  );
}

/**
 * @param {Return} shown
 * @param {number} campaign
 */
function values({ valeurs }, campaign) {
  const rows = Object.entries(valeurs);
  if (rows.length === 0) return null;
  return el(
    'section',
    { 'aria-labelledby': 'valeurs' },
    el('h2', { id: 'valeurs' }, 'Valeurs en vigueur'),
    table(
      'Chaque valeur, et où elle a été lue',
      [
        { heading: 'Donnée' },
        { heading: 'Valeur', kind: 'number' },
        { heading: 'Fichier' },
        { heading: 'Lieu' },
      ],
      rows.map(([column, { valeur, depot, fichier, lieu }]) => [
        nameOf(COLUMNS, column),
        day(decimal(valeur)),
        el('a', { href: `./?depot=${depot}&campagne=${campaign}` }, fichier),
        lieu,
      ]),
    ),
  );
}
