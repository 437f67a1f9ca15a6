import { ApiProblem, NetworkFailure, SignedOut } from './api.js';
import { el } from './dom.js';
import { signIn } from './oidc.js';

/**
 * What went wrong in words, and what to do; read out at once.
 *
 * @param {unknown} error
 * @param {() => void} [again] what « Réessayer » does; without it there is no such button
 */
export function problemBlock(error, again) {
  if (error instanceof SignedOut) return signInAgain();
  const { title, details, todo } = wordsOf(error);
  const retry = again && isWorthAnotherTry(error);
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('p', { class: 'title' }, el('span', { class: 'mark', 'aria-hidden': 'true' }, '✕'), title),
    details.length > 0 &&
      el(
        'ul',
        {},
        details.map((detail) => el('li', {}, detail)),
      ),
    todo && el('p', {}, todo),
    retry && el('button', { type: 'button', click: again }, 'Réessayer'),
  );
}

function signInAgain() {
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('p', { class: 'title' }, 'Votre session a expiré.'),
    el('p', {}, 'Connectez-vous de nouveau : vous reviendrez à cette page.'),
    el('button', { type: 'button', click: () => void signIn() }, 'Se reconnecter'),
  );
}

/**
 * @param {unknown} error
 * @returns {{ title: string, details: readonly string[], todo: string }}
 */
function wordsOf(error) {
  if (error instanceof NetworkFailure)
    return {
      title: 'Le service ne répond pas.',
      details: [],
      todo: 'Vérifiez votre connexion, puis réessayez. Ce qui a déjà été déposé est conservé.',
    };
  if (error instanceof ApiProblem) {
    const { title, detail, erreurs = [], status } = error.problem;
    const fields = erreurs.map(({ champ, message }) => (champ ? `${champ} : ${message}` : message));
    return { title, details: detail ? [detail, ...fields] : fields, todo: adviceFor(status) };
  }
  console.error(error);
  return {
    title: 'Cette page a rencontré une erreur.',
    details: [],
    todo: 'Rechargez-la. Si l’erreur revient, signalez-la à votre ARS ou à l’assistance.',
  };
}

/** @param {number} status */
function adviceFor(status) {
  if (status === 403)
    return 'Si vous pensez que ce droit vous revient, écrivez à l’administrateur de la collecte.';
  if (status === 404) return 'Revenez à la liste par le menu.';
  if (status === 409) return 'Rechargez la page pour voir ce qui a changé, puis recommencez.';
  if (status === 429) return 'Patientez une minute, puis réessayez.';
  if (status >= 500) return 'Réessayez dans quelques minutes. Ce qui a déjà été déposé est conservé.';
  return '';
}

/** @param {unknown} error */
function isWorthAnotherTry(error) {
  return (
    error instanceof NetworkFailure ||
    (error instanceof ApiProblem && [429, 500, 502, 503, 504].includes(error.problem.status))
  );
}
