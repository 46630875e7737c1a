import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate, evaluateCondition, type Scope } from '../../src/template/evaluate.ts';
import { exact, isKnown, leaves, lineage, printable, type Evaluated } from '../../src/template/evaluated.ts';
import { parameterValues } from '../../src/template/parameter-values.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';

const source = `
Parameters:
  Stage: { Type: String }
  Password: { Type: String, NoEcho: true }
  Zones: { Type: CommaDelimitedList, Default: 'a, b' }
  Size: { Type: Number, Default: 3 }
  Ami: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /ami/latest }
  Fed: { Type: String, Default: '' }
  Secret: { Type: String, Default: '{{resolve:secretsmanager:db:SecretString:password}}' }
Mappings:
  Sizes:
    dev: { Node: cache.t3.micro, Zones: [x, y] }
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
  IsProd: !Not [!Condition IsDev]
  HasFed: !Not [!Equals [!Ref Fed, '']]
  DevAndFed: !And [!Condition IsDev, !Condition HasFed]
  ProdAndFed: !And [!Condition IsProd, !Condition HasFed]
  DevOrFed: !Or [!Condition IsDev, !Condition HasFed]
  Circle: !Condition Circle
Resources:
  Topic: { Type: AWS::SNS::Topic }
`;
const { body } = parseTemplate(source, 't.yml');

const fed: Evaluated = {
  kind: 'unresolved',
  text: '${edge.Bucket}',
  lineage: { sources: ['edge.Bucket'], secret: false },
};

function scope(given: Record<string, string | Evaluated> = {}): Scope {
  return {
    body,
    parameters: parameterValues(body, { Stage: 'dev', Password: 'canary-7f3', Fed: fed, ...given }),
    pseudo: { accountId: '111111111111', region: 'eu-west-1', stackName: 'shop-dev-app' },
    path: [],
    resource: () => undefined,
  };
}

/** The value that a YAML text evaluates to. */
function outcome(yaml: string, given?: Record<string, string | Evaluated>): Evaluated {
  const resources = `Resources:\n  T:\n    Type: A\n    Metadata:\n      V: ${yaml}\n`;
  const template = parseTemplate(resources, 'v.yml');
  return evaluate(template.body.Resources['T']?.Metadata?.['V'], scope(given));
}

describe('what is known', () => {
  test.each([
    ['!Ref Stage', 'dev'],
    ['!Ref AWS::Region', 'eu-west-1'],
    ['!Ref Size', '3'],
    ['!Ref Zones', ['a', 'b']],
    ['!Sub "https://${Stage}.${AWS::URLSuffix}/${!x}"', 'https://dev.amazonaws.com/${x}'],
    ['!Sub ["${y}-${Stage}", { y: !Select [1, !Ref Zones] }]', 'b-dev'],
    ['!Join ["-", [!Ref Stage, !Ref AWS::AccountId, !Ref AWS::NoValue]]', 'dev-111111111111'],
    ['!Join ["+", !Ref Zones]', 'a+b'],
    ['!Split [".", a.b.c]', ['a', 'b', 'c']],
    ['!If [IsDev, 1, 2]', 1],
    ['!If [IsProd, 1, 2]', 2],
    ['{ A: !If [IsProd, 1, !Ref AWS::NoValue], B: 2 }', { B: 2 }],
    ['[!Ref AWS::NoValue, x]', ['x']],
    ['!FindInMap [Sizes, !Ref Stage, Node]', 'cache.t3.micro'],
    ['!FindInMap [Sizes, !Ref Stage, Zones]', ['x', 'y']],
    ['!Base64 abc', 'YWJj'],
    ['!Select [1, !Cidr [10.0.0.0/16, 6, 8]]', '10.0.1.0/24'],
    ['!If [DevOrFed, yes, no]', true],
    ['!If [ProdAndFed, a, b]', 'b'],
    ['!If [HasFed, same, same]', 'same'],
  ])('%s', (yaml, expected) => {
    expect(exact(outcome(yaml))).toEqual(expected);
  });
});

