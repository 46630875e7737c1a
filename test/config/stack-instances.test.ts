import { describe, expect, test } from '@jest/globals';
import { parseEnvironment } from '../../src/config/parse-environment.ts';
import { parseSystem } from '../../src/config/parse-system.ts';
import { stackInstances } from '../../src/config/stack-instances.ts';

const system = parseSystem(
  `system: shop
stacks:
  app: { template: a.yml, region: home, parameters: { LogBucket: '\${edge.LogBucket}', Fixed: 1 } }
  edge: { template: e.yml, region: edge }
`,
  'params/shop/system.yml',
);
const environment = parseEnvironment(
  "account: '222222222222'\nregions: { home: eu-west-1 }\ntags: { Owner: web }\nvalues: { app: { Stage: sit } }\n",
  'params/shop/sit.yml',
  system,
  'sit',
);

describe('the stacks of an environment', () => {
  const instances = stackInstances(system, environment);

  test('know their name, place, parameters and tags, in order of deployment', () => {
    expect(instances.map(({ stackName, region }) => [stackName, region])).toEqual([
      ['shop-sit-edge', 'us-east-1'],
      ['shop-sit-app', 'eu-west-1'],
    ]);
    expect(instances[1]).toEqual({
      name: 'app',
      stackName: 'shop-sit-app',
      account: '222222222222',
      region: 'eu-west-1',
      template: 'a.yml',
      parameters: {
        LogBucket: { kind: 'output', stack: 'edge', output: 'LogBucket' },
        Fixed: { kind: 'literal', value: '1' },
        Stage: { kind: 'literal', value: 'sit' },
      },
      tags: { Owner: 'web', 'slipway:system': 'shop', 'slipway:environment': 'sit' },
    });
  });

  test('a reference in the values of an environment counts for the order', () => {
    const other = parseSystem(
      'system: shop\nstacks:\n  a: { template: a.yml, region: home }\n  b: { template: b.yml, region: home }\n',
      'params/shop/system.yml',
    );
    const dev = parseEnvironment(
      "account: '111111111111'\nregions: { home: eu-west-1 }\nvalues: { a: { X: '${b.Y}' } }\n",
      'params/shop/dev.yml',
      other,
      'dev',
    );
    expect(stackInstances(other, dev).map(({ name }) => name)).toEqual(['b', 'a']);
  });
});
