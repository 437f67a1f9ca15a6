import { el, fill } from './dom.js';
import { announce } from './page.js';
import { problemBlock } from './problem.js';

/**
 * A button that saves what the API answers as a JSON file, in the bytes that the system itself would write.
 *
 * @param {string} label
 * @param {() => Promise<{ readonly file: string, readonly content: unknown }>} ask
 * @param {string} [name] for those who hear the button away from its row
 */
export function saveButton(label, ask, name) {
  const failure = el('div', {});
  const button = el('button', { type: 'button', 'aria-label': name, click: () => void start() }, label);

  async function start() {
    button.disabled = true;
    fill(failure);
    try {
      const { file, content } = await ask();
      save(file, `${JSON.stringify(content, null, 2)}\n`);
      announce(`Fichier ${file} enregistré.`);
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
 * @param {string} file
 * @param {string} text
 */
function save(file, text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  el('a', { href: url, download: file }).click();
  // The browser has taken the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