describe('what waits for the deployment', () => {
  test.each([
    ['!Ref Topic', '${Topic}', ['Topic']],
    ['!GetAtt Topic.Arn', '${Topic.Arn}', ['Topic.Arn']],
    ['!GetAtt Child.Outputs.Url', '${Child.Outputs.Url}', ['Child.Outputs.Url']],
    ['!Sub "https://${Child.Outputs.Id}.${Stage}"', 'https://${Child.Outputs.Id}.dev', ['Child.Outputs.Id']],
    ['!Ref Fed', '${edge.Bucket}', ['edge.Bucket']],
    [
      '!If [HasFed, !Ref Fed, !GetAtt Topic.Arn]',
      '${edge.Bucket} or ${Topic.Arn} (HasFed)',
      ['Topic.Arn', 'edge.Bucket', 'rule:Not(Equals(${edge.Bucket}, ))'],
    ],
    ['!Ref Ami', '${Ami}', ['ssm:/ami/latest']],
    ['!ImportValue shared', '${export:shared}', ['export:shared']],
    ['!Select [0, !Split [".", !Ref Fed]]', 'Select(0, Split(., ${edge.Bucket}))', ['edge.Bucket']],
    ['!Select [0, !GetAZs ""]', 'Select(0, GetAZs())', ['Fn::GetAZs']],
    [
      '!FindInMap [Sizes, !Ref Fed, Node]',
      'FindInMap(Sizes, ${edge.Bucket}, Node)',
      ['edge.Bucket', 'rule:{"dev":{"Node":"cache.t3.micro","Zones":["x","y"]}}'],
    ],
  ])('%s', (yaml, text, sources) => {
    const value = outcome(yaml);
    expect(isKnown(value)).toBe(false);
    expect(printable(value)).toBe(text);
    expect(lineage(value)).toEqual({ sources, secret: false });
  });

  test('a map keeps what is known of it', () => {
    expect(
      leaves(outcome('{ A: [x, !Ref Fed], B: { C: 1 } }')).map(({ path, value }) => [path, value.kind]),
    ).toEqual([
      ['A.0', 'value'],
      ['A.1', 'unresolved'],
      ['B.C', 'value'],
    ]);
  });

  test('the path of a nested stack stands before its sources', () => {
    const value = evaluate({ Ref: 'Topic' }, { ...scope(), path: ['Api', 'Logs'] });
    expect(lineage(value).sources).toEqual(['Api/Logs/Topic']);
  });
});

describe('conditions', () => {
  test.each([
    ['IsDev', true],
    ['IsProd', false],
    ['ProdAndFed', false],
    ['DevOrFed', true],
    ['DevAndFed', { sources: ['edge.Bucket'], secret: false }],
    ['Circle', { sources: ['Circle'], secret: false }],
    ['Nowhere', { sources: ['Nowhere'], secret: false }],
  ])('%s', (name, expected) => {
    expect(evaluateCondition(name, scope())).toEqual(expected);
  });

  test('a parameter that is known later decides', () => {
    expect(evaluateCondition('DevAndFed', scope({ Fed: 'bucket' }))).toBe(true);
  });
});

