import { describe, expect, test } from '@jest/globals';
import { withValues } from '../../local/front/cloudformation/changes.ts';
import { checkTemplate } from '../../local/front/cloudformation/check-template.ts';
import {
  conditionHolds,
  evaluate,
  plain,
  presentResources,
  type Scope,
} from '../../local/front/cloudformation/evaluate.ts';
import { contextOf, leafChanges } from '../../local/front/cloudformation/property-changes.ts';
import { planningScope, valueScope } from '../../local/front/cloudformation/stack-facts.ts';
import { readTemplate, type Value } from '../../local/front/cloudformation/template.ts';

const source = `
Parameters:
  Name: { Type: String }
  Zones: { Type: CommaDelimitedList, Default: 'a, b' }
  Secret: { Type: String, NoEcho: true }
Mappings:
  Sizes: { dev: { Count: 1 }, prod: { Count: 3 } }
Conditions:
  IsProd: !Equals [!Ref Name, prod]
  IsOther: !And [!Not [!Condition IsProd], !Or [!Equals [a, b], !Equals [a, a]]]
Resources:
  Child: { Type: AWS::CloudFormation::Stack }
  Topic: { Type: AWS::SNS::Topic }
  OnlyProd: { Type: AWS::SNS::Topic, Condition: IsProd }
  Function:
    Type: AWS::Lambda::Function
    DeletionPolicy: Retain
    Properties: { Key: !Ref Secret, Since: 2012-10-17 }
`;

function identity(name = 'dev') {
  return {
    template: readTemplate(source),
    parameters: { Name: name, Zones: 'a, b', Secret: 'hidden' },
    stackName: 'app',
    stackId: 'arn:aws:cloudformation:eu-west-1:111111111111:stack/app/1',
    region: 'eu-west-1',
    account: '111111111111',
  };
}

const planning = (name?: string): Scope => planningScope(identity(name));

/** The value of an expression, written as it stands in a template. */
function value(expression: string, scope = planning()): Value {
  const read = readTemplate(`Resources: { X: { Type: T, Properties: { It: ${expression} } } }`);
  return plain(evaluate(read.Resources['X']?.Properties?.['It'] ?? null, scope));
}

