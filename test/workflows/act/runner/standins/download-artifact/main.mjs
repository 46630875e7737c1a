// Rules: https://github.com/actions/download-artifact, README: without a name each artifact gets a folder of its name unless
// they are merged; another run's need a token with `actions: read`.
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const run = input('run-id') || process.env.GITHUB_RUN_ID;
if (
  run !== process.env.GITHUB_RUN_ID &&
  !process.env.ACT_TOKEN_PERMISSIONS.split(' ').includes('actions:read')
)
  throw new Error('Resource not accessible by integration: the artifacts of another run need actions: read.');

const folder = join(process.env.ACT_ARTIFACTS, run);
const target = resolve(input('path'));
const all = existsSync(folder) ? readdirSync(folder) : [];
const name = input('name');
if (name !== '' && !all.includes(name))
  throw new Error(`Unable to download artifact(s): Artifact not found for name: ${name}`);
const wanted = name === '' ? all.filter((one) => matchesGlob(one, input('pattern') || '*')) : [name];
mkdirSync(target, { recursive: true });
for (const one of wanted) {
  const isFlat = name !== '' || input('merge-multiple') === 'true';
  cpSync(join(folder, one), isFlat ? target : join(target, one), { recursive: true });
}
console.log(`${wanted.length} artifacts: ${wanted.join(', ')}`);
