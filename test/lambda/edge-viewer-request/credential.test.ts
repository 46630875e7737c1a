import { describe, expect, test } from '@jest/globals';
import {
  hashOf,
  makeJudge,
  parseCredential,
  userAndPasswordOf,
} from '../../../lambda/edge-viewer-request/credential.ts';
import { basic } from './event.ts';

const salt = Buffer.alloc(16, 7);
const text = (value: unknown): string => JSON.stringify(value);
const hash = Buffer.alloc(32, 1).toString('base64');

test('user and password are read from one header of the scheme Basic, in any case', () => {
  const encoded = Buffer.from('ada:pass:word').toString('base64');
  for (const header of [`Basic ${encoded}`, `basic ${encoded}`, `BASIC  ${encoded}`]) {
    expect(userAndPasswordOf([header])?.toString()).toBe('ada:pass:word');
  }
});

test.each([
  ['no header', []],
  ['two headers', [basic('ada:x'), basic('ada:x')]],
  ['another scheme', [basic('ada:x').replace('Basic', 'Bearer')]],
  ['nothing after the scheme', ['Basic ']],
  ['no colon', [`Basic ${Buffer.from('ada').toString('base64')}`]],
  ['no padding', ['Basic YWRhOng']],
  ['too much padding', ['Basic YWRhOng==']],
  ['bits left over', ['Basic YWRhOnh=']],
  ['base64url', ['Basic __-fOng=']],
  ['blanks within', ['Basic YWRh Ong=']],
  ['something after it', ['Basic YWRhOng=, Basic YWRhOng=']],
  ['a header without end', [basic(`ada:${'x'.repeat(400)}`)]],
])('%s is no credential', (_, headers) => {
  expect(userAndPasswordOf(headers)).toBeNull();
});

describe('the judge', () => {
  const credentialFor = async (...each: string[]) => ({
    salt,
    hashes: await Promise.all(each.map((one) => hashOf(one, salt))),
  });

  test('lets in who has one of the credentials, again and again, and nobody else', async () => {
    const judge = makeJudge();
    const credential = await credentialFor('ada:one', 'smoke:two');
    for (const given of ['ada:one', 'ada:one', 'smoke:two', 'ada:one']) {
      expect(await judge(Buffer.from(given), credential)).toBe(true);
    }
    for (const given of ['ada:two', 'ada:onE', 'ada:one ', ':', 'smoke:one']) {
      expect(await judge(Buffer.from(given), credential)).toBe(false);
    }
  });

  test('remembers nobody across a change of the credential', async () => {
    const judge = makeJudge();
    expect(await judge(Buffer.from('ada:one'), await credentialFor('ada:one'))).toBe(true);
    expect(await judge(Buffer.from('ada:one'), await credentialFor('ada:new'))).toBe(false);
  });
});

test('a sound secret is read', () => {
  const read = parseCredential(text({ salt: salt.toString('base64'), hashes: [hash] }));
  expect(read).toEqual({ salt, hashes: [Buffer.alloc(32, 1)] });
});

test.each([
  ['nothing', undefined],
  ['another form', text(['x'])],
  ['no hashes', text({ salt: salt.toString('base64') })],
  ['an empty list, which would be nobody', text({ salt: salt.toString('base64'), hashes: [] })],
  ['a short salt', text({ salt: 'AAAA', hashes: [hash] })],
  ['a short hash', text({ salt: salt.toString('base64'), hashes: ['AAAA'] })],
  ['too many hashes', text({ salt: salt.toString('base64'), hashes: [hash, hash, hash, hash, hash] })],
])('a secret with %s is refused', (_, secret) => {
  expect(() => parseCredential(secret)).toThrow();
});
