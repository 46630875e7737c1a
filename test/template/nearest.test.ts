import { expect, test } from '@jest/globals';
import { nearest, suggestion, withHint } from '../../src/template/nearest.ts';

test.each([
  ['regoin', 'region'],
  ['Region', 'region'],
  ['acount', 'account'],
  ['tag', 'tags'],
  ['xyz', null],
  ['', null],
])('%s → %s', (word, expected) => {
  expect(nearest(word, ['account', 'region', 'tags', 'values'])).toBe(expected);
});

test('a suggestion stands at the end of a message', () => {
  expect(withHint('There is no stack aap', suggestion('aap', ['app', 'edge']))).toBe(
    'There is no stack aap. Did you mean app?',
  );
  expect(withHint('There is no stack zzz', suggestion('zzz', ['app']))).toBe('There is no stack zzz');
});
