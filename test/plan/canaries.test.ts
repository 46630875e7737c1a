import { describe, expect, test } from '@jest/globals';
import { secretTextsOf } from '../../src/plan/mask-texts.ts';
import { reportPage } from '../../src/report/html/report-page.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import { maskedSecret } from '../../src/template/evaluated.ts';
import { comparePlans, composed } from './stack-plans.ts';
import { changeOf, makeWorld, type Sources } from './world.ts';

/** Ways that a secret goes through templates; each has a canary as it was and one as it will be. */
const ways = [
  'Ref',
  'Sub',
  'Join',
  'Split',
  'If',
  'List',
  'Structure',
  'Deep',
  'Output',
  'OutputDeep',
  'Custom',
  'Named',
  'Removed',
] as const;
type Way = (typeof ways)[number];

const canary = (way: Way, side: 'old' | 'new'): string => `canary${side}${way.toLowerCase()}x7f`;
const given = (side: 'old' | 'new'): Record<string, string> =>
  Object.fromEntries(ways.map((way) => [way, canary(way, side)]));
const reference = (version: string): string =>
  `{{resolve:secretsmanager:reference-${version}:SecretString:canary-key-${version}}}`;
const nestedDefault = 'canarynesteddefault';

const canaries = [
  ...ways.flatMap((way) => [canary(way, 'old'), canary(way, 'new')]),
  'canary-key-1',
  'canary-key-2',
  nestedDefault,
];

const artifacts = { ArtifactBucket: { Type: 'String' } };
const hidden = { Type: 'String', NoEcho: true };
const nested = (file: string, parameters: Record<string, unknown>) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: file, Parameters: parameters },
});
const queue = (properties: Record<string, unknown>) => ({ Type: 'AWS::SQS::Queue', Properties: properties });

/** A tree in which every way is gone; without `keys`, the nested stack that fed one of them is removed. */
function templates(version: '1' | '2'): Sources {
  const isOld = version === '1';
  return {
    'root.yml': {
      Parameters: { ...artifacts, ...Object.fromEntries(ways.map((way) => [way, hidden])) },
      Conditions: { Always: { 'Fn::Equals': ['a', 'a'] } },
      Resources: {
        ...(isOld ? { keys: nested('keys.yml', { Key: { Ref: 'Removed' } }) } : {}),
        made: nested('keys.yml', { Key: { 'Fn::Join': ['-', ['a', { Ref: 'OutputDeep' }]] } }),
        output: nested('keys.yml', { Key: { Ref: 'Output' } }),
        deep: nested('deep.yml', {
          Key: { Ref: 'Deep' },
          Given: { 'Fn::GetAtt': ['made', 'Outputs.Sum'] },
          Version: version,
          ArtifactBucket: { Ref: 'ArtifactBucket' },
        }),
        Custom: { Type: 'Custom::Signer', Properties: { ServiceToken: 'arn', Key: { Ref: 'Custom' } } },
        Bucket: {
          Type: 'AWS::SSM::Parameter',
          Properties: {
            Name: { Ref: 'Named' },
            Type: 'String',
            Value: version,
          },
        },
        Plain: queue({
          Ref: { Ref: 'Ref' },
          Sub: { 'Fn::Sub': 'https://user:${Sub}@host' },
          Join: { 'Fn::Join': ['/', ['a', { Ref: 'Join' }]] },
          Split: { 'Fn::Select': [0, { 'Fn::Split': ['x7', { Ref: 'Split' }] }] },
          If: { 'Fn::If': ['Always', { Ref: 'If' }, 'none'] },
          List: ['first', { Ref: 'List' }, version],
          Structure: { Deep: [{ Statement: { 'Fn::Sub': '{"key":"${Structure}"}' } }], Version: version },
          Output: { 'Fn::GetAtt': ['output', 'Outputs.Sum'] },
          Custom: { 'Fn::GetAtt': ['Custom', 'Signature'] },
          Named: { Ref: 'Bucket' },
          Dynamic: reference(version),
          Removed: isOld ? { 'Fn::GetAtt': ['keys', 'Outputs.Sum'] } : 'now in the open',
          Version: version,
        }),
      },
    },
    'keys.yml': {
      Parameters: { Key: { Type: 'String' } },
      Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'Key' } } } },
      Outputs: { Sum: { Value: { 'Fn::Sub': 'sum-of-${Key}' } } },
    },
    'deep.yml': {
      Parameters: {
        ...artifacts,
        Key: { Type: 'String' },
        Given: { Type: 'String' },
        Version: { Type: 'String' },
        Own: { ...hidden, Default: nestedDefault },
      },
      Resources: {
        deeper: nested('deeper.yml', {
          Key: { 'Fn::Sub': 'k=${Key}' },
          Given: { Ref: 'Given' },
          Own: { Ref: 'Own' },
          Version: { Ref: 'Version' },
        }),
      },
    },
    'deeper.yml': {
      Parameters: {
        Key: { Type: 'String' },
        Given: { Type: 'String' },
        Own: { Type: 'String' },
        Version: { Type: 'String' },
      },
      Resources: {
        Queue: queue({
          Key: { Ref: 'Key' },
          Given: { Ref: 'Given' },
          Own: { Ref: 'Own' },
          Version: { Ref: 'Version' },
        }),
      },
    },
  };
}

