import { describe, expect, test } from '@jest/globals';
import type { Edits } from './fixture.ts';
import { found } from './linted-shop.ts';

const app = 'templates/shop/app.yml';
const api = 'templates/modules/api.yml';

describe('the test issuer of the smoke checks', () => {
  const trusting: Edits = {
    [app]: [
      [
        '  LogBucket: { Type: String }',
        "  LogBucket: { Type: String }\n  SmokeIssuer: { Type: String, Default: '' }",
      ],
      ['        Days: !Ref Days\n', '        Days: !Ref Days\n        SmokeIssuer: !Ref SmokeIssuer\n'],
    ],
    [api]: [['Parameters:', "Parameters:\n  SmokeIssuer: { Type: String, Default: '' }"]],
  };
  const set = (issuer: string): Edits =>
    Object.fromEntries(
      ['dev', 'sit', 'prod'].map((name) => [
        `params/shop/${name}.yml`,
        [
          ['    Days: 30', `    Days: 30\n    SmokeIssuer: ${name === 'prod' ? issuer : 'https://test'}`],
        ] as const,
      ]),
    );

  test('is allowed in dev and sit', async () => {
    expect(await found({ ...trusting, ...set("''") })).toEqual([]);
  });

  test('is refused in prod', async () => {
    expect(await found({ ...trusting, ...set('https://test') })).toEqual([
      'params/shop/prod.yml:7:18 policy/smoke-issuer-in-prod SmokeIssuer is set for prod; tokens of a test issuer must not be accepted there',
    ]);
  });

  test('is refused in prod where a template sets it by itself', async () => {
    const hidden = {
      ...trusting,
      [api]: [
        ['Parameters:', 'Parameters:\n  SmokeIssuer: { Type: String, Default: https://test }'],
      ] as const,
    };
    const without = {
      ...hidden,
      [app]: null,
      'params/shop/system.yml': [
        ['templates/shop/app.yml', api],
        ["{ LogBucket: '${edge.LogBucket}' }", "{ BucketName: '${edge.LogBucket}' }"],
      ] as const,
    };
    const texts = await found({
      ...without,
      ...Object.fromEntries(
        ['dev', 'sit', 'prod'].map((name) => [
          `params/shop/${name}.yml`,
          [[`    Stage: ${name}\n`, '']] as const,
        ]),
      ),
      'templates/modules/storage.yml': null,
    });
    expect(texts.filter((text) => text.includes('policy/'))).toEqual([
      `${api}:2:3 policy/smoke-issuer-in-prod SmokeIssuer is set for prod; tokens of a test issuer must not be accepted there`,
    ]);
  });
});
