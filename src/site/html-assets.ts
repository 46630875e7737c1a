/** What kind of resource a tag asks for; decides which media types are right. */
export type NamedKind = 'script' | 'style' | 'image' | 'other';

export interface NamedAsset {
  /** Key in the site's bucket. */
  readonly key: string;
  readonly kind: NamedKind;
  /** Offset of the tag in the page's text. */
  readonly offset: number;
}

/** `rel` values whose target the browser loads on its own; `canonical`, `alternate` and the like only name a page. */
const LOADED_RELS: Readonly<Record<string, NamedKind>> = {
  stylesheet: 'style',
  modulepreload: 'script',
  preload: 'other',
  prefetch: 'other',
  icon: 'image',
  'apple-touch-icon': 'image',
  'mask-icon': 'image',
  manifest: 'other',
};

const SOURCES: Readonly<Record<string, readonly (readonly [attribute: string, kind: NamedKind])[]>> = {
  script: [['src', 'script']],
  img: [
    ['src', 'image'],
    ['srcset', 'image'],
  ],
  source: [
    ['src', 'other'],
    ['srcset', 'image'],
  ],
  video: [
    ['src', 'other'],
    ['poster', 'image'],
  ],
  audio: [['src', 'other']],
  track: [['src', 'other']],
  embed: [['src', 'other']],
  object: [['data', 'other']],
  input: [['src', 'image']],
};

/** Comments and the text of raw-text elements first, so that what looks like a tag inside them is none (HTML, 13.2.5). */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript|textarea|title)\b((?:[^>"']|"[^"]*"|'[^']*')*)>(?:([\s\S]*?)<\/\1\s*>)?|<([a-z][a-z0-9-]*)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/** Elements whose content is markup all the same (`noscript` where scripts are off). */
const HOLDS_MARKUP = new Set(['template', 'noscript']);

/**
 * The files of the same site that a page makes the browser load, once each, in the order of the page. Addresses are
 * resolved as a browser does (`<base>` included); other origins, `data:` and `blob:` are left out.
 *
 * @param pageKey the page's own key, e.g. `index.html`; relative addresses start from there
 */
export function namedAssets(html: string, pageKey: string): readonly NamedAsset[] {
  const tags = tagsOf(html);
  const page = new URL(pageKey, ORIGIN);
  const base = tags.find(({ name }) => name === 'base')?.attributes.get('href');
  const from = base !== undefined && URL.canParse(base, page.href) ? new URL(base, page) : page;
  const found = new Map<string, NamedAsset>();
  for (const tag of tags) {
    for (const { address, kind } of addressesOf(tag)) {
      const key = keyOf(address, from);
      if (key !== null && !found.has(key)) found.set(key, { key, kind, offset: tag.offset });
    }
  }
  return [...found.values()];
}

/** Whether a media type fits what the tag asks for. Scripts: RFC 9239; the rest by family. */
export function fitsKind(mediaType: string, kind: NamedKind): boolean {
  switch (kind) {
    case 'script':
      return mediaType === 'text/javascript' || mediaType === 'application/javascript';
    case 'style':
      return mediaType === 'text/css';
    case 'image':
      return mediaType.startsWith('image/');
    case 'other':
      return mediaType !== 'text/html';
  }
}

const ORIGIN = 'https://site.invalid/';

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
}

function tagsOf(html: string, shift = 0): Tag[] {
  return [...html.matchAll(TOKEN)].flatMap((token): Tag[] => {
    const [text, raw, rawAttributes, content, plain, attributes] = token;
    const name = (raw ?? plain)?.toLowerCase();
    if (name === undefined) return [];
    const offset = shift + token.index;
    const tag = { name, attributes: attributesOf(rawAttributes ?? attributes ?? ''), offset };
    if (content === undefined || !HOLDS_MARKUP.has(name)) return [tag];
    return [tag, ...tagsOf(content, offset + text.indexOf('>') + 1)];
  });
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  )) {
    const value = decodeReferences(double ?? single ?? bare ?? '');
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), value.trim());
  }
  return attributes;
}

function addressesOf(tag: Tag): readonly { readonly address: string; readonly kind: NamedKind }[] {
  if (tag.name === 'link') {
    const rels = (tag.attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
    const kinds = rels.flatMap((rel) => (rel in LOADED_RELS ? [LOADED_RELS[rel] ?? 'other'] : []));
    const [kind] = kinds;
    const address = tag.attributes.get('href');
    return kind === undefined || address === undefined ? [] : [{ address, kind }];
  }
  return (SOURCES[tag.name] ?? []).flatMap(([attribute, kind]) => {
    const value = tag.attributes.get(attribute);
    if (value === undefined) return [];
    const addresses = attribute === 'srcset' ? candidatesOf(value) : [value];
    return addresses.map((address) => ({ address, kind }));
  });
}

/** The addresses of a `srcset`: candidates are parted by commas that a space follows or that end a descriptor. */
function candidatesOf(srcset: string): readonly string[] {
  return srcset
    .split(/,\s+|(?<=\s\S*[wx]),/)
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
    .filter((address) => address !== '');
}

function keyOf(address: string, from: URL): string | null {
  if (address === '' || !URL.canParse(address, from.href)) return null;
  const url = new URL(address, from);
  if (url.origin !== new URL(ORIGIN).origin || url.pathname.endsWith('/')) return null;
  try {
    return decodeURIComponent(url.pathname.slice(1));
  } catch {
    return url.pathname.slice(1);
  }
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

function decodeReferences(text: string): string {
  return text.replace(/&(?:(amp|quot|apos|lt|gt)|#(\d+)|#x([0-9a-f]+));/gi, (all, name, decimal, hex) => {
    if (typeof name === 'string') return REFERENCES[name.toLowerCase()] ?? all;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}
