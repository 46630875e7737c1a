import ncc from '@vercel/ncc';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actionEntries, type ActionEntry } from './action-entries.ts';
import { groupLicenses } from './group-licenses.ts';
import { replaced } from './left-out/replaced.ts';
import { mergeChunks } from './merge-chunks.ts';

/** Files by their path in `dist/`. */
export type Bundle = ReadonlyMap<string, string>;

const licenses = 'licenses.txt';

/**
 * Makes `dist/`: one bundle that all actions share, whose parts load when they are imported, and for each action a file
 * that starts it there. The working directory must be `root`: webpack numbers modules by their paths from it, and so the
 * same sources give the same bytes in every checkout.
 */
export async function buildBundle(root: string): Promise<Bundle> {
  const entries = await actionEntries(root);
  const entry = await writeEntry(root, entries);
  const { code, assets } = await ncc(entry, {
    filename: 'index.js',
    cache: false,
    // tsc has checked the types
    transpileOnly: true,
    quiet: true,
    license: licenses,
  });
  const files = new Map([['bundle/index.js', code]]);
  for (const [name, { source }] of Object.entries(assets)) {
    files.set(`bundle/${name}`, typeof source === 'string' ? source : Buffer.from(source).toString('utf8'));
  }
  const found = files.get(`bundle/${licenses}`) ?? '';
  files.delete(`bundle/${licenses}`);
  files.set(licenses, groupLicenses(found, await lockedPackages(root)));
  files.set('package.json', '{\n  "type": "module"\n}\n');
  for (const { name } of entries) files.set(`${name}.js`, starter(name));
  return new Map([...mergeChunks(files)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The bundle's source: nothing but imports, so that an action loads no part of another. Not in `actions/`: it is generated. */
async function writeEntry(root: string, entries: readonly ActionEntry[]): Promise<string> {
  const folder = join(root, 'out', 'bundle');
  await mkdir(folder, { recursive: true });
  const lines = entries.map(({ name, source }) => `  '${name}': () => import('../../${source}'),`);
  await writeFile(join(folder, 'entry.ts'), `export const actions = {\n${lines.join('\n')}\n};\n`);
  // ts-loader takes the tsconfig.json that is nearest to its first file. Files that are transpiled one by one are taken for
  // CommonJS under `nodenext`, whatever package.json says.
  const paths = Object.fromEntries(Object.entries(replaced).map(([name, file]) => [name, [`../../${file}`]]));
  const compilerOptions = { module: 'esnext', moduleResolution: 'bundler', rootDir: '../..', paths };
  const config = { extends: '../../tsconfig.json', compilerOptions, files: ['entry.ts'], include: [] };
  const file = join(folder, 'tsconfig.json');
  // where tsconfig-paths, by which ncc resolves, looks for `paths`
  process.env['TS_NODE_PROJECT'] = file;
  await writeFile(file, `${JSON.stringify(config, null, 2)}\n`);
  return join(folder, 'entry.ts');
}

function starter(name: string): string {
  return `// made by npm run bundle\nimport { actions } from './bundle/index.js';\n\nawait actions['${name}']();\n`;
}

async function lockedPackages(root: string): Promise<ReadonlySet<string>> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as { packages: object };
  return new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
}
