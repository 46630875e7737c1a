// Rules: https://github.com/actions/upload-artifact, README: the root is the least common ancestor of what was asked for, a
// second artifact of a name in a run is refused, names that begin with a dot are left out.
import { cpSync, existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const name = input('name');
if (/["'<>|*?:\r\n\\/]/.test(name)) throw new Error(`An artifact cannot be named ${JSON.stringify(name)}.`);

const lines = input('path')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');
const roots = [];
const files = new Set();
for (const line of lines) {
  const isGlob = /[*?[]/.test(line);
  const path = resolve(line);
  const isFolder = !isGlob && existsSync(path) && statSync(path).isDirectory();
  roots.push(
    isFolder ? path : isGlob ? path.slice(0, path.search(/[*?[]/)).replace(/[^/]*$/, '') : dirname(path),
  );
  const found = globSync(isFolder ? join(line, '**') : line);
  for (const file of found) if (statSync(file).isFile()) files.add(resolve(file));
}
const hidden = (file) =>
  relative(process.cwd(), file)
    .split(sep)
    .some((part) => /^\.[^.]/.test(part));
const wanted = [...files].filter((file) => input('include-hidden-files') === 'true' || !hidden(file));

if (wanted.length === 0) {
  const message = `No files were found with the provided path: ${lines.join(', ')}. No artifacts will be uploaded.`;
  if (input('if-no-files-found') === 'error') throw new Error(message);
  if (input('if-no-files-found') === 'warn') console.log(`::warning::${message}`);
} else {
  const folder = join(process.env.ACT_ARTIFACTS, process.env.GITHUB_RUN_ID, name);
  if (existsSync(folder)) {
    if (input('overwrite') !== 'true')
      throw new Error(
        `(409) Conflict: an artifact with this name already exists on the workflow run: ${name}`,
      );
    rmSync(folder, { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  const root = roots.reduce((common, path) => {
    let shared = common;
    while (path !== shared && !path.startsWith(shared === sep ? sep : `${shared}${sep}`))
      shared = dirname(shared);
    return shared;
  }, resolve(roots[0]));
  for (const file of wanted) {
    const to = join(folder, relative(root, file) || basename(file));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(file, to);
  }
  console.log(`${name}: ${wanted.map((file) => relative(root, file)).join(', ')}`);
}
