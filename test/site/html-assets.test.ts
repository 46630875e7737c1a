import { describe, expect, test } from '@jest/globals';
import { fitsKind, namedAssets } from '../../src/site/html-assets.ts';

const keys = (html: string, page = 'index.html'): string[] => namedAssets(html, page).map(({ key }) => key);

describe('what a page makes the browser load', () => {
  test('scripts, styles, preloads, icons, images and media', () => {
    const html = `<!doctype html><html><head>
      <link rel="icon" type="image/svg+xml" href="/assets/logo-1.svg" />
      <script type="module" crossorigin src="/assets/index-2.js"></script>
      <link rel=modulepreload href=/assets/chunk-3.js>
      <LINK REL='StyleSheet' HREF='/assets/index-4.css'>
      <video poster="/assets/p.jpg"><source src="/assets/m.mp4"></video>
      <img alt="a > b" src="/assets/a.png" srcset="/assets/a.png 1x, /assets/b.png 2x">`;
    expect(namedAssets(html, 'index.html').map(({ key, kind }) => `${kind} ${key}`)).toEqual([
      'image assets/logo-1.svg',
      'script assets/index-2.js',
      'script assets/chunk-3.js',
      'style assets/index-4.css',
      'image assets/p.jpg',
      'other assets/m.mp4',
      'image assets/a.png',
      'image assets/b.png',
    ]);
  });

  test('relative addresses start from the page, or from its base', () => {
    expect(keys('<script src="app.js?v=1#x"></script>', 'docs/en/index.html')).toEqual(['docs/en/app.js']);
    expect(keys('<script src="../app.js"></script>', 'docs/en/index.html')).toEqual(['docs/app.js']);
    expect(keys('<base href="/v2/"><script src="app.js"></script>')).toEqual(['v2/app.js']);
  });

  test('encoded names and character references are decoded', () => {
    expect(keys('<img src="/assets/caf%C3%A9%20a.png">')).toEqual(['assets/café a.png']);
    expect(keys('<img src="/a&amp;b.png"><img src="/c&#43;d.png"><img src="/e&#x2b;f.png">')).toEqual([
      'a&b.png',
      'c+d.png',
      'e+f.png',
    ]);
  });

  test.each([
    ['another origin', '<script src="https://cdn.example/x.js"></script>'],
    ['another origin without scheme', '<script src="//cdn.example/x.js"></script>'],
    ['data', '<img src="data:image/png;base64,AAAA">'],
    ['a link to a page', '<link rel="canonical" href="/about.html"><a href="/x.js">x</a>'],
    ['a comment', '<!-- <script src="/old.js"></script> -->'],
    ['an unclosed comment', '<!-- <script src="/old.js">'],
    ['text of a script', '<script>document.write("<img src=/x.png>")</script>'],
    ['text of a title', '<title><img src="/x.png"></title>'],
    ['an empty address', '<img src=""><script src></script>'],
    ['the folder itself', '<img src="/">'],
  ])('%s is left out', (_what, html) => {
    expect(keys(html)).toEqual([]);
  });

  test('markup for browsers without scripts counts', () => {
    expect(keys('<noscript><link rel="stylesheet" href="/plain.css"></noscript>')).toEqual(['plain.css']);
  });

  test('the offset is the tag’s', () => {
    const html = '<p>é</p>\n<noscript ><img src="/x.png"></noscript>';
    expect(namedAssets(html, 'index.html')[0]?.offset).toBe(html.indexOf('<img'));
  });
});

describe('media types', () => {
  test.each([
    ['text/javascript', 'script', true],
    ['text/html', 'script', false],
    ['application/octet-stream', 'script', false],
    ['text/css', 'style', true],
    ['text/plain', 'style', false],
    ['image/svg+xml', 'image', true],
    ['text/html', 'image', false],
    ['application/manifest+json', 'other', true],
    ['text/html', 'other', false],
  ] as const)('%s as %s: %s', (type, kind, fits) => {
    expect(fitsKind(type, kind)).toBe(fits);
  });
});
