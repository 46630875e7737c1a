// Installs what the project needs into ignored folders of the repository: npm packages and a Python virtual environment.
// Runs before anything is installed, so it uses only Node 20 and the standard library.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installActionlint } from './actionlint.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const windows = process.platform === 'win32';
export const venvPython = join(root, '.venv', windows ? 'Scripts/python.exe' : 'bin/python');

/** A mistake of the machine's set-up: printed without a stack trace, exit code 2. */
export class SetupError extends Error {}

/**
 * Makes sure that all is there; says what it installs and how large it is; the second time it only compares stamps.
 * @param options.checks whether what only the project's own checks need is wanted, too
 */
export function setup({ checks = true, say = (line) => console.log(line) } = {}) {
  requireNode();
  const python = pythonToInstall();
  installPackages(say);
  if (python !== null) installPython(python, say);
  if (checks) installActionlint({ root, python: venvPython, say });
  return { node: node24(), python: venvPython };
}

function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    throw new SetupError(
      `Node ${process.versions.node} is too old: Slipway needs Node 20 or later to start.`,
    );
}

function installPackages(say) {
  const stamp = digest('package.json', 'package-lock.json');
  const marker = join(root, 'node_modules', '.slipway-stamp');
  if (read(marker) === stamp) return;
  say(' setup   npm packages into node_modules (about 570 MB on disk, once)');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  run(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], 'npm ci');
  writeFileSync(marker, stamp);
}

const requirements = join('scripts', 'setup', 'requirements.txt');
const pythonMarker = join(root, '.venv', '.slipway-stamp');

/** The Python to make the virtual environment with, looked for before anything is installed; `null` where all is there. */
function pythonToInstall() {
  return read(pythonMarker) === digest(requirements) && existsSync(venvPython) ? null : findPython();
}

function installPython(python, say) {
  say(
    ' setup   ministack, cfn-lint and the tools that check and try the workflows into .venv (about 430 MB on disk, once)',
  );
  rmSync(join(root, '.venv'), { recursive: true, force: true });
  const made = spawnSync(python, ['-m', 'venv', join(root, '.venv')], { cwd: root, encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(join(root, '.venv'), { recursive: true, force: true });
    throw new SetupError(
      `${python} cannot make a virtual environment: ${firstLine(made.stderr || made.stdout)}\n` +
        '   Next: install its venv module (Debian and Ubuntu: `apt-get install python3-venv`) and run this again.',
    );
  }
  run(
    venvPython,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
    'pip install',
  );
  writeFileSync(pythonMarker, digest(requirements));
}

/** The first Python of at least 3.10 on the path; `SLIPWAY_PYTHON` names another. */
function findPython() {
  const named = process.env.SLIPWAY_PYTHON;
  const candidates = named
    ? [named]
    : ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
  const seen = [];
  for (const candidate of candidates) {
    const answer = spawnSync(candidate, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
      encoding: 'utf8',
    });
    if (answer.status !== 0) continue;
    const [major = 0, minor = 0] = answer.stdout.trim().split('.').map(Number);
    if (major === 3 && minor >= 10) return candidate;
    seen.push(`${candidate} is ${answer.stdout.trim()}`);
  }
  throw new SetupError(
    `no Python 3.10 or later was found (looked for ${candidates.join(', ')}${seen.length ? `; ${seen.join(', ')}` : ''}).\n` +
      '   Next: install one (Debian and Ubuntu: `apt-get install python3 python3-venv`) or name it in SLIPWAY_PYTHON. Nothing was changed.',
  );
}

/** Node 24, which runs everything else: the one that npm installed, or the machine's own where no package has it (macOS). */
function node24() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new SetupError(
    `Node 24 is needed and no package brings it for ${process.platform}-${process.arch}; this is Node ${process.versions.node}.\n` +
      '   Next: install Node 24 and put it first on the path.',
  );
}

function run(command, args, name) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (result.error) throw new SetupError(`${name} could not be started: ${result.error.message}`);
  if (result.status !== 0)
    throw new SetupError(
      `${name} failed with exit code ${result.status}; its reason stands above. Run this again to go on.`,
    );
}

function digest(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function firstLine(text) {
  return text.trim().split('\n')[0] ?? '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setup();
    mkdirSync(join(root, 'out'), { recursive: true });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(` setup   ${error.message}`);
    process.exitCode = 2;
  }
}
