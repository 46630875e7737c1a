import { describe, expect, test } from '@jest/globals';
import { outputChanges, type OutputSides } from '../../src/plan/output-changes.ts';
import type { Scope } from '../../src/template/evaluate.ts';
import { asSecret, known, lineageOf, maskedSecret, unresolved } from '../../src/template/evaluated.ts';
import type { TemplateBody } from '../../src/template/template.ts';
import { photos } from './photos.ts';
import { makeWorld, nodeOf } from './world.ts';

type Outputs = NonNullable<TemplateBody['Outputs']>;

/** A nested stack `api` with a function that stays and a bucket that is made anew. */
function scope(Outputs: Outputs, more: Partial<TemplateBody> = {}): Scope {
  return {
    body: { Resources: {}, Outputs, ...more },
    parameters: {
      Stage: known('prod'),
      Key: asSecret(known('canary-given'), 'Key'),
      Hidden: asSecret(known('****'), 'Hidden'),
      Logs: unresolved('${edge.Logs}', lineageOf('edge.Logs')),
    },
    pseudo: {},
    path: ['api'],
    resource: (id, attribute) =>
      id === 'Bucket'
        ? unresolved('${api/Bucket}', lineageOf('api/Bucket'))
        : known(`\${api/${id}${attribute === null ? '' : `.${attribute}`}}`),
  };
}

function changes(
  before: Outputs | null,
  after: Outputs,
  deployed: Readonly<Record<string, string>> = {},
  more: Partial<OutputSides> = {},
) {
  const at = { file: 'api.yml', line: 1, column: 1 };
  return outputChanges({
    path: ['api'],
    template: {
      file: 'api.yml',
      source: '',
      body: { Resources: {} },
      locate: () => at,
      locateKey: () => at,
      scalarRange: () => null,
    },
    before: before && scope(before),
    after: scope(after),
    deployed: { outputs: deployed, physicalIds: new Map([['Function', 'presign-1']]) },
    secrets: ['canary-known'],
    systemOutputs: new Set(['edge.Logs']),
    ...more,
  });
}

const of = (Value: unknown, more: object = {}): Outputs => ({ Url: { Value, ...more } });
const sub = (text: string) => ({ 'Fn::Sub': text });

describe('an output', () => {
  test('that stays is no change, whatever changes beside it', () => {
    expect(changes(of('a'), of('a'), { Url: 'a' })).toEqual([]);
    expect(changes(of(sub('${Function.Arn}')), of(sub('${Function.Arn}')), { Url: 'arn' })).toEqual([]);
  });

  test('tells its text before and after, and where it stands', () => {
    expect(changes(of('https://a/v1'), of(sub('https://a/${Stage}')), { Url: 'https://a/v1' })).toEqual([
      {
        name: 'Url',
        action: 'modify',
        before: 'https://a/v1',
        after: 'https://a/prod',
        secret: false,
        certainty: 'certain',
        export: { before: null, after: null },
        lineage: [],
        at: { file: 'api.yml', line: 1, column: 1 },
      },
    ]);
  });

  test('is added, or removed', () => {
    expect(changes({}, of('new'))).toMatchObject([{ action: 'add', before: null, after: 'new' }]);
    expect(changes(of('old'), {}, { Url: 'old' })).toMatchObject([
      { action: 'remove', before: 'old', after: null, at: null, certainty: 'certain' },
    ]);
  });

  test('that a condition takes away is removed', () => {
    const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
    const found = changes(
      of('old'),
      {},
      { Url: 'old' },
      {
        after: scope(of('old', { Condition: 'Never' }), { Conditions }),
      },
    );
    expect(found).toMatchObject([{ action: 'remove', after: null }]);
  });

  test('has the physical id of what stays, and a name for what is known after apply', () => {
    const stays = changes(of('x'), of(sub('https://${Function}/${Function.Arn}')), { Url: 'x' });
    expect(stays).toMatchObject([{ after: 'https://presign-1/${Function.Arn}', certainty: 'certain' }]);
    const anew = changes(
      of({ Ref: 'Bucket' }),
      of({ Ref: 'Bucket' }),
      { Url: 'photos' },
      {
        before: { ...scope(of({ Ref: 'Bucket' })), resource: () => known('${api/Bucket}') },
      },
    );
    expect(anew).toMatchObject([{ before: 'photos', after: '${Bucket}', certainty: 'possible' }]);
  });

  test('says which stack decides it', () => {
    const found = changes(of('x'), of(sub('${Logs}/prod')), { Url: 'x' });
    expect(found).toMatchObject([
      { after: '${edge.Logs}/prod', lineage: ['edge.Logs'], certainty: 'possible' },
    ]);
  });

  test.each([
    ['renamed', { Name: 'api-url' }, { Name: sub('${Stage}-url') }, { before: 'api-url', after: 'prod-url' }],
    ['taken away', { Name: 'api-url' }, undefined, { before: 'api-url', after: null }],
    ['new', undefined, { Name: 'api-url' }, { before: null, after: 'api-url' }],
  ])('changes with an export that is %s, whatever its value does', (_, before, after, expected) => {
    const found = changes(of('x', { Export: before }), of('x', { Export: after }), { Url: 'x' });
    expect(found).toMatchObject([{ before: 'x', after: 'x', certainty: 'certain', export: expected }]);
  });

  test('of a template that can not be read is as secret as it may be', () => {
    expect(changes(null, of('same'), { Url: 'same' })).toEqual([]);
    expect(changes(null, of('new'), { Url: 'canary-old' })).toMatchObject([
      { before: maskedSecret, after: maskedSecret, secret: true },
    ]);
  });
});

