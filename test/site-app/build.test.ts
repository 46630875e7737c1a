import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isHashed } from '../../src/release/site-build.ts';
import { sha256 } from '../../src/runtime/sha256.ts';
import { namedAssets } from '../../src/site/html-assets.ts';

const root = resolve(import.meta.dirname, '../..');
const folders: string[] = [];

/** Builds a copy of the application somewhere else; file → digest. */
function build(edit: (site: string) => void = () => undefined): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'site-build-'));
  folders.push(folder);
  cpSync(join(root, 'site'), join(folder, 'site'), {
    recursive: true,
    filter: (path) => !path.endsWith(join('site', 'dist')),
  });
  cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  edit(join(folder, 'site'));
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'site', '--outDir', 'dist', '--emptyOutDir'],
    { cwd: folder, stdio: 'pipe', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const dist = join(folder, 'site/dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(dist.length + 1).replaceAll('\\', '/'), sha256(readFileSync(path))];
    }),
  );
}

const pageOf = (folder: string | undefined): string =>
  readFileSync(join(folder ?? '', 'site/dist/index.html'), 'utf8');

describe('the sample application’s build', () => {
  let built: ReadonlyMap<string, string>;
  let html: string;
  beforeAll(() => {
    built = build();
    html = pageOf(folders.at(-1));
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  test('the same sources give the same bytes in another folder', () => {
    expect([...build()].sort()).toEqual([...built].sort());
  });

  test('everything but the page has a hashed name that may be cached for a year', () => {
    const names = [...built.keys()];
    expect(names.filter((name) => !isHashed(name))).toEqual(['index.html']);
    expect(names.length).toBeGreaterThanOrEqual(5);
  });

  test('the page names only files of the build', () => {
    const named = namedAssets(html, 'index.html').map(({ key }) => key);
    expect(named.map((key) => built.has(key))).toEqual(named.map(() => true));
    expect(named.map((key) => key.split('.').at(-1)).sort()).toEqual(['css', 'js', 'svg']);
  });

  test('the page runs under a policy without inline scripts and styles', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  test('another logo changes its name and the page, and nothing else', () => {
    const changed = build((site) => {
      const logo = join(site, 'src/assets/logo.svg');
      const text = readFileSync(logo, 'utf8');
      expect(text).toContain('#fbbf24');
      writeFileSync(logo, text.replace('#fbbf24', '#f97316'));
    });
    const differing = [...changed]
      .filter(([name, digest]) => built.get(name) !== digest)
      .map(([name]) => name);
    expect(differing.map((name) => name.replace(/-[0-9a-f]+\./, '.')).sort()).toEqual([
      'assets/logo.svg',
      'index.html',
    ]);
  });
});
