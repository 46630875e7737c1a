import { byId } from './dom.ts';

/** A page: its heading for the title bar, and what stands in `<main>`. */
export interface Page {
  readonly title: string;
  readonly content: Node;
  /** Called when the visitor goes elsewhere. */
  readonly leave?: () => void;
}

/** Makes the page of a path; the edge answers every path without an extension with `index.html`. */
export type Routes = (path: string) => Page;

let routes: Routes | null = null;
let current: Page | null = null;

/** Shows the page of the address, and from now on that of every link with `data-route` and of back and forward. */
export function startRouter(given: Routes): void {
  routes = given;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-route]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(link.pathname);
  });
  window.addEventListener('popstate', () => {
    show(true);
  });
  show(false);
}

export function goTo(path: string): void {
  if (path !== location.pathname) history.pushState(null, '', path);
  show(true);
}

function show(moved: boolean): void {
  if (!routes) return;
  current?.leave?.();
  current = routes(location.pathname);
  const main = byId('main');
  document.title = `${current.title} · Site photos`;
  main.replaceChildren(current.content);
  for (const link of document.querySelectorAll('nav a[data-route]')) {
    const here = link instanceof HTMLAnchorElement && link.pathname === location.pathname;
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  // A screen reader hears where it is; the first page is announced by the browser itself.
  if (moved) main.focus({ preventScroll: true });
  if (moved) window.scrollTo(0, 0);
}
