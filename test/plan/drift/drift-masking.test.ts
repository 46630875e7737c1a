import { describe, expect, test } from '@jest/globals';
import type { DriftedProperty, StackDrift } from '../../../src/plan/drift/drift.ts';
import type { PlannedParameter } from '../../../src/plan/plan-parameters.ts';
import { makeWorld, type Sources } from '../world.ts';

const canaries = ['canaryoldkey', 'canarynewkey', 'canaryhandkey', 'canaryfed', 'canaryextra'];

const nested = (file: string, parameters: Record<string, unknown>) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: file, Parameters: parameters },
});

/** A function whose variables come from a key, from what is computed of it, from a reference, from another stack, and plainly. */
function sources(memory: number): Sources {
  return {
    'root.yml': {
      Parameters: {
        ArtifactBucket: { Type: 'String' },
        Key: { Type: 'String', NoEcho: true },
        Fed: { Type: 'String', Default: '' },
      },
      Resources: {
        api: nested('api.yml', {
          Key: { Ref: 'Key' },
          Header: { 'Fn::Join': [' ', ['Bearer', { Ref: 'Key' }]] },
          Fed: { Ref: 'Fed' },
        }),
      },
    },
    'api.yml': {
      Parameters: { Key: { Type: 'String' }, Header: { Type: 'String' }, Fed: { Type: 'String' } },
      Resources: {
        Handler: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            MemorySize: memory,
            Layers: ['one', { Ref: 'Header' }],
            Names: ['one', 'two'],
            Policy: { Effect: 'Allow', Actions: ['read'] },
            Environment: {
              Variables: {
                KEY: { Ref: 'Key' },
                HEADER: { 'Fn::Sub': 'Authorization: ${Header}' },
                PASSWORD: '{{resolve:secretsmanager:photos:SecretString:password}}',
                FED: { Ref: 'Fed' },
                LEVEL: 'info',
                API_KEY: 'set me by hand',
                TOKEN_HOURS: 1,
                TOKEN_URL: 'arn:aws:x',
              },
            },
          },
        },
        Setting: {
          Type: 'AWS::SSM::Parameter',
          Properties: { Description: `for ${memory}`, Value: 'set me by hand' },
        },
      },
    },
  };
}

const before = { Key: 'canaryoldkey', Fed: 'canaryfed' };

async function driftAfter(
  byHand: Readonly<Record<string, unknown>>,
  more: {
    readonly after?: Sources;
    readonly fed?: PlannedParameter;
    readonly unreadable?: boolean;
    /** What somebody put into the setting. */
    readonly setting?: string;
  } = {},
): Promise<StackDrift> {
  const world = makeWorld();
  world.deploy(world.release(sources(256)), before);
  world.drift.byHand('photos-dev-app/api/Handler', byHand);
  if (more.setting !== undefined) world.drift.byHand('photos-dev-app/api/Setting', { Value: more.setting });
  if (more.unreadable === true) {
    const get = world.api.getTemplate.bind(world.api);
    world.api.getTemplate = (input) =>
      (input.StackName ?? '').includes('-api-') && input.ChangeSetName === undefined
        ? Promise.resolve({ $metadata: {}, TemplateBody: '{ this is no template' })
        : get(input);
  }
  const parameters: Readonly<Record<string, string | PlannedParameter>> = {
    Key: 'canarynewkey',
    Fed: more.fed ?? 'canaryfed',
  };
  const plan = await world.plan(world.release(more.after ?? sources(512)), parameters, {
    drift: { look: 'now', api: () => Promise.resolve(world.drift) },
  });
  if (plan.drift === undefined) throw new Error('the plan tells of no drift');
  return plan.drift;
}

function property({ drifted }: StackDrift, path: string): DriftedProperty | undefined {
  return drifted.flatMap(({ properties }) => properties).find((each) => each.path === path);
}

const variables = (more: Readonly<Record<string, string>>) => ({
  Environment: {
    Variables: {
      KEY: 'canaryoldkey',
      HEADER: 'Authorization: Bearer canaryoldkey',
      PASSWORD: '{{resolve:secretsmanager:photos:SecretString:password}}',
      FED: 'canaryfed',
      LEVEL: 'info',
      API_KEY: 'set me by hand',
      TOKEN_HOURS: 1,
      TOKEN_URL: 'arn:aws:x',
      ...more,
    },
  },
});

