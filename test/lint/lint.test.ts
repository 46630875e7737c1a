import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { findsNothing } from './fixture.ts';
import { found, shopRoot } from './linted-shop.ts';

test('a sound system has no findings', async () => {
  expect(await found()).toEqual([]);
});

describe('what is linted', () => {
  test('a pattern that matches nothing is an error with the choices', async () => {
    const root = await shopRoot();
    await expect(lint(root, ['shpo'], findsNothing)).rejects.toMatchObject({
      code: 'LINT_NOTHING',
      message: 'shpo matches no system; the systems are shop. Did you mean shop?',
    });
    await expect(lint(root, ['shop', 'x-*'], findsNothing)).rejects.toMatchObject({ code: 'LINT_NOTHING' });
    await expect(lint(join(root, 'templates'), [], findsNothing)).rejects.toMatchObject({
      code: 'LINT_NOTHING',
    });
    expect(await lint(root, ['sh*'], findsNothing)).toEqual([]);
  });

  test('systems without any template are an error, not a clean run', async () => {
    const root = await shopRoot();
    await rm(join(root, 'templates'), { recursive: true });
    await expect(lint(root, [], findsNothing)).rejects.toMatchObject({
      code: 'LINT_NOTHING',
      message: expect.stringContaining('templates/**/*.yml matches nothing'),
    });
  });
});
