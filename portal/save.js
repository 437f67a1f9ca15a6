import { askingButton } from './asking-button.js';
import { el } from './dom.js';

/**
 * A button that saves what the API answers as a JSON file, in the bytes that the system itself would write.
 *
 * @param {string} label
 * @param {() => Promise<{ readonly file: string, readonly content: unknown }>} ask
 * @param {string} [name] for those who hear the button away from its row
 */
export function saveButton(label, ask, name) {
  return askingButton(
    label,
    async () => {
      const { file, content } = await ask();
      save(file, `${JSON.stringify(content, null, 2)}\n`);
      return `Fichier ${file} enregistré.`;
    },
    name,
  );
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