describe('what drift detection tells is masked as the plan itself is', () => {
  test.each([
    ['KEY', 'a NoEcho parameter, through a nested one'],
    ['HEADER', 'what is computed of it'],
    ['PASSWORD', 'a dynamic reference'],
  ])('%s: %s', async (name) => {
    const drift = await driftAfter(variables({ [name]: 'canaryhandkey' }));
    expect(property(drift, `Environment.Variables.${name}`)).toMatchObject({
      expected: '•••• (secret)',
      actual: '•••• (secret)',
      secret: true,
    });
    for (const canary of canaries) expect(JSON.stringify(drift)).not.toContain(canary);
  });

  test('what another stack gives as a secret', async () => {
    const fed = { value: 'canaryfed', lineage: 'edge.Key', deferred: false, secret: true };
    const drift = await driftAfter(variables({ FED: 'canaryhandkey' }), { fed });
    expect(property(drift, 'Environment.Variables.FED')).toMatchObject({ secret: true });
    for (const canary of canaries) expect(JSON.stringify(drift)).not.toContain(canary);
  });

  test('what only the release makes a secret', async () => {
    const after = JSON.parse(
      JSON.stringify(sources(256)).replace('"LEVEL":"info"', '"LEVEL":{"Ref":"Key"}'),
    ) as Sources;
    const drift = await driftAfter(variables({ LEVEL: 'canaryextra' }), { after });
    expect(property(drift, 'Environment.Variables.LEVEL')).toMatchObject({
      secret: true,
      effect: 'overwritten',
    });
    for (const canary of canaries) expect(JSON.stringify(drift)).not.toContain(canary);
  });

  test('what is no secret is shown, beside secrets', async () => {
    const drift = await driftAfter(variables({ LEVEL: 'debug', KEY: 'canaryhandkey' }));
    expect(property(drift, 'Environment.Variables.LEVEL')).toMatchObject({
      expected: 'info',
      actual: 'debug',
      secret: false,
    });
    expect(JSON.stringify(drift)).not.toContain('canary');
  });

  test('a variable that was put beside a secret by hand', async () => {
    const drift = await driftAfter(variables({ ADDED: 'canaryextra' }));
    expect(property(drift, 'Environment.Variables.ADDED')).toMatchObject({
      difference: 'add',
      expected: null,
    });
    expect(JSON.stringify(drift)).not.toContain('canaryextra');
  });

  test('what is named as a secret, or is kept where secrets are, holds by hand more than its template says', async () => {
    const drift = await driftAfter(
      variables({ API_KEY: 'canaryextra', TOKEN_HOURS: '12', TOKEN_URL: 'arn:aws:y' }),
      { setting: 'canaryextra' },
    );
    const shown = { secret: false, expected: 'set me by hand', actual: '(not shown)' };
    expect(property(drift, 'Environment.Variables.API_KEY')).toMatchObject(shown);
    expect(property(drift, 'Value')).toMatchObject(shown);
    expect(property(drift, 'Environment.Variables.TOKEN_HOURS')).toMatchObject({ actual: '12' });
    expect(property(drift, 'Environment.Variables.TOKEN_URL')).toMatchObject({ actual: 'arn:aws:y' });
    expect(JSON.stringify(drift)).not.toContain('canary');
  });

  test('what no template makes is not shown, for nobody knows what it is', async () => {
    const drift = await driftAfter({
      Policy: { Effect: 'Allow', Actions: ['read'], Principal: 'canaryextra' },
    });
    expect(property(drift, 'Policy.Principal')).toMatchObject({
      expected: null,
      actual: '(not shown)',
      secret: false,
    });
    const whole = await driftAfter({ MemorySize: { canaryextra: 1 } });
    expect(property(whole, 'MemorySize')).toMatchObject({ expected: '256', actual: '(not shown)' });
  });

  test('any item of a list that holds a secret', async () => {
    const drift = await driftAfter({ Layers: ['canaryextra', 'Bearer canaryoldkey'] });
    expect(property(drift, 'Layers.0')).toMatchObject({ secret: true });
    expect(JSON.stringify(drift)).not.toContain('canary');
  });

  test('an item that was added to a plain list', async () => {
    const drift = await driftAfter({ Names: ['one', 'two', 'canaryextra'] });
    expect(property(drift, 'Names.2')).toMatchObject({ actual: '(not shown)', effect: 'possible' });
  });

  test('a value that holds a known secret where none is expected', async () => {
    const drift = await driftAfter({ Policy: { Effect: 'xx canarynewkey', Actions: ['read'] } });
    expect(property(drift, 'Policy.Effect')).toMatchObject({ secret: true, actual: '•••• (secret)' });
  });

  test('everything, where the deployed template can’t be read', async () => {
    const drift = await driftAfter(
      { MemorySize: 1024, ...variables({ LEVEL: 'canaryextra' }) },
      { unreadable: true },
    );
    expect(drift.drifted.length).toBe(1);
    expect(property(drift, 'MemorySize')).toMatchObject({ expected: '(not shown)', actual: '(not shown)' });
    expect(JSON.stringify(drift)).not.toContain('canary');
  });

  test('a resource that is removed, too', async () => {
    const gone = JSON.parse(JSON.stringify(sources(256))) as Record<
      'api.yml',
      { Resources: Record<string, unknown> }
    >;
    gone['api.yml'].Resources = { Other: { Type: 'AWS::SNS::Topic' } };
    const drift = await driftAfter(variables({ KEY: 'canaryhandkey', LEVEL: 'debug' }), { after: gone });
    expect(property(drift, 'Environment.Variables.KEY')).toMatchObject({ secret: true, effect: 'lost' });
    expect(property(drift, 'Environment.Variables.LEVEL')).toMatchObject({ actual: 'debug', effect: 'lost' });
    for (const canary of canaries) expect(JSON.stringify(drift)).not.toContain(canary);
  });

  test('what AWS says of a detection that failed', async () => {
    const world = makeWorld();
    world.deploy(world.release(sources(256)), before);
    world.drift.unreadable.set('Handler', 'the value canarynewkey can’t be read');
    const plan = await world.plan(
      world.release(sources(512)),
      { Key: 'canarynewkey', Fed: 'canaryfed' },
      { drift: { look: 'now', api: () => Promise.resolve(world.drift) } },
    );
    expect(plan.drift?.unknown).toMatchObject([{ because: 'the value •••• (secret) can’t be read' }]);
  });
});
