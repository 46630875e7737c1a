/**
 * Search, filters, keys, opening and closing, copying, and the switch between dark and light. The page reads without it;
 * what needs it is hidden by the style until it has run.
 */
export const script = String.raw`
'use strict';
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const root = document.documentElement;
const [search, count, unfold, dialog] = ['#search', '#count', '#unfold', '#keys'].map(one);
const items = all('[data-text]').map((node) => ({ node, text: node.dataset.text, risks: (node.dataset.risk || '').split(' ') }));
const groups = all('details.node, details.step').map((node) => ({ node, items: items.filter((item) => node.contains(item.node)) }));
const chips = all('#risks button');
const pressed = new Set();
let before = null;

for (const chip of chips) {
  chip.addEventListener('click', () => {
    if (!pressed.delete(chip.dataset.filter)) pressed.add(chip.dataset.filter);
    chip.setAttribute('aria-pressed', pressed.has(chip.dataset.filter));
    filter();
  });
}

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const active = words.length > 0 || pressed.size > 0;
  let shown = 0;
  for (const item of items) {
    item.fits = words.every((word) => item.text.includes(word)) && (pressed.size === 0 || item.risks.some((risk) => pressed.has(risk)));
    item.node.hidden = !item.fits;
    if (item.fits) shown += 1;
  }
  if (active && before === null) before = new Map(groups.map(({ node }) => [node, node.open]));
  for (const { node, items: within } of groups) {
    const fits = !active || within.some((item) => item.fits);
    node.hidden = !fits;
    if (active && fits) node.open = true;
    if (!active && before !== null) node.open = before.get(node);
  }
  if (!active) before = null;
  root.classList.toggle('filtering', active);
  count.textContent = active ? shown + ' of ' + items.length + ' shown' : '';
  highlight(words);
}

function highlight(words) {
  if (!window.Highlight || !CSS.highlights) return;
  const ranges = [];
  if (words.length > 0)
    for (const { node } of items.filter((item) => item.fits).slice(0, 300)) {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.data.toLowerCase();
        for (const word of words)
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + word.length);
            ranges.push(range);
          }
      }
    }
  CSS.highlights.set('found', new Highlight(...ranges));
}

function clear() {
  search.value = '';
  pressed.clear();
  for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
  filter();
}

const isSeen = (node) => node.checkVisibility ? node.checkVisibility() : node.offsetParent !== null;
const handle = (node) => (node.matches('details') ? node.querySelector('summary') : node);

function go(node) {
  if (!node) return;
  for (let up = node.parentElement.closest('details'); up; up = up.parentElement.closest('details'))
    if (!(node.matches('summary') && node.parentElement === up)) up.open = true;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'nearest' });
}

function step(selector, by) {
  const lines = all(selector).map(handle).filter(isSeen);
  const here = document.activeElement;
  let at = lines.indexOf(here);
  if (at < 0 && here !== document.body) {
    const next = lines.findIndex((line) => here.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING);
    at = next < 0 ? lines.length - 1 : by > 0 ? next - 1 : next;
  }
  go(lines[Math.max(0, Math.min(lines.length - 1, at + by))]);
}

function openAll(open) {
  for (const node of all('.tree details, details.fold')) node.open = open;
  unfold.setAttribute('aria-pressed', String(!open));
  unfold.textContent = open ? 'close all' : 'open all';
}

function nextPart() {
  const parts = all('main > section');
  const top = (part) => part.getBoundingClientRect().top;
  const next = parts.find((part) => top(part) > 90) || parts[0];
  if (next) next.scrollIntoView();
}

function theme() {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

const keys = {
  '/': () => (search.focus(), search.select()),
  j: () => step('.item, tr[data-text]', 1),
  k: () => step('.item, tr[data-text]', -1),
  e: nextPart,
  x: () => openAll(unfold.getAttribute('aria-pressed') === 'true'),
  t: theme,
  '?': () => dialog.showModal(),
  Escape: clear,
};

/** Keys of a tree, as the WAI-ARIA practices give them, where the focus is in one. */
function inTree(key, here) {
  const line = here.closest('.item, details.node');
  if (!line || here !== handle(line)) return false;
  if (key === 'ArrowDown' || key === 'ArrowUp') step('.item, details.node', key === 'ArrowDown' ? 1 : -1);
  else if (key === 'ArrowRight' && line.matches('details:not([open])')) line.open = true;
  else if (key === 'ArrowLeft' && line.matches('details[open]')) line.open = false;
  else if (key === 'ArrowLeft') go(line.parentElement.closest('details.node')?.querySelector('summary'));
  else return false;
  return true;
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
  const here = document.activeElement;
  if (here === search && event.key !== 'Escape') {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    return step('.item, tr[data-text]', 1);
  }
  if (inTree(event.key, here)) return event.preventDefault();
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  const label = button.parentElement.querySelector('.label');
  getSelection().selectAllChildren(label);
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = 'copied';
  } catch {
    button.textContent = document.execCommand('copy') ? 'copied' : 'selected';
  }
});

function arrive() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches('details')) {
    target.open = true;
    go(handle(target));
  } else if (target?.matches('.item')) go(target);
}

search.addEventListener('input', filter);
addEventListener('hashchange', arrive);
one('#theme').addEventListener('click', theme);
one('#help').addEventListener('click', () => dialog.showModal());
one('#close').addEventListener('click', () => dialog.close());
unfold.addEventListener('click', () => openAll(unfold.getAttribute('aria-pressed') === 'true'));
let closed = [];
addEventListener('beforeprint', () => {
  closed = all('details.node, details.item, details.fold').filter((node) => !node.open);
  for (const node of closed) node.open = true;
});
addEventListener('afterprint', () => closed.splice(0).forEach((node) => (node.open = false)));
root.classList.add('scripted');
arrive();
`;
