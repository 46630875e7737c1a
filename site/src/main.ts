import './styles.css';
import { PhotoApi } from './api.ts';
import { readConfig, readRelease, type Config } from './config.ts';
import { byId, element } from './dom.ts';
import { homePage } from './pages/home.ts';
import { photoPage } from './pages/photo.ts';
import { photosPage } from './pages/photos.ts';
import { signInPage } from './pages/sign-in.ts';
import { goTo, startRouter, type Page } from './router.ts';
import { currentToken, forgetToken } from './session.ts';

function pageOf(path: string, config: Config): Page {
  const token = currentToken();
  const name = path.replace(/\/+$/, '');
  showNavigation(token !== null);
  if (name === '') return homePage(token !== null);
  if (name === '/sign-in' || token === null)
    return signInPage(config, name === '/sign-in' ? '/photos' : name);
  const api = new PhotoApi(config, token);
  if (name === '/photos') return photosPage(api, expired);
  const photo = /^\/photos\/([^/]+)$/.exec(name)?.[1];
  if (photo !== undefined) return photoPage(api, decodeURIComponent(photo), expired);
  return unknownPage();
}

function expired(): void {
  forgetToken();
  goTo('/sign-in');
}

function unknownPage(): Page {
  const content = element(
    'section',
    { class: 'card' },
    element('h1', {}, 'There is no such page'),
    element('p', {}, element('a', { href: '/', 'data-route': true }, 'Go to the start')),
  );
  return { title: 'Not found', content };
}

function showNavigation(signedIn: boolean): void {
  const link = (path: string, text: string): HTMLElement =>
    element('a', { href: path, 'data-route': true }, text);
  const leave = element(
    'button',
    {
      type: 'button',
      class: 'plain',
      'data-testid': 'sign-out',
      onclick: () => {
        forgetToken();
        goTo('/');
      },
    },
    'Sign out',
  );
  byId('navigation').replaceChildren(
    ...(signedIn ? [link('/photos', 'Photos'), leave] : [link('/sign-in', 'Sign in')]),
  );
}

async function start(): Promise<void> {
  try {
    const config = await readConfig();
    startRouter((path) => pageOf(path, config));
  } catch (error) {
    byId('main').replaceChildren(
      element('p', { class: 'notice bad', role: 'alert' }, `The site is not set up: ${String(error)}`),
    );
  }
  const release = await readRelease();
  if (release !== null) {
    byId('release').replaceChildren(
      'Release ',
      element('code', { 'data-testid': 'release' }, release.slice(0, 8)),
    );
  }
}

void start();