describe('secrets', () => {
  test.each([
    '!Ref Password',
    '!Sub "postgres://app:${Password}@db"',
    '!Sub "${Password}${Topic.Arn}"',
    '!Join [",", [!Ref Password, !Ref Fed]]',
    '!Base64 { Ref: Password }',
    '!Select [0, !Split [x, !Ref Password]]',
    '!If [HasFed, !Ref Password, x]',
    '{ A: [{ B: !Ref Password }] }',
    '!Ref Secret',
    '"{{resolve:ssm-secure:token:1}}"',
    '!Sub "{{resolve:secretsmanager:${Stage}/db}}"',
    '!Sub "{{resolve:secretsmanager:${Topic.Arn}:SecretString:password}}"',
    '!Join ["", ["{{resolve:ssm-secure:", !Ref Fed, "}}"]]',
  ])('%s never prints', (yaml) => {
    const value = outcome(yaml);
    expect(lineage(value).secret).toBe(true);
    const printed = JSON.stringify([
      printable(value),
      leaves(value).filter((leaf) => leaf.value.kind === 'unresolved'),
    ]);
    expect(printed).toContain('•••• (secret)');
    expect(printed).not.toMatch(/canary-7f3|Y2FuYXJ5|"postgres/);
  });

  test('a plain parameter of the parameter store is no secret', () => {
    expect(outcome('"{{resolve:ssm:name}}"')).toMatchObject({
      lineage: { sources: ['{{resolve:ssm:name}}'], secret: false },
    });
  });

  test('the canary comes through to who asks for the exact value, and only there', () => {
    expect(exact(outcome('!Ref Password'))).toBe('canary-7f3');
  });
});

describe('properties', () => {
  test('whatever is made of a secret, it does not print', () => {
    const leaf = fc.constantFrom<unknown>(
      { Ref: 'Password' },
      { Ref: 'Stage' },
      { Ref: 'Fed' },
      { 'Fn::GetAtt': ['Topic', 'Arn'] },
      'text',
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc.array(tie('value'), { minLength: 1, maxLength: 3 }).map((parts) => ({ 'Fn::Join': ['/', parts] })),
        tie('value').map((part) => ({ 'Fn::Base64': part })),
        tie('value').map((part) => ({ 'Fn::Sub': ['<${x}|${Password}>', { x: part }] })),
        tie('value').map((part) => ({ 'Fn::Select': [0, { 'Fn::Split': ['-', part] }] })),
        fc
          .tuple(fc.constantFrom('IsDev', 'IsProd', 'HasFed'), tie('value'), tie('value'))
          .map((parts) => ({ 'Fn::If': parts })),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('A', 'B'), tie('value'), { minKeys: 1 }),
      ),
    }));
    const canaries = ['canary-7f3', ...[0, 1, 2].map((shift) => base64Core('canary-7f3', shift)), 'canary'];
    fc.assert(
      fc.property(value, (expression) => {
        const evaluated = evaluate(expression, scope());
        const unresolvedTexts = leaves(evaluated).map(
          (each) => each.value.kind === 'unresolved' && each.value.text,
        );
        const printed = JSON.stringify([printable(evaluated), unresolvedTexts]);
        for (const canary of canaries) expect(printed).not.toContain(canary);
        if (exact(evaluated) !== undefined && JSON.stringify(exact(evaluated)).includes('canary')) {
          expect(lineage(evaluated).secret).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('plain data evaluates to itself', () => {
    const scalar = fc.oneof(
      fc.string().filter((text) => !text.includes('{{')),
      fc.integer(),
      fc.boolean(),
    );
    const key = fc.stringMatching(/^[a-z]{1,6}$/);
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('tree')), fc.dictionary(key, tie('tree'))),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(exact(evaluate(value, scope()))).toEqual(value);
      }),
    );
  });

  test('a join of known parts is their join, whatever they are', () => {
    const text = fc.string().filter((part) => !part.includes('{') && !part.includes('}'));
    fc.assert(
      fc.property(text, fc.array(text), (delimiter, parts) => {
        expect(exact(evaluate({ 'Fn::Join': [delimiter, parts] }, scope()))).toBe(parts.join(delimiter));
      }),
    );
  });
});

/** What is sure to stand in the base64 of any text that holds `text` at an offset of `shift` modulo 3. */
function base64Core(text: string, shift: number): string {
  const encoded = Buffer.from('x'.repeat(shift) + text).toString('base64');
  return encoded.slice(4, -4);
}
