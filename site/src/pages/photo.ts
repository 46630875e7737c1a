import { ApiError, type PhotoApi } from '../api.ts';
import { element } from '../dom.ts';
import type { Page } from '../router.ts';

/** One photo, as large as fits. */
export function photoPage(api: PhotoApi, id: string, expired: () => void): Page {
  const figure = element(
    'figure',
    { class: 'single' },
    element('p', { role: 'status' }, 'Loading the photo …'),
  );
  let here = true;
  api.photoUrl(id).then(
    (url) => {
      figure.replaceChildren(element('img', { src: url, alt: 'Your photo', 'data-testid': 'single' }));
    },
    (error: unknown) => {
      if (here && error instanceof ApiError && error.status === 401) expired();
      const text = error instanceof ApiError ? error.message : 'The photo cannot be shown now.';
      figure.replaceChildren(element('p', { class: 'notice bad', role: 'alert' }, text));
    },
  );
  const content = element(
    'div',
    {},
    element('p', {}, element('a', { href: '/photos', 'data-route': true }, '← Your photos')),
    element('h1', { class: 'visually-hidden' }, 'Photo'),
    figure,
  );
  return { title: 'Photo', content, leave: () => (here = false) };
}