type World = ReturnType<typeof makeWorld>;

/** Every way in which CloudFormation may answer. */
const answers: Readonly<Record<string, (world: World) => void>> = {
  'with values': () => undefined,
  'without values': ({ api }) => {
    api.givesValues = false;
  },
  'with a failed child that quotes them': ({ api }) => {
    api.failures.set('deep', `Hook says: ${canaries.join(', ')} are no keys`);
    api.failedShowChanges = true;
  },
  'with no nested change set': ({ api }) => {
    api.failures.set('deep', `Template error: Fn::Select ${canary('Deep', 'new')}`);
  },
  'with a resource missing': ({ api }) => {
    api.missingWithValues.add('Plain');
  },
};

/** What a failure quotes of values that were deployed before is known to nobody here: CloudFormation hides them. */
const unknowable = new Set([...ways.map((way) => canary(way, 'old')), 'canary-key-1', 'canary-key-2']);

describe('at least twenty canaries', () => {
  test('are planted', () => {
    expect(canaries.length).toBeGreaterThanOrEqual(20);
    expect(new Set(canaries).size).toBe(canaries.length);
  });

  test.each(Object.keys(answers))('none is in any rendering, artifact or log: %s', async (answer) => {
    const world = makeWorld();
    world.deploy(world.release(templates('1')), given('old'));
    answers[answer]?.(world);
    const plan = composed([await world.plan(world.release(templates('2')), given('new'))]);
    world.api.failures.clear();
    const other = composed([await world.plan(world.release(templates('2')), given('old'))]);
    const all = [plan, other].flatMap((each) => [
      JSON.stringify(each),
      planText(each, { paint: plainPaint, width: 400 }),
      planMarkdown({
        system: 'photos',
        release: each.release,
        commit: null,
        entries: [{ environment: 'prod', plan: each }],
      }),
      reportPage({ title: 't', subtitle: 's', sections: [{ kind: 'plan', plan: each }] }),
    ]);
    all.push(JSON.stringify(comparePlans(plan, other)), ...world.lines);
    const text = all.join('\n');
    const quoted = answer.includes('quotes') ? unknowable : new Set<string>();
    expect(canaries.filter((each) => text.includes(each) && !quoted.has(each))).toEqual([]);
    expect(text).toContain(maskedSecret);
  });

  test('a stack that is not there yet tells none', async () => {
    const world = makeWorld();
    const plan = composed([await world.plan(world.release(templates('2')), given('new'))]);
    const text = JSON.stringify(plan) + world.lines.join('\n');
    expect(canaries.filter((each) => text.includes(each))).toEqual([]);
  });

  test('a refusal of CloudFormation that quotes them tells none', async () => {
    const world = makeWorld();
    world.deploy(world.release(templates('1')), given('old'));
    const news = ways.map((way) => canary(way, 'new'));
    world.api.refusal = Object.assign(new Error(`no: ${news.join(' ')}`), { name: 'ValidationError' });
    const error: unknown = await world
      .plan(world.release(templates('2')), given('new'))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'TEMPLATE_REJECTED' });
    expect(news.filter((each) => (error as Error).message.includes(each))).toEqual([]);
  });
});

test('a secret tells whether it changes, and what stands beside it stays readable', async () => {
  const world = makeWorld();
  world.deploy(world.release(templates('1')), given('old'));
  const plan = await world.plan(world.release(templates('2')), given('new'));
  const { properties } = changeOf(plan, 'Plain');
  const of = (path: string) => properties.find((property) => property.path === path);
  for (const path of [
    'Ref',
    'Sub',
    'Join',
    'If',
    'List.1',
    'Structure.Deep.0.Statement.key',
    'Dynamic',
    'Removed',
  ]) {
    expect([path, of(path)]).toEqual([
      path,
      expect.objectContaining({ secret: true, before: maskedSecret, after: maskedSecret }),
    ]);
  }
  expect(of('Version')).toMatchObject({ secret: false, before: '1', after: '2' });
  expect(of('List.2')).toMatchObject({ secret: false, before: '1', after: '2' });
});

test('the texts that are searched for are those of every stack, with what is computed from them', () => {
  const template = (body: Record<string, unknown>) => ({
    file: 'x.yml',
    source: '',
    body: { Resources: {}, ...body },
    locate: () => ({ file: 'x.yml', line: 1, column: 1 }),
    locateKey: () => ({ file: 'x.yml', line: 1, column: 1 }),
    scalarRange: () => null,
  });
  const tree = {
    template: template({
      Parameters: { Key: hidden, Flag: { ...hidden, Default: 'yes' } },
      Resources: {
        Function: queue({
          Encoded: { 'Fn::Base64': { 'Fn::Sub': 'key=${Key}' } },
          Flag: { 'Fn::Sub': '${Flag}' },
        }),
      },
    }),
    children: new Map(),
  };
  expect(secretTextsOf(tree, { Key: 'sesame' }, {})).toEqual(['sesame', 'a2V5PXNlc2FtZQ==']);
});
