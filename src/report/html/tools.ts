import { html, type Markup } from './markup.ts';
import { risks } from './risks.ts';

/**
 * Search and filters, with as many of each risk as the page shows; nothing where it shows nothing to filter. They need the
 * page's script, and without it they are not there.
 *
 * @param found each risk of each item of the page
 */
export function tools(found: readonly string[]): Markup {
  const present = risks
    .map(({ risk, label }) => ({ risk, label, count: found.filter((each) => each === risk).length }))
    .filter(({ count }) => count > 0);
  return html`<div class="tools js" role="search" ${present.length === 0 ? html` hidden` : ''}>
    <label class="sr" for="search">Find a resource, type or property</label
    ><input
      id="search"
      type="search"
      placeholder="Find a resource, type, property …"
      autocomplete="off"
      spellcheck="false"
    />
    <div id="risks" role="group" aria-label="Show only">
      ${present.map(({ risk, label, count }) => html`<button type="button" class="chip ${risk}" data-filter="${risk}" aria-pressed="false">${label} <b>${count}</b></button>`)}
    </div>
    <button type="button" id="unfold" aria-pressed="false">close all</button>
    <span id="count" class="quiet" role="status"></span>
  </div>`;
}

const keys = [
  ['/', 'search'],
  ['j k', 'next, previous change'],
  ['↓ ↑', 'next, previous line of the tree'],
  ['→ ←', 'open, close'],
  ['Enter', 'open or close'],
  ['e', 'next part of the page'],
  ['x', 'close or open all'],
  ['t', 'dark or light'],
  ['Esc', 'clear search and filters'],
  ['?', 'these keys'],
] as const;

/** What the keyboard does. */
export function keyHelp(): Markup {
  return html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl>
      ${keys.map(
        ([key, does]) =>
          html`<dt>${key.split(' ').map((each) => html`<kbd>${each}</kbd> `)}</dt>
            <dd>${does}</dd>`,
      )}
    </dl>
    <button type="button" id="close">close</button>
  </dialog>`;
}
