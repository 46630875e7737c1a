import { describe, expect, test } from '@jest/globals';
import { toJsonSchema } from '@valibot/to-json-schema';
import { UserError, UserErrors } from '../../src/errors/slipway-error.ts';
import { parseSmokeProfile } from '../../src/smoke/parse-profile.ts';
import { smokeProfileSchema } from '../../src/smoke/profile.ts';
import { profileOfCompanycam } from './profile-of-companycam.ts';

const file = 'params/shop/smoke.yml';
const api = `title: shop
api:
  url: https://api.example
  protected: GET /photos
  open: {}
  tokens: { scope: all }
`;

function mistakes(source: string): readonly string[] {
  try {
    parseSmokeProfile(source, file);
  } catch (error) {
    const errors = error instanceof UserErrors ? error.errors : error instanceof UserError ? [error] : [];
    return errors.map(({ at, code, message }) => `${at?.line ?? 0}:${at?.column ?? 0} ${code} ${message}`);
  }
  return [];
}

describe('a profile', () => {
  test('of companycam is read, with its references and where they stand', () => {
    const profile = profileOfCompanycam();
    expect(profile.content.bucket?.encryption).toBe('AES256');
    expect(profile.content.seconds).toBe(30);
    expect(profile.references[0]).toEqual({
      stack: 'app',
      output: 'ApiUrl',
      at: { file: 'params/companycam/smoke.yml', line: 6, column: 8 },
    });
    expect(profile.references).toHaveLength(7);
  });

  test('needs only what it checks', () => {
    expect(parseSmokeProfile(api, file).content).toMatchObject({ title: 'shop', seconds: 30 });
  });

  test.each([
    ['titel: shop\n', ['1:1 CONFIG_MISSING_KEY', '1:1 CONFIG_UNKNOWN_KEY']],
    [api.replace('GET /photos', 'photos'), ['4:14 CONFIG_VALUE']],
    [api.replace('https://api', 'http://api'), ['3:8 SMOKE_ADDRESS']],
    [api.replace('https://api.example', "'${app.ApiUrl}/v1'"), ['3:8 SMOKE_REFERENCE']],
    [
      api.replace('scope: all', 'scope: all, testIssuer: { secret: s, environments: [dev, prod] }'),
      ['6:70 CONFIG_VALUE'],
    ],
    [`${api}seconds: 1\n`, ['7:10 CONFIG_VALUE']],
    [`${api}seconds: 10\nseconds: 11\n`, ['8:1 YAML_DUPLICATE_KEY']],
  ])('that is wrong names line, column and field: %j', (source, expected) => {
    expect(mistakes(source).map((mistake) => mistake.split(' ').slice(0, 2).join(' '))).toEqual(expected);
  });

  test('may not trust a test issuer in prod, and says what it may', () => {
    const source = api.replace('scope: all', 'scope: all, testIssuer: { secret: s, environments: [prod] }');
    expect(mistakes(source)[0]).toContain('prod');
  });
});

test('the JSON Schema for editors names the sections and forbids others', () => {
  const schema = toJsonSchema(smokeProfileSchema, { typeMode: 'input', errorMode: 'ignore' });
  expect(Object.keys(schema.properties ?? {})).toEqual([
    'title',
    'seconds',
    'api',
    'bucket',
    'site',
    'cache',
    'stateMachine',
    'cdn',
    'socket',
  ]);
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual(['title']);
});
