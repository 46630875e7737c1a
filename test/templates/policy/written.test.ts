import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { listSystems, loadEnvironments, loadSystem } from '../../../src/config/load.ts';
import { stackInstances } from '../../../src/config/stack-instances.ts';
import { parseTemplate } from '../../../src/template/parse-template.ts';
import { root } from '../evaluated.ts';
import { unexplainedWildcards, unused } from './written.ts';

const files = readdirSync(`${root}templates`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yml'))
  .map((file) => `templates/${file}`)
  .sort();
const parsed = (file: string) => parseTemplate(readFileSync(`${root}${file}`, 'utf8'), file);

describe.each(files)('%s', (file) => {
  test('says why, where it allows something on every resource', () => {
    expect(unexplainedWildcards(parsed(file))).toEqual([]);
  });

  test('uses each of its parameters, conditions and mappings', () => {
    expect(unused(parsed(file))).toEqual([]);
  });
});

describe('a template that is planted', () => {
  const template = (text: string) => parseTemplate(text, 'templates/planted.yml');
  const statement = (comment: string, resource: string) =>
    template(
      [
        'Resources:',
        '  Role:',
        '    Type: AWS::IAM::ManagedPolicy',
        '    Properties:',
        '      PolicyDocument:',
        '        Statement:',
        '          # This one is only about what comes before.',
        '          - { Effect: Allow, Action: x:Y, Resource: z }',
        ...(comment === '' ? [] : [`          # ${comment}`]),
        '          - Sid: Wide',
        '            Effect: Allow',
        '            Action: xray:PutTraceSegments',
        `            Resource: ${resource}`,
        '',
      ].join('\n'),
    );

  test.each(["'*'", "['*']", "['arn:x', '*']"])('allows something on %s without a reason', (resource) => {
    const line = 'templates/planted.yml:9';
    expect(unexplainedWildcards(statement('', resource))).toEqual([line]);
    expect(unexplainedWildcards(statement('because', resource))).toEqual(['templates/planted.yml:10']);
    expect(unexplainedWildcards(statement('X-Ray takes no narrower resource than every one.', resource))).toEqual([]);
  });

  test('keeps what nothing uses', () => {
    const planted = template(`Parameters:
  Used: { Type: String }
  InRule: { Type: String }
  InSub: { Type: String }
  Left: { Type: String }
Rules:
  One: { Assertions: [{ Assert: !Equals [!Ref InRule, x] }] }
Mappings:
  Sizes: { dev: { Node: small } }
  Old: { dev: { Node: small } }
Conditions:
  IsUsed: !Equals [!Ref Used, x]
  IsOfOutput: !Condition IsUsed
  IsLeft: !Equals [!Ref Used, y]
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: { TopicName: !Sub '\${InSub}-\${Size}', DisplayName: !FindInMap [Sizes, dev, Node] }
Outputs:
  Topic: { Condition: IsOfOutput, Value: !Ref Topic }
`);
    expect(unused(planted)).toEqual(['Left', 'IsLeft', 'Old']);
  });
});

describe.each(await listSystems(root))('the parameter files of %s', (name) => {
  test('give every stack the same keys of tags in every environment, with whose it is and of which system', async () => {
    const system = await loadSystem(root, name);
    const environments = await loadEnvironments(root, system);
    expect(environments.map(({ environment }) => environment)).toEqual(['dev', 'sit', 'prod']);
    const keys = environments.flatMap((environment) =>
      stackInstances(system, environment).map(({ tags }) => Object.keys(tags).sort()),
    );
    for (const each of keys) expect(each).toEqual(keys[0]);
    expect(keys[0]).toEqual(expect.arrayContaining(['owner', 'slipway:environment', 'slipway:system']));
  });

  test('have the same keys in all environments', async () => {
    const environments = await loadEnvironments(root, await loadSystem(root, name));
    const keys = environments.map(({ values }) =>
      Object.entries(values).flatMap(([stack, given]) => Object.keys(given).map((key) => `${stack}.${key}`)),
    );
    for (const each of keys) expect([...each].sort()).toEqual([...(keys[0] ?? [])].sort());
  });
});
