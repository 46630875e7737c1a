import { sha256 } from '../../src/runtime/sha256.ts';
import type { Release, ReleaseManifest } from '../../src/release/release.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { canonicalJson } from '../../src/runtime/canonical-json.ts';

/** Key → text, or text and headers. */
export type SampleFiles = Readonly<
  Record<string, string | { readonly text: string; readonly type?: string; readonly cache?: string }>
>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** A release that holds a site of these files and nothing else; read from memory. */
export function sampleRelease(files: SampleFiles | null, salt = ''): Release {
  const bytes = new Map<string, Uint8Array>();
  const site = Object.entries(files ?? {}).map(([path, given]) => {
    const file = typeof given === 'string' ? { text: given } : given;
    const content = new TextEncoder().encode(file.text);
    const digest = sha256(content);
    bytes.set(digest, content);
    const extension = path.split('.').at(-1) ?? '';
    const cache = path.startsWith('assets/')
      ? 'public, max-age=31536000, immutable'
      : extension === 'html'
        ? 'no-cache'
        : 'public, max-age=300, must-revalidate';
    return {
      path,
      sha256: digest,
      size: content.length,
      contentType: file.type ?? TYPES[extension] ?? 'application/octet-stream',
      cacheControl: file.cache ?? cache,
    };
  });
  const definition = { path: 'params/sample/system.yml', sha256: sha256(salt), size: salt.length };
  const manifest: ReleaseManifest = {
    schema: 1,
    system: 'sample',
    templates: [],
    stacks: {},
    functions: [],
    definition,
    environments: { dev: definition, sit: definition, prod: definition },
    smoke: null,
    site: files ? site : null,
  };
  return {
    id: sha256(canonicalJson(manifest)),
    manifest,
    read: (digest) => {
      const found = bytes.get(digest);
      return found ? Promise.resolve(found) : Promise.reject(new Error(`no artifact ${digest}`));
    },
  };
}

/** A small build: a page, a script, a style and a logo with hashed names, and a file under a name that stays. */
export function sampleBuild(version: { readonly script?: string; readonly logo?: string } = {}): SampleFiles {
  const { script = 'one', logo = 'one' } = version;
  return {
    'index.html': page(script, logo),
    [`assets/app-${script}.js`]: `console.log('${script}')`,
    'assets/style-one.css': 'body{}',
    [`assets/logo-${logo}.svg`]: `<svg id="${logo}"/>`,
    'robots.txt': 'User-agent: *',
  };
}

const page = (script: string, logo: string): string =>
  `<!doctype html><title>Sample</title>
<script type="module" src="/assets/app-${script}.js"></script>
<link rel="stylesheet" href="/assets/style-one.css">
<img src="/assets/logo-${logo}.svg" alt="">`;

/** A clock that moves only when somebody sleeps. */
export class SteppingClock implements Clock {
  #now = Date.parse('2026-11-21T10:00:00Z');
  now(): number {
    return this.#now;
  }
  sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    return Promise.resolve();
  }
}
