import { describe, expect, test } from '@jest/globals';
import { parseSystem } from '../../src/config/parse-system.ts';
import { mistakesOf } from './mistakes.ts';

const file = 'params/shop/system.yml';
const minimal = 'system: shop\nstacks:\n  app: { template: templates/shop/app.yml, region: home }\n';
const read = (more: string) => parseSystem(`${minimal}${more}`, file);
const mistakes = (more: string) => mistakesOf(() => read(more));

describe('secrets', () => {
  test('are read with defaults', () => {
    expect(read('secrets:\n  key: { name: "shop/{env}/key", description: A key }\n').secrets).toEqual([
      {
        key: 'key',
        name: 'shop/{env}/key',
        description: 'A key',
        region: 'home',
        madeBy: 'template',
        environments: ['dev', 'sit', 'prod'],
        fields: null,
        test: null,
        oauth: null,
      },
    ]);
  });

  test('of OAuth have the usual fields, and a callback on the loopback', () => {
    const [secret] = read(`secrets:
  provider:
    name: shop/provider
    description: Of the provider
    fields: { client_id: shown, client_secret: hidden, refresh_token: hidden }
    oauth: { authorizeUrl: https://id.example/authorize, tokenUrl: https://id.example/token }
`).secrets;
    expect(secret?.oauth).toEqual({
      authorizeUrl: 'https://id.example/authorize',
      tokenUrl: 'https://id.example/token',
      scope: '',
      callback: 'http://127.0.0.1:8765/callback',
      clientIdField: 'client_id',
      clientSecretField: 'client_secret',
      refreshTokenField: 'refresh_token',
    });
  });

  test.each([
    [
      'a value sent in the clear',
      'test: { url: http://id.example/, headers: { a: "{value}" } }',
      'begins with https://',
    ],
    [
      'an address with a user',
      'test: { url: https://u:p@id.example/, headers: { a: "{value}" } }',
      'no user',
    ],
    [
      'a header of another field',
      'test: { url: https://id.example/, headers: { a: "{token}" } }',
      'no field token',
    ],
    ['a name of AWS', 'region: nowhere', 'it must be home or edge'],
    ['a kind of field that is none', 'fields: { a: secret }', 'fields.a is "secret"'],
    [
      'OAuth without its fields',
      'fields: { client_id: shown }\n    oauth: { authorizeUrl: https://a.example/, tokenUrl: https://a.example/ }',
      'no field client_secret',
    ],
    [
      'a callback elsewhere',
      'oauth: { authorizeUrl: https://a.example/, tokenUrl: https://a.example/, callback: https://evil.example/ }',
      'an address of this machine',
    ],
    [
      'a callback at a port that is none',
      'oauth: { authorizeUrl: https://a.example/, tokenUrl: https://a.example/, callback: "http://127.0.0.1:65536/" }',
      'an address of this machine',
    ],
    [
      'an address at a port that is none',
      'test: { url: "https://id.example:99999/", headers: { a: "{value}" } }',
      'begins with https://',
    ],
    ['no environment', 'environments: []', 'at least one environment'],
  ])('with %s are refused where it stands', (_, line, words) => {
    const found = mistakes(`secrets:\n  key:\n    name: shop/key\n    description: A key\n    ${line}\n`);
    expect(found.join(' ')).toContain(words);
    expect(found.every((each) => /^[5-9]:\d+ CONFIG_/.test(each))).toBe(true);
  });

  test('with test and OAuth are refused, for a refresh is the test', () => {
    const found = mistakes(`secrets:
  key:
    name: shop/key
    description: A key
    fields: { client_id: shown, client_secret: hidden, refresh_token: hidden }
    test: { url: https://a.example/, headers: { a: '{client_id}' } }
    oauth: { authorizeUrl: https://a.example/, tokenUrl: https://a.example/ }
`);
    expect(JSON.stringify(found)).toContain('leave test out');
  });
});

describe('switches', () => {
  test('are on and off unless they say otherwise', () => {
    const { switches } = read('switches:\n  Incident: { stack: app, description: Shuts it }\n');
    expect(switches).toEqual([
      { parameter: 'Incident', stack: 'app', description: 'Shuts it', values: ['on', 'off'] },
    ]);
  });

  test('of a stack that is not there are refused', () => {
    const found = mistakes('switches:\n  Incident: { stack: ap, description: Shuts it }\n');
    expect(JSON.stringify(found)).toContain('the stack ap, which is not there');
  });
});
