import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listSystems } from '../../src/config/load.ts';
import { lint } from '../../src/lint/lint.ts';
import { findsNothing, line } from './fixture.ts';

const root = join(import.meta.dirname, '../..');

test('the wiring and parameter files of the repository have no findings', async () => {
  expect(await listSystems(root)).toContain('companycam');
  expect((await lint(root, [], findsNothing)).map(line)).toEqual([]);
});
