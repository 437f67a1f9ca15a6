import { el } from './dom.js';

/**
 * A state in words, with a mark and a colour that say the same.
 *
 * @param {{ readonly mark: string, readonly label: string, readonly tone: string }} state
 */
export function badge({ mark, label, tone }) {
  return el(
    'span',
    { class: `badge ${tone}` },
    el('span', { class: 'mark', 'aria-hidden': 'true' }, mark),
    label,
  );
}
