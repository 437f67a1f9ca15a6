/** @import { Link } from './routes.js' */
import { el, fill } from './dom.js';
import { announce } from './page.js';
import { problemBlock } from './problem.js';

/**
 * A button that asks for a link good for some minutes, and follows it.
 *
 * @param {string} label
 * @param {() => Promise<Link>} ask
 * @param {string} [name] for those who hear the button away from its row
 */
export function downloadButton(label, ask, name) {
  const failure = el('div', {});
  const button = el('button', { type: 'button', 'aria-label': name, click: () => void start() }, label);

  async function start() {
    button.disabled = true;
    fill(failure);
    try {
      const { url, fichier } = await ask();
      follow(url, fichier);
      announce(`Téléchargement de ${fichier}.`);
    } catch (error) {
      fill(
        failure,
        problemBlock(error, () => void start()),
      );
    } finally {
      button.disabled = false;
    }
  }

  return el('div', { class: 'download' }, button, failure);
}

/**
 * @param {string} url
 * @param {string} file
 */
function follow(url, file) {
  const target = new URL(url, window.location.href);
  if (!['https:', 'http:'].includes(target.protocol)) throw new Error('not a link to a file');
  el('a', { href: target.href, download: file }).click();
}
