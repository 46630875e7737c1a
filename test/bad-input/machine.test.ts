import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { slipway } from '../cli/record.ts';
import { repository } from './repository.ts';

const project = join(import.meta.dirname, '../..');

test('without Python the set-up says which one it needs, and installs nothing', async () => {
  const root = await mkdtemp(join(tmpdir(), 'slipway-no-python-'));
  try {
    for (const file of ['scripts/run.mjs', 'scripts/setup', 'package.json', 'package-lock.json']) {
      await cp(join(project, file), join(root, file), { recursive: true });
    }
    const bin = join(root, 'bin');
    await mkdir(bin);
    const before = await readdir(root);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/run.mjs'), 'demo', '--yes'],
      {
        cwd: root,
        env: { PATH: bin },
        encoding: 'utf8',
      },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      ' setup   no Python 3.10 or later was found (looked for python3, python3.14, python3.13, python3.12, python3.11, python3.10, python).\n' +
        '   Next: install one (Debian and Ubuntu: `apt-get install python3 python3-venv`) or name it in SLIPWAY_PYTHON. Nothing was changed.\n',
    );
    expect(await readdir(root)).toEqual(before);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

test('a local AWS on a port that is taken says so and leaves none behind', async () => {
  await using repo = await repository();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = other.address() as AddressInfo;
    const { exitCode, out, err } = await slipway(repo.root, ['local', 'start', '--port', String(port)]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(
      new RegExp(`^ Port ${port} of the loopback address is taken\\. {2}\\[LOCAL_PORT_TAKEN\\]\n {3}Next: `),
    );
    expect(err).not.toMatch(/^\s+at /m);
    expect(await slipway(repo.root, ['local', 'status', '--json'])).toMatchObject({
      exitCode: 0,
      out: '{\n  "kind": "stopped"\n}\n',
    });
  } finally {
    other.close();
  }
});
