/** @import { Link } from './routes.js' */
import { askingButton } from './asking-button.js';
import { el } from './dom.js';

/**
 * A button that asks for a link good for some minutes, and follows it.
 *
 * @param {string} label
 * @param {() => Promise<Link>} ask
 * @param {string} [name] for those who hear the button away from its row
 */
export function downloadButton(label, ask, name) {
  return askingButton(
    label,
    async () => {
      const { url, fichier } = await ask();
      follow(url, fichier);
      return `Téléchargement de ${fichier}.`;
    },
    name,
  );
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
