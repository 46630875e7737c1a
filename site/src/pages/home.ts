import { element } from '../dom.ts';
import type { Page } from '../router.ts';

/** The start: what this is, and the way on. */
export function homePage(signedIn: boolean): Page {
  const [path, text] = signedIn ? ['/photos', 'See your photos'] : ['/sign-in', 'Sign in'];
  const content = element(
    'section',
    { class: 'hero' },
    element('h1', {}, 'Every job, documented'),
    element(
      'p',
      { class: 'lead' },
      'Upload photos of a job site and look at them again. They go straight to a private bucket; only you see yours.',
    ),
    element('a', { class: 'button', href: path, 'data-route': true }, text),
  );
  return { title: 'Start', content };
}
