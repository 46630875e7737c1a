/** Search, filter by kind, and the switch between dark and light. The page reads without it. */
export const script = `
'use strict';
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const search = document.querySelector('#search');
const kinds = all('#kinds input');
const count = document.querySelector('#count');
function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const off = new Set(kinds.filter((box) => !box.checked).map((box) => box.value));
  const active = words.length > 0 || off.size > 0;
  let shown = 0;
  for (const item of all('[data-text]')) {
    const fits = words.every((word) => item.dataset.text.includes(word)) && !off.has(item.dataset.kind);
    item.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const node of all('.tree details').reverse()) {
    node.hidden = active && !node.querySelector('[data-text]:not([hidden])');
    if (active && !node.hidden) node.open = true;
  }
  if (active) for (const step of all('details.step')) if (step.querySelector('[data-text]:not([hidden])')) step.open = true;
  count.textContent = active ? shown + ' shown' : '';
}
if (search) {
  search.addEventListener('input', filter);
  for (const box of kinds) box.addEventListener('change', filter);
}
document.querySelector('#theme').addEventListener('click', () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
});
`;
