/** @import { RecordActBody } from '../shared/contracts/api/return.ts' */
/** @import { Context } from './page.js' */
/** @import { Return } from './return-view.js' */
import { byId, el, fill } from './dom.js';
import { choice, field } from './field.js';
import { ACTS, ALERTS } from './labels.js';
import { announce } from './page.js';
import { problemBlock } from './problem.js';
import { recordAct, showReturn } from './routes.js';

/** @typedef {RecordActBody['genre']} Kind */

/**
 * What each act is, and whether a text is asked for.
 *
 * @type {Readonly<Record<Kind, { does: string, text: 'asked' | 'optional', label: string }>>}
 */
const FORMS = {
  certification: {
    does: 'J’atteste que les valeurs en vigueur sont celles de l’établissement.',
    text: 'optional',
    label: 'Précision',
  },
  justification: {
    does: 'Dire pourquoi une valeur qui surprend est exacte ; votre texte figure dans le classeur régional.',
    text: 'asked',
    label: 'Justification',
  },
  visa: { does: 'L’ARS a vérifié la déclaration.', text: 'optional', label: 'Observation' },
  retour: {
    does: 'Renvoyer la déclaration à l’établissement pour qu’il la corrige.',
    text: 'asked',
    label: 'Ce qui est à corriger',
  },
  reouverture: {
    does: 'Permettre des dépôts après la clôture, jusqu’à un jour donné.',
    text: 'asked',
    label: 'Motif',
  },
  dispense: {
    does: 'Dispenser l’établissement de déclarer pour cette campagne.',
    text: 'asked',
    label: 'Motif',
  },
};

/**
 * The acts that the person's role may record on this return, each a form.
 *
 * @param {Context} context
 * @param {Return} shown
 * @param {() => Promise<void>} recorded shows the return again
 */
export function actForms({ profile, campaign }, shown, recorded) {
  const kinds = /** @type {Kind[]} */ (Object.keys(FORMS)).filter(
    (kind) =>
      profile.actions.includes(`act.${kind}`) && (kind !== 'justification' || shown.alertes.length > 0),
  );
  if (kinds.length === 0) return null;
  return el(
    'section',
    { class: 'acts screen', 'aria-labelledby': 'agir' },
    el('h2', { id: 'agir' }, 'Agir sur cette déclaration'),
    kinds.map((kind) => form(kind, campaign, shown, recorded)),
  );
}

/**
 * Opens the form of a justification on that alert, for its text to be typed.
 *
 * @param {Return['alertes'][number]['code']} code
 */
export function justifyButton(code) {
  return el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'aria-label': `Justifier : ${ALERTS[code]}`,
      click: () => {
        const select = /** @type {HTMLSelectElement} */ (byId('justification-alerte'));
        select.value = code;
        const details = select.closest('details');
        if (details) details.open = true;
        byId('justification-texte').focus();
      },
    },
    'Justifier',
  );
}

/**
 * @param {Kind} kind
 * @param {number} campaign
 * @param {Return} shown
 * @param {() => Promise<void>} recorded
 */
function form(kind, campaign, { finess, alertes }, recorded) {
  const { does, text, label } = FORMS[kind];
  const result = el('div', {});
  const button = el('button', { type: 'submit' }, `Enregistrer : ${ACTS[kind].toLowerCase()}`);
  const words = el('textarea', {
    id: `${kind}-texte`,
    rows: 3,
    maxlength: 2000,
    minlength: text === 'asked' && 10,
    required: text === 'asked',
  });
  const until = el('input', { id: `${kind}-jour`, type: 'date', required: true });
  const alert = choice(
    `${kind}-alerte`,
    'Alerte',
    alertes.map(({ code }) => [code, ALERTS[code]]),
  );

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    button.disabled = true;
    fill(result);
    try {
      const act = actOf(kind, { texte: words.value, alerte: alert.select.value, jusqu_au: until.value });
      const { acte } = await recordAct(campaign, finess, act);
      announce('Acte enregistré. Mise à jour de la déclaration…');
      await isFolded(campaign, finess, acte);
      await recorded();
      announce(`${ACTS[kind]} : c’est enregistré.`);
    } catch (error) {
      fill(result, problemBlock(error));
    } finally {
      button.disabled = false;
    }
  }

  return el(
    'details',
    {},
    el('summary', {}, ACTS[kind]),
    el(
      'form',
      { submit: (event) => void submit(event), 'aria-label': ACTS[kind] },
      el('p', {}, does),
      kind === 'justification' && alert.field,
      kind === 'reouverture' && field('Dernier jour des dépôts', until),
      field(text === 'asked' ? `${label} (10 caractères au moins)` : `${label} (facultatif)`, words),
      button,
      result,
    ),
  );
}

/**
 * @param {Kind} kind
 * @param {{ texte: string, alerte: string, jusqu_au: string }} fields
 * @returns {RecordActBody}
 */
function actOf(kind, { texte, alerte, jusqu_au }) {
  if (kind === 'justification')
    return { genre: kind, texte, alerte: /** @type {Return['alertes'][number]['code']} */ (alerte) };
  if (kind === 'reouverture') return { genre: kind, texte, jusqu_au };
  return { genre: kind, texte };
}

/** Acts are read like deposits: they stand in the return some moments after. Milliseconds and tries. */
const WAIT = 300;
const TRIES = 60;

/**
 * @param {number} campaign
 * @param {string} finess
 * @param {string} act
 */
async function isFolded(campaign, finess, act) {
  for (let i = 0; i < TRIES; i += 1) {
    const { actes } = await showReturn(campaign, finess);
    if (actes.some(({ acte }) => acte === act)) return;
    await new Promise((resolve) => setTimeout(resolve, WAIT));
  }
}
