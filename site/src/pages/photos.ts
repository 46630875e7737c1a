import { ApiError, type Photo, type PhotoApi } from '../api.ts';
import empty from '../assets/empty.svg';
import { element } from '../dom.ts';
import type { Page } from '../router.ts';
import { size, when } from '../words.ts';
import { uploadPanel } from './upload-panel.ts';

/** The visitor's photos, newest first, and the place to add one. */
export function photosPage(api: PhotoApi, expired: () => void): Page {
  const grid = element('ul', { class: 'grid', 'aria-label': 'Your photos', 'data-testid': 'photos' });
  const state = element('div', { role: 'status', 'data-testid': 'state' }, 'Loading your photos …');
  let here = true;

  const refresh = async (): Promise<void> => {
    try {
      const photos = await api.photos();
      if (!here) return;
      grid.replaceChildren(...photos.map((photo) => tile(api, photo)));
      state.replaceChildren(...(photos.length === 0 ? [nothingYet()] : [count(photos)]));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (here && error.status === 401) expired();
      state.replaceChildren(element('p', { class: 'notice bad' }, error.message));
    }
  };
  void refresh();

  const content = element(
    'div',
    {},
    element('h1', {}, 'Your photos'),
    uploadPanel(api, refresh, expired),
    state,
    grid,
  );
  return { title: 'Photos', content, leave: () => (here = false) };
}

function tile(api: PhotoApi, photo: Photo): HTMLElement {
  const image = element('img', {
    alt: `Photo of ${when(photo.uploadedAt)}`,
    loading: 'lazy',
    decoding: 'async',
  });
  api.photoUrl(photo.id).then(
    (url) => (image.src = url),
    () => {
      image.replaceWith(element('span', { class: 'missing' }, 'Cannot be shown now'));
    },
  );
  return element(
    'li',
    { 'data-testid': 'photo', 'data-id': photo.id },
    element('a', { href: `/photos/${encodeURIComponent(photo.id)}`, 'data-route': true }, image),
    element('p', { class: 'caption' }, `${when(photo.uploadedAt)} · ${size(photo.size)}`),
  );
}

function count(photos: readonly Photo[]): HTMLElement {
  return element('p', { class: 'count' }, photos.length === 1 ? '1 photo' : `${photos.length} photos`);
}

function nothingYet(): HTMLElement {
  return element(
    'div',
    { class: 'empty' },
    element('img', { src: empty, alt: '', width: '240', height: '150' }),
    element('p', {}, 'No photos yet. The first one you upload appears here.'),
  );
}