describe('intrinsic functions', () => {
  test.each<[string, Value]>([
    ['!Ref Name', 'dev'],
    ['!Ref Zones', ['a', 'b']],
    ['!Ref AWS::Region', 'eu-west-1'],
    ["!Sub 'x-${Name}-${AWS::AccountId}-${!Literal}'", 'x-dev-111111111111-${Literal}'],
    ["!Sub ['${A}/${Name}', { A: !Select [1, !Ref Zones] }]", 'b/dev'],
    ["!Join ['-', [a, !Ref Name]]", 'a-dev'],
    ["!Select [0, !Split ['/', 'x/y']]", 'x'],
    ['!FindInMap [Sizes, !Ref Name, Count]', 1],
    ['!If [IsProd, a, b]', 'b'],
    ['{ A: 1, B: !Ref AWS::NoValue }', { A: 1 }],
    ['[!Ref AWS::NoValue, x]', ['x']],
    ['{ Fn::Base64: hello }', 'aGVsbG8='],
    ['!Transform { Name: x }', '{{IntrinsicFunction://Fn::Transform}}'],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  test.each([
    ['!Select [2, !Split [/, x/y]]', /Fn::Select cannot select nonexistent value at index 2/],
    ['!FindInMap [Sizes, sit, Count]', /Unable to get mapping for Sizes::sit::Count/],
    ['!Ref Nobody', /Unresolved resource dependencies \[Nobody\]/],
    ['!If [Nope, a, b]', /Unresolved condition dependency Nope/],
  ])('%s is refused', (expression, words) => {
    expect(() => value(expression)).toThrow(words);
  });

  test('conditions decide which resources are there', () => {
    expect(conditionHolds('IsOther', planning())).toBe(true);
    expect(presentResources(planning()).has('OnlyProd')).toBe(false);
    expect(presentResources(planning('prod')).has('OnlyProd')).toBe(true);
  });
});

describe('what is not known while planning', () => {
  test.each([
    ['!GetAtt Child.Outputs.Name', '{{IntrinsicFunction:app/Child.Outputs.Name/Fn::GetAtt}}'],
    ['!Ref Topic', '{{IntrinsicFunction:app/Topic/Ref}}'],
    ['!ImportValue shared', '{{IntrinsicFunction:app//Fn::ImportValue}}'],
    ["!Join ['-', [a, !GetAtt Child.Outputs.Name]]", '{{IntrinsicFunction://Fn::Join}}'],
    ["!Sub '${Topic}-x'", '{{IntrinsicFunction://Fn::Sub}}'],
    ["!Select [0, !Split ['-', !GetAtt Child.Outputs.Name]]", '{{IntrinsicFunction://Fn::Select}}'],
  ])('%s', (expression, token) => {
    expect(value(expression)).toBe(token);
  });

  test('a child works with the token as with any text', () => {
    const scope = planning('{{IntrinsicFunction:root/Other.Outputs.Name/Fn::GetAtt}}');
    expect(value("!Sub '${Name}-x'", scope)).toBe(
      '{{IntrinsicFunction:root/Other.Outputs.Name/Fn::GetAtt}}-x',
    );
    expect(() => value("!Select [1, !Split ['-', !Ref Name]]", scope)).toThrow(
      /nonexistent value at index 1/,
    );
  });

  test('two exports that nobody knows yet have the same name', () => {
    const scope = planning();
    const outputs = {
      A: { Value: 'a', Export: { Name: { Ref: 'Topic' } } },
      B: { Value: 'b', Export: { Name: { Ref: 'Topic' } } },
    };
    expect(() => {
      checkTemplate({ ...scope, template: { ...scope.template, Outputs: outputs } });
    }).toThrow(/duplicate Export names/);
    expect(() => {
      checkTemplate({ ...scope, template: { ...scope.template, Outputs: { A: outputs.A } } });
    }).not.toThrow();
  });
});

describe('values before and after', () => {
  const facts = {
    ...identity(),
    physicalIds: new Map([['Topic', 'arn:topic']]),
    outputs: new Map([['Child', { Name: 'photos' }]]),
  };
  test('what is deployed is known, what changes is known after apply', () => {
    const before = valueScope(identity(), facts, new Set());
    const after = valueScope(identity(), facts, new Set(['Child']));
    expect(value('[!Ref Topic, !GetAtt Child.Outputs.Name]', before)).toEqual(['arn:topic', 'photos']);
    expect(value('[!Ref Topic, !GetAtt Child.Outputs.Name]', after)).toEqual([
      'arn:topic',
      '{{changeSet:KNOWN_AFTER_APPLY}}',
    ]);
  });

  test('a context masks NoEcho parameters and keeps dates as text', () => {
    const scope = valueScope(identity(), facts, new Set());
    expect(contextOf(scope.template.Resources['Function'] ?? { Type: '' }, scope)).toEqual({
      Properties: { Key: '****', Since: '2012-10-17' },
      DeletionPolicy: 'Retain',
    });
  });

  test('every leaf that differs is one change', () => {
    const before = { Same: 1, Deep: { A: 'x', B: [1, 2] }, Gone: true };
    const after = { Same: 1, Deep: { A: 'y', B: [1, 3] }, New: { C: null } };
    expect(leafChanges(before, after, '/Properties')).toEqual([
      { path: '/Properties/Deep/A', before: 'x', after: 'y', kind: 'Modify' },
      { path: '/Properties/Deep/B/1', before: '2', after: '3', kind: 'Modify' },
      { path: '/Properties/Gone', before: 'true', after: undefined, kind: 'Remove' },
      { path: '/Properties/New', before: undefined, after: '{"C":null}', kind: 'Add' },
    ]);
  });
});

test('what is added under a condition is not evaluated as it was before, and what is removed not as it will be', () => {
  const sideOf = (List: string) => ({
    scope: planningScope({
      ...identity(),
      template: readTemplate(`
Parameters: { List: { Type: String } }
Conditions: { HasList: !Not [!Equals [!Ref List, '']] }
Resources:
  Second:
    Type: AWS::SNS::Topic
    Condition: HasList
    Properties: { DisplayName: !Select [1, !Split [':', !Ref List]] }
`),
      parameters: { List },
    }),
  });
  const [none, some] = [sideOf(''), sideOf('a:b')] as unknown as Parameters<typeof withValues>[1][];
  if (none === undefined || some === undefined) throw new Error('There are two sides.');
  const change = { logicalId: 'Second', type: 'AWS::SNS::Topic', scope: [], details: [] };
  const context = JSON.stringify({ Properties: { DisplayName: 'b' } });
  const added = withValues({ ...change, action: 'Add' }, none, some);
  expect([added.beforeContext, added.afterContext]).toEqual([undefined, context]);
  const removed = withValues({ ...change, action: 'Remove' }, some, none);
  expect([removed.beforeContext, removed.afterContext]).toEqual([context, undefined]);
});

test('the functions of rules are read in their short forms', () => {
  const { Rules } = readTemplate(
    "Rules: { Days: { Assertions: [{ Assert: !Not [!Contains [['91'], !Ref Day]] }] } }",
  ) as {
    readonly Rules?: unknown;
  };
  expect(Rules).toEqual({
    Days: { Assertions: [{ Assert: { 'Fn::Not': [{ 'Fn::Contains': [['91'], { Ref: 'Day' }] }] } }] },
  });
});
