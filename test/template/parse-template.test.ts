import { describe, expect, test } from '@jest/globals';
import { SlipwayError, UserErrors } from '../../src/errors/slipway-error.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';

const resources = 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n';

function failure(source: string): SlipwayError {
  try {
    parseTemplate(source, 'templates/t.yml');
  } catch (error) {
    if (error instanceof SlipwayError) return error;
    throw error;
  }
  throw new Error('the template was accepted');
}

function value(yaml: string): unknown {
  return parseTemplate(`${resources}    Metadata:\n      V: ${yaml}\n`, 't.yml').body.Resources['Topic']
    ?.Metadata?.['V'];
}

describe('short forms', () => {
  test.each([
    ['!Ref Name', { Ref: 'Name' }],
    ['!GetAtt Bucket.Arn', { 'Fn::GetAtt': ['Bucket', 'Arn'] }],
    ['!GetAtt Child.Outputs.Url', { 'Fn::GetAtt': ['Child', 'Outputs.Url'] }],
    ['!GetAtt [Child, Outputs.Url]', { 'Fn::GetAtt': ['Child', 'Outputs.Url'] }],
    ['{ "Fn::GetAtt": Bucket.Arn }', { 'Fn::GetAtt': ['Bucket', 'Arn'] }],
    ['!Sub "${A}-b"', { 'Fn::Sub': '${A}-b' }],
    ['!Sub ["${x}", { x: !Ref Y }]', { 'Fn::Sub': ['${x}', { x: { Ref: 'Y' } }] }],
    ['!If [Is, a, !Ref AWS::NoValue]', { 'Fn::If': ['Is', 'a', { Ref: 'AWS::NoValue' }] }],
    ['!Join [",", [a, b]]', { 'Fn::Join': [',', ['a', 'b']] }],
    ['!Select [0, !GetAZs ""]', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
    ['!FindInMap [M, a, b]', { 'Fn::FindInMap': ['M', 'a', 'b'] }],
    ['!Condition Is', { Condition: 'Is' }],
    [
      '!And [!Condition A, !Not [!Equals [a, b]]]',
      {
        'Fn::And': [{ Condition: 'A' }, { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }],
      },
    ],
    ['!Base64 x', { 'Fn::Base64': 'x' }],
    ['!Cidr [10.0.0.0/16, 2, 8]', { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }],
    ['!Split [",", a]', { 'Fn::Split': [',', 'a'] }],
    ['!ImportValue x', { 'Fn::ImportValue': 'x' }],
  ])('%s', (yaml, expected) => {
    expect(value(yaml)).toEqual(expected);
  });

  test('an unknown one is an error that names what was meant', () => {
    const error = failure(`${resources}    Metadata: !Getatt a.b\n`);
    expect(error).toMatchObject({
      code: 'TEMPLATE_TAG',
      message: 'CloudFormation has no !Getatt. Did you mean !GetAtt?',
      at: { file: 'templates/t.yml', line: 4, column: 15 },
    });
  });
});

describe('scalars', () => {
  test.each([
    ['yes', true],
    ['off', false],
    ['y', 'y'],
    ['2012-10-17', '2012-10-17'],
    ['1.10', '1.10'],
    ['012345678901', '012345678901'],
    ['111111111111', 111111111111],
    ['1:30', '1:30'],
    ['-3', -3],
    ['"7"', '7'],
    ['!!str 7', '7'],
    ['~', null],
    ['', null],
  ])('%s', (yaml, expected) => {
    expect(value(yaml)).toEqual(expected);
  });
});

describe('positions', () => {
  const source = [
    '# comment',
    'Resources:',
    '  Child:',
    '    Type: AWS::CloudFormation::Stack',
    '    Properties:',
    '      TemplateURL: ../modules/bucket.yml # the bucket',
    '      Parameters:',
    '        Name: !Sub',
    '          - "${x}"',
    '          - x: !Ref Stage',
    '        Quoted: "../a b"',
  ].join('\n');
  const template = parseTemplate(source, 'templates/t.yml');
  const properties = ['Resources', 'Child', 'Properties'] as const;

  test('a value, its key, and what lies in a short form', () => {
    expect(template.locate([...properties, 'TemplateURL'])).toEqual({
      file: 'templates/t.yml',
      line: 6,
      column: 20,
    });
    expect(template.locateKey([...properties, 'TemplateURL'])).toMatchObject({ line: 6, column: 7 });
    expect(template.locate([...properties, 'Parameters', 'Name'])).toMatchObject({ line: 8, column: 15 });
    expect(template.locate([...properties, 'Parameters', 'Name', 'Fn::Sub', 1, 'x'])).toMatchObject({
      line: 10,
      column: 16,
    });
  });

  test('the nearest enclosing value where the path does not exist', () => {
    expect(template.locate([...properties, 'Tags', 0, 'Key'])).toMatchObject({ line: 6, column: 7 });
    expect(template.locateKey(['Resources', 'Child', 'Nothing'])).toMatchObject({ line: 3, column: 3 });
  });

  test('the range of a scalar is what an edit in place replaces', () => {
    const text = (path: readonly (string | number)[]) => {
      const range = template.scalarRange(path);
      return range && source.slice(range.start, range.end);
    };
    expect(text([...properties, 'TemplateURL'])).toBe('../modules/bucket.yml');
    expect(text([...properties, 'Parameters', 'Quoted'])).toBe('"../a b"');
    expect(text([...properties, 'Parameters', 'Name', 'Fn::Sub', 1, 'x'])).toBe('!Ref Stage');
    expect(text([...properties, 'Parameters'])).toBeNull();
    expect(text([...properties, 'Missing'])).toBeNull();
  });
});

describe('what is no template', () => {
  test.each([
    ['', 'YAML_EMPTY', 1, 1],
    ['Resources:\n  A: [1\n', 'YAML_SYNTAX', 3, 1],
    ['Resources:\n\t- b\n', 'YAML_SYNTAX', 2, 1],
    [`${resources}---\na: 1\n`, 'YAML_SYNTAX', 4, 1],
    [`${resources}    Metadata: &m {a: 1}\n    Tags: *m\n`, 'YAML_ALIAS', 5, 11],
    [`${resources}  Topic:\n    Type: AWS::SNS::Topic\n`, 'YAML_DUPLICATE_KEY', 4, 3],
    ['- a\n', 'TEMPLATE_SHAPE', 1, 1],
    ['Description: x\n', 'TEMPLATE_SHAPE', 1, 1],
    ['Resources: {}\n', 'TEMPLATE_SHAPE', 1, 12],
    [`${resources}Output: {}\n`, 'TEMPLATE_SHAPE', 4, 1],
    [`${resources}  Queue: {}\n`, 'TEMPLATE_SHAPE', 4, 3],
    [`${resources}  Two-Words: {Type: A}\n`, 'TEMPLATE_SHAPE', 4, 3],
    [`${resources}Parameters:\n  A: text\n`, 'TEMPLATE_SHAPE', 5, 6],
    [`${resources}Outputs:\n  A: {Description: x}\n`, 'TEMPLATE_SHAPE', 5, 3],
    [`${resources}    Properties: []\n`, 'TEMPLATE_SHAPE', 4, 17],
  ])('%j', (source, code, line, column) => {
    expect(failure(source)).toMatchObject({ code, blame: 'user', at: { line, column } });
  });

  test('a section that is misspelt names what was meant', () => {
    expect(failure(`${resources}Output: {}\n`).message).toBe(
      'A template has no section Output. Did you mean Outputs?',
    );
  });

  test('keys that stand twice are all told at once', () => {
    const error = failure('Resources:\n  A: {Type: X, Type: Y}\n  A: {Type: X}\n');
    if (!(error instanceof UserErrors)) throw error;
    expect(error.errors.map((each) => each.message)).toEqual([
      'The key Type stands twice; it stands first on line 2',
      'The key A stands twice; it stands first on line 2',
    ]);
  });

  test('a key called __proto__ is a key like others', () => {
    const body = parseTemplate(`${resources}    Metadata: {"__proto__": {x: 1}}\n`, 't.yml').body;
    expect(Object.keys(body.Resources['Topic']?.Metadata ?? {})).toEqual(['__proto__']);
  });
});

test('a template in JSON reads like one in YAML', () => {
  const json =
    '{\n  "Resources": {\n    "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"N": {"Ref": "A"}}}\n  }\n}\n';
  const template = parseTemplate(json, 't.json');
  expect(template.body.Resources['Topic']?.Properties).toEqual({ N: { Ref: 'A' } });
  expect(template.locateKey(['Resources', 'Topic'])).toEqual({ file: 't.json', line: 3, column: 5 });
});
