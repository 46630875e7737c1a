import './styles.css';
import { buyPage } from './buy-page.ts';
import { element } from './element.ts';
import { money, plans } from './order.ts';

interface Page {
  readonly title: string;
  readonly content: Node;
}

/** The page of a path; the edge answers every path without an extension with `index.html`. */
function pageOf(path: string): Page {
  switch (path.replace(/\/+$/, '')) {
    case '':
      return { title: 'Plans', content: startPage() };
    case '/buy':
      return { title: 'Buy', content: buyPage() };
    default:
      return { title: 'Not found', content: element('h1', {}, 'There is no such page') };
  }
}

function startPage(): Node {
  const cards = Object.values(plans).map(({ name, holds, cents }) =>
    element(
      'li',
      { class: 'card' },
      element('h2', {}, name),
      element('p', {}, holds),
      element('p', { class: 'price' }, `${money(cents)} a month`),
    ),
  );
  const buy = element('a', { href: '/buy', 'data-route': true, class: 'button' }, 'Choose a plan');
  return element('section', {}, element('h1', {}, 'Plans'), element('ul', { class: 'plans' }, ...cards), buy);
}

function show(moved: boolean): void {
  const { title, content } = pageOf(location.pathname);
  const main = document.getElementById('main');
  document.title = title;
  main?.replaceChildren(content);
  // A screen reader hears where it is; the first page is announced by the browser itself.
  if (moved) main?.focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-route]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.pathname !== location.pathname) history.pushState(null, '', link.pathname);
  show(true);
});
window.addEventListener('popstate', () => {
  show(true);
});
show(false);
