import { describe, expect, test } from '@jest/globals';
import { parseEnvironment, parseEnvironmentName } from '../../src/config/parse-environment.ts';
import { parseSystem } from '../../src/config/parse-system.ts';
import { mistakesOf } from './mistakes.ts';

const system = parseSystem(
  `system: shop
stacks:
  edge: { template: e.yml, region: edge }
  app: { template: a.yml, region: home, parameters: { LogBucket: '\${edge.LogBucket}' } }
`,
  'params/shop/system.yml',
);
const file = 'params/shop/dev.yml';
const head = "account: '111111111111'\nregions: { home: eu-west-1 }\n";

const mistakes = (source: string) => mistakesOf(() => parseEnvironment(source, file, system, 'dev'));

test('an environment is read; edge is us-east-1', () => {
  expect(
    parseEnvironment(
      `${head}tags: { CostCenter: '12' }\nvalues: { app: { Stage: dev, Sizes: [1, 2], From: '\${edge.X}' } }\n`,
      file,
      system,
      'dev',
    ),
  ).toEqual({
    system: 'shop',
    environment: 'dev',
    file,
    account: '111111111111',
    regions: { home: 'eu-west-1', edge: 'us-east-1' },
    tags: { CostCenter: '12' },
    values: {
      app: {
        Stage: { kind: 'literal', value: 'dev' },
        Sizes: { kind: 'literal', value: '1,2' },
        From: { kind: 'output', stack: 'edge', output: 'X' },
      },
    },
  });
});

describe('mistakes', () => {
  test.each([
    [
      'acount: x\n',
      [
        '1:1 CONFIG_MISSING_KEY This file needs the key account',
        '1:1 CONFIG_MISSING_KEY This file needs the key regions',
        '1:1 CONFIG_UNKNOWN_KEY This file has no key acount. Did you mean account?',
      ],
    ],
    [
      'account: 111111111111\nregions: { home: eu-west-1 }\n',
      ["1:10 CONFIG_TYPE account is 111111111111; it takes a text. Put it in quotes: '111111111111'."],
    ],
    [
      "account: '1111'\nregions: { home: eu-west-1 }\n",
      ['1:10 CONFIG_VALUE account is "1111"; it must be the 12 digits of an AWS account, in quotes'],
    ],
    [
      "account: '111111111111'\nregions: { home: europe, edge: eu-west-1 }\n",
      [
        '2:18 CONFIG_VALUE regions.home is "europe"; it must be a region such as eu-west-1',
        '2:32 CONFIG_VALUE regions.edge is "eu-west-1"; it must be us-east-1',
      ],
    ],
    [
      `${head}values: { aap: { X: 1 } }\n`,
      [
        '3:11 CONFIG_VALUE values names the stack aap, which params/shop/system.yml does not have. Did you mean app?',
      ],
    ],
    [
      `${head}values: { app: { LogBucket: x } }\n`,
      [
        '3:18 CONFIG_PARAMETER_TWICE values.app.LogBucket is set in params/shop/system.yml too, at stacks.app.parameters.LogBucket; keep one of them',
      ],
    ],
    [
      `${head}values: { app: { ArtifactBucket: x } }\n`,
      [
        '3:18 CONFIG_RESERVED values.app.ArtifactBucket is set by Slipway: it is the artifact bucket of the account and region. Leave it out.',
      ],
    ],
    [
      `${head}values: { edge: { X: '\${app.Y}' } }\n`,
      [
        '3:22 CONFIG_CYCLE The stacks wait for each other in a circle: edge → app → edge (edge takes app.Y, app takes edge.LogBucket)',
      ],
    ],
    [
      `${head}tags: { 'aws:x': y, 'slipway:system': z }\n`,
      [
        '3:9 CONFIG_VALUE The name tags.aws:x is not allowed: keys that begin with aws: or slipway: are taken',
        '3:21 CONFIG_VALUE The name tags.slipway:system is not allowed: keys that begin with aws: or slipway: are taken',
      ],
    ],
  ])('%j', (source, expected) => {
    expect(mistakes(source)).toEqual(expected);
  });

  test('an unknown environment', () => {
    expect(() => parseEnvironmentName('prd')).toThrow(
      'There is no environment prd; the environments are dev, sit, prod. Did you mean prod?',
    );
  });
});
