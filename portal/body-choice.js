/** @import { Context } from './page.js' */
import { el } from './dom.js';
import { choice, field } from './field.js';
import { nameOf } from './labels.js';
import { REGIONS } from './names.js';
import { listDeclarants } from './routes.js';

const QUESTION = 'Pour qui déposez-vous ?';

/** @typedef {{ field: HTMLElement | null, chosen: () => string }} BodyChoice blank: all those of the perimeter */

/**
 * For whom one deposits: nothing to choose with one body, a list with several or a region, a number to type otherwise.
 *
 * @param {Context} context
 * @returns {Promise<BodyChoice>}
 */
export async function bodyChoice({ profile: { perimetre }, campaign }) {
  if (perimetre === '*') return typed();
  if (Object.hasOwn(REGIONS, perimetre))
    return list(
      `Plusieurs déclarants de la région (${nameOf(REGIONS, perimetre)})`,
      (await declarantsOf(campaign, perimetre)).map(({ finess, raison_sociale }) => [
        finess,
        `${raison_sociale} – ${finess}`,
      ]),
    );
  const numbers = perimetre.split(' ');
  if (numbers.length === 1) return { field: null, chosen: () => '' };
  return list(
    'Plusieurs de mes établissements',
    numbers.map((finess) => [finess, `FINESS ${finess}`]),
  );
}

/**
 * @param {string} several
 * @param {readonly (readonly [finess: string, label: string])[]} bodies
 */
function list(several, bodies) {
  const body = choice('declarant', QUESTION, [['', several], ...bodies]);
  return { field: body.field, chosen: () => body.select.value };
}

function typed() {
  const input = el('input', {
    id: 'declarant',
    autocomplete: 'off',
    maxlength: 9,
    'aria-describedby': 'declarant-aide',
  });
  const hint = el(
    'p',
    { id: 'declarant-aide', class: 'hint' },
    'Numéro FINESS à neuf caractères ; laissez vide pour un fichier de plusieurs déclarants.',
  );
  return { field: field(QUESTION, input, hint), chosen: () => input.value.trim().toUpperCase() };
}

/**
 * @param {number} campaign
 * @param {string} region
 */
async function declarantsOf(campaign, region) {
  const found = [];
  /** @type {string | null} */
  let after = '';
  while (after !== null) {
    /** @type {Awaited<ReturnType<typeof listDeclarants>>} */
    const page = await listDeclarants(campaign, region, { apres: after, limite: '200' });
    found.push(...page.elements);
    after = page.suivant;
  }
  return found;
}