describe('a secret output', () => {
  test.each([
    ['given', of({ Ref: 'Key' }), of('plain')],
    ['given from now on', of('plain'), of(sub('k=${Key}'))],
    ['a dynamic reference', of('{{resolve:secretsmanager:a}}'), of('{{resolve:secretsmanager:b}}')],
    ['hidden', of({ Ref: 'Hidden' }), of('plain')],
  ])('is masked on both sides: %s', (_, before, after) => {
    const found = changes(before, after, { Url: 'canary-deployed' });
    expect(found).toMatchObject([{ secret: true, before: maskedSecret, after: maskedSecret }]);
    expect(JSON.stringify(found)).not.toContain('canary');
  });

  test('is masked where its text holds a known secret', () => {
    const found = changes(of('plain'), of('x-canary-known'), { Url: 'plain' });
    expect(found).toMatchObject([{ secret: true, before: maskedSecret, after: maskedSecret }]);
  });

  test('is masked in the name of an export', () => {
    const found = changes(of('a', { Export: { Name: sub('x-${Key}') } }), of('b'), { Url: 'a' });
    expect(found).toMatchObject([{ before: 'a', after: 'b', export: { before: maskedSecret } }]);
  });

  test('is none that changes where the deployed text is what it will be', () => {
    expect(changes(of({ Ref: 'Hidden' }), of({ Ref: 'Key' }), { Url: 'canary-given' })).toEqual([]);
  });

  test('is only possible where CloudFormation keeps it to itself', () => {
    expect(changes(of({ Ref: 'Hidden' }), of(sub('${Hidden}x')), { Url: 'canary' })).toMatchObject([
      { secret: true, certainty: 'possible' },
    ]);
  });
});

describe('a plan', () => {
  test('tells an output where it is made and where it is passed on', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos({ apiOutput: 'https://photos.example/v1' })));
    const plan = await world.plan(world.release(photos({ apiOutput: 'https://photos.example/v2' })));
    const url = { name: 'Url', before: 'https://photos.example/v1', after: 'https://photos.example/v2' };
    expect(nodeOf(plan, 'api').outputs).toMatchObject([url]);
    expect(nodeOf(plan, '').outputs).toMatchObject([url]);
    expect(nodeOf(plan, 'storage').outputs).toBeUndefined();
  });

  test('tells outputs beside resources', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos({ apiOutput: 'a' })));
    const plan = await world.plan(world.release(photos({ apiOutput: 'b', memory: 512 })));
    expect(nodeOf(plan, 'api')).toMatchObject({ outputsOnly: false, outputs: [{ before: 'a', after: 'b' }] });
  });

  test('tells the tags of a stack that change, and no others', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    const instance = { ...world.instance, tags: { ...world.instance.tags, team: 'gallery' } };
    const plan = await world.plan(release, {}, { instance });
    expect(plan.tags).toEqual([{ key: 'team', before: 'photos', after: 'gallery' }]);
    expect(plan.outcome).toBe('change');
    expect((await world.plan(release)).tags).toBeUndefined();
  });
});
