import { el, fill } from './dom.js';
import { announce } from './page.js';
import { problemBlock } from './problem.js';

/**
 * A button that asks the API for something, once at a time, and shows beside it what went wrong, to be tried again.
 *
 * @param {string} label
 * @param {() => Promise<string>} act what it does; the sentence is announced when it is done
 * @param {string} [name] for those who hear the button away from its row
 */
export function askingButton(label, act, name) {
  const failure = el('div', {});
  const button = el('button', { type: 'button', 'aria-label': name, click: () => void start() }, label);

  async function start() {
    button.disabled = true;
    fill(failure);
    try {
      announce(await act());
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
