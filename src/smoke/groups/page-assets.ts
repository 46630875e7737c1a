/** Assets of its own origin that an HTML page names: scripts, style sheets, icons, preloads, images. Paths, each once. */
export function pageAssets(html: string, page: string): readonly string[] {
  const origin = new URL(page).origin;
  const found = new Set<string>();
  const withoutComments = html.replace(/<!--[\s\S]*?-->/g, '');
  for (const [, tag = '', attributes = ''] of withoutComments.matchAll(
    /<(script|link|img|source)\b([^>]*)>/gi,
  )) {
    const name = tag.toLowerCase() === 'link' ? 'href' : 'src';
    const [, , double, single, bare] =
      new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(attributes) ?? [];
    const value = double ?? single ?? bare;
    if (value === undefined || value === '' || value.startsWith('data:')) continue;
    if (tag.toLowerCase() === 'link' && !isAssetLink(attributes)) continue;
    const url = new URL(value, page);
    if (url.origin === origin) found.add(url.pathname);
  }
  return [...found];
}

function isAssetLink(attributes: string): boolean {
  const rel = /\srel\s*=\s*["']?([^"'>]+)/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
  return /\b(?:stylesheet|icon|modulepreload|preload|manifest|apple-touch-icon)\b/.test(rel);
}

/** Media types that a browser accepts for a file of this name; `null` when any is as good. */
export function acceptedTypes(path: string): readonly string[] | null {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return types[extension] ?? null;
}

/** WHATWG MIME Sniffing and HTML standards: a module script with another type is not run. */
const types: Readonly<Record<string, readonly string[]>> = {
  js: ['text/javascript', 'application/javascript'],
  mjs: ['text/javascript', 'application/javascript'],
  css: ['text/css'],
  svg: ['image/svg+xml'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  webp: ['image/webp'],
  avif: ['image/avif'],
  gif: ['image/gif'],
  ico: ['image/x-icon', 'image/vnd.microsoft.icon'],
  json: ['application/json'],
  webmanifest: ['application/manifest+json', 'application/json'],
  woff2: ['font/woff2'],
};

/** Whether a file's name carries a digest of its content, as Vite and its like write it: `index-BcD3fG7h.js`. */
export function isHashed(path: string): boolean {
  return /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(path);
}
