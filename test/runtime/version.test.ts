import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { version } from '../../src/runtime/version.ts';

test('the version is the package’s', () => {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  expect(version).toBe((JSON.parse(text) as { readonly version: string }).version);
});
