/** @import { Child } from './dom.js' */
import { ApiProblem } from './api.js';
import { el, fill } from './dom.js';
import { announce } from './page.js';
import { problemBlock } from './problem.js';

/**
 * A list that comes page by page. The API names the page that follows; those before are remembered here.
 *
 * @template T
 * @param {object} list
 * @param {string} list.name for the page numbers: « Page 2 des dépôts »
 * @param {(cursor: string) => Promise<{ elements: T[], suivant: string | null }>} list.load blank for the first page
 * @param {(elements: readonly T[]) => Child} list.show
 * @param {string} [list.missing] said where the list does not exist yet
 */
export function pagesOf({ name, load, show, missing }) {
  /** @type {string[]} */
  let cursors = [''];
  const content = el('div', {});
  const bar = el('div', { class: 'pages' });
  const block = el('div', {}, content, bar);

  /** @param {'first' | 'turned'} how the first page says nothing: the page that holds the list says it */
  async function read(how) {
    block.setAttribute('aria-busy', 'true');
    try {
      const { elements, suivant } = await load(cursors.at(-1) ?? '');
      fill(content, show(elements));
      fill(bar, turning(suivant));
      if (how === 'turned') announce(`Page ${cursors.length} ${name}.`);
    } catch (error) {
      const isMissing = missing && error instanceof ApiProblem && error.problem.status === 404;
      fill(content, isMissing ? el('p', {}, missing) : problemBlock(error, () => void read(how)));
      fill(bar);
    } finally {
      block.setAttribute('aria-busy', 'false');
    }
  }

  /** @param {string | null} next */
  function turning(next) {
    if (next === null && cursors.length === 1) return null;
    return [
      cursors.length > 1 && button('Page précédente', () => cursors.slice(0, -1)),
      el('span', {}, `Page ${cursors.length}`),
      next !== null && button('Page suivante', () => [...cursors, next]),
    ];
  }

  /**
   * @param {string} label
   * @param {() => string[]} turned
   */
  function button(label, turned) {
    return el(
      'button',
      { type: 'button', click: () => void turn(turned()), 'aria-label': `${label} ${name}` },
      label,
    );
  }

  /** The button pressed is gone or another: the keyboard goes on from the top of the list. @param {string[]} to */
  async function turn(to) {
    cursors = to;
    await read('turned');
    content.setAttribute('tabindex', '-1');
    content.focus();
  }

  return {
    block,
    /** Reads it again from its first page. */
    restart() {
      cursors = [''];
      return read('first');
    },
  };
}
