import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { writeAlong } from '../../src/cli/commands/switch/write-along.ts';
import { loadEnvironment, loadSystem } from '../../src/config/load.ts';
import { repository } from '../bad-input/repository.ts';

const edit = { stack: 'app', parameter: 'Stage', value: 'on' };

test('the file says what runs, and is not written where it says so already', async () => {
  await using repo = await repository();
  const system = await loadSystem(repo.root, 'shop');
  const environment = await loadEnvironment(repo.root, system, 'dev');
  expect(await writeAlong(repo.root, system, environment, edit)).toBe('changed');
  expect(await readFile(join(repo.root, 'params/shop/dev.yml'), 'utf8')).toContain("Stage: 'on'");
  expect(await writeAlong(repo.root, system, environment, edit)).toBe('unchanged');
});

test('a file that can’t be read is told, since the switch is turned by then', async () => {
  await using repo = await repository();
  const system = await loadSystem(repo.root, 'shop');
  const environment = await loadEnvironment(repo.root, system, 'dev');
  const file = join(repo.root, 'params/shop/dev.yml');
  await rm(file);
  expect(await writeAlong(repo.root, system, environment, edit)).toContain('ENOENT');
  await mkdir(file);
  expect(await writeAlong(repo.root, system, environment, edit)).toContain('EISDIR');
});
