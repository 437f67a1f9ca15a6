/** @import { Child } from './dom.js' */
import { el } from './dom.js';

/**
 * @typedef {object} Column
 * @property {string} heading
 * @property {'number' | 'text'} [kind] numbers stand to the right
 */

/** A frame is a stop of the keyboard only where there is something to scroll to. */
const scrollable = new ResizeObserver((entries) => {
  for (const { target } of entries)
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
});

/**
 * A table with its caption; the first cell of a row is its heading. On a narrow screen each row becomes a card, where
 * cells bear their heading: roles are written out, since a table laid out otherwise loses its own in some browsers.
 *
 * @param {string} caption
 * @param {readonly Column[]} columns
 * @param {readonly (readonly Child[])[]} rows
 */
export function table(caption, columns, rows) {
  /** @param {Child} cell @param {number} i */
  const cellOf = (cell, i) => {
    const { heading, kind } = columns[i] ?? { heading: '' };
    const attributes = { class: kind === 'number' && 'number', 'data-heading': heading };
    return i === 0
      ? el('th', { ...attributes, scope: 'row', role: 'rowheader' }, cell)
      : el('td', { ...attributes, role: 'cell' }, el('div', {}, cell));
  };
  const frame = el(
    'div',
    { class: 'frame', role: 'group', 'aria-label': caption },
    el(
      'table',
      { role: 'table' },
      el('caption', {}, caption),
      el(
        'thead',
        { role: 'rowgroup' },
        el(
          'tr',
          { role: 'row' },
          columns.map(({ heading, kind }) =>
            el('th', { scope: 'col', role: 'columnheader', class: kind === 'number' && 'number' }, heading),
          ),
        ),
      ),
      el(
        'tbody',
        { role: 'rowgroup' },
        rows.map((cells) => el('tr', { role: 'row' }, cells.map(cellOf))),
      ),
    ),
  );
  scrollable.observe(frame);
  return frame;
}

/**
 * Names and what they are worth, one under the other.
 *
 * @param {readonly (readonly [string, Child])[]} pairs
 */
export function definitions(pairs) {
  return el(
    'dl',
    {},
    pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );
}
