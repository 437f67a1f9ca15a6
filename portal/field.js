/** @import { Child } from './dom.js' */
import { el } from './dom.js';

/**
 * A control under its label, and a hint that it names in aria-describedby.
 *
 * @param {string} label
 * @param {HTMLElement} control with an id
 * @param {HTMLElement | null} [hint]
 */
export function field(label, control, hint = null) {
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), hint, control);
}

/**
 * A list to choose from.
 *
 * @param {string} id
 * @param {string} label
 * @param {readonly (readonly [value: string, name: string])[]} options
 * @param {string} [chosen] the value that stands first shown
 */
export function choice(id, label, options, chosen) {
  const select = el(
    'select',
    { id, name: id },
    options.map(([value, name]) => el('option', { value, selected: value === chosen }, name)),
  );
  return { select, field: field(label, select) };
}

/**
 * Filters, and the button that applies them.
 *
 * @param {string} name
 * @param {() => Promise<void>} apply
 * @param {...Child} children
 */
export function filterForm(name, apply, ...children) {
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    void apply();
  };
  return el(
    'form',
    { class: 'filters', 'aria-label': name, submit },
    children,
    el('button', { type: 'submit' }, 'Filtrer'),
  );
}
