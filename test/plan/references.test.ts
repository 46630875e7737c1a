import { describe, expect, test } from '@jest/globals';
import type { PlannedParameter } from '../../src/plan/plan-parameters.ts';
import type { StackPlan } from '../../src/plan/plan.ts';
import { verifyDeferred } from '../../src/plan/verify-deferred.ts';
import { comparePlans, composed } from './stack-plans.ts';
import { makeWorld, type Sources } from './world.ts';

const value = 'canary-value-91';
const nested = (file: string, parameters: Record<string, unknown>) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: file, Parameters: parameters },
});
const queue = (properties: Record<string, unknown>) => ({ Type: 'AWS::SQS::Queue', Properties: properties });
const secretIn = (name: string): string => `{{resolve:secretsmanager:${name}:SecretString:password}}`;

/** Every way that a reference gets into a tree. */
function templates({ size = 1, more = {} }: { size?: number; more?: Record<string, unknown> } = {}): Sources {
  return {
    'root.yml': {
      Parameters: {
        ArtifactBucket: { Type: 'String' },
        Key: { Type: 'String', NoEcho: true, Default: secretIn('by-default') },
        Stage: { Type: 'String', Default: 'dev' },
      },
      Resources: {
        Size: queue({ Size: size }),
        Address: queue({ Url: { 'Fn::Sub': `db://u:${secretIn('photos/${Stage}/db')}@\${Size.Arn}` } }),
        Same: queue({ Url: secretIn('photos/dev/db'), Login: '{{resolve:secretsmanager:photos/dev/db}}' }),
        Old: queue({ Url: '{{resolve:secretsmanager:photos/dev/db:SecretString:password:AWSPREVIOUS}}' }),
        Fixed: queue({ Url: '{{resolve:secretsmanager:photos/dev/db:SecretString:password::v-17}}' }),
        Given: queue({ Url: { Ref: 'Key' } }),
        Ami: queue({ A: '{{resolve:ssm:/photos/ami}}', B: '{{resolve:ssm:/photos/ami:3}}' }),
        Deep: nested('deep.yml', {
          Token: { 'Fn::Join': ['', ['{{resolve:ssm-secure:/photos/', { Ref: 'Stage' }, '/token}}']] },
        }),
        ...more,
      },
    },
    'deep.yml': {
      Parameters: { Token: { Type: 'String' } },
      Resources: {
        Password: { Type: 'AWS::SecretsManager::Secret', Properties: { Description: 'made here' } },
        User: queue({ Url: { 'Fn::Sub': '{{resolve:secretsmanager:${Password}::password}}' } }),
        Token: queue({ Token: { Ref: 'Token' } }),
      },
    },
  };
}

function worldWithSecrets() {
  const world = makeWorld();
  for (const name of ['photos/dev/db', 'by-default', 'given']) {
    world.secrets.store.set(name, `old-${value}`);
    world.secrets.store.set(name, value);
  }
  world.ssm.versions.set('/photos/ami', 7).set('/photos/dev/token', 2);
  return world;
}

const named = ({ references = [] }: StackPlan): readonly string[] =>
  references.map(({ service, name, stage, state, version }) => {
    const id = version !== null && version.length === 36 ? 'id' : (version ?? 'none');
    return `${service} ${name} ${stage ?? '-'} ${state} ${id}`;
  });

describe('the versions behind dynamic references', () => {
  test('are found wherever a template or a parameter holds one, each once, without a value being read', async () => {
    const world = worldWithSecrets();
    world.deploy(world.release(templates()));
    const plan = await world.plan(world.release(templates({ size: 2 })));
    expect(named(plan)).toEqual([
      'secretsmanager <Deep/Password> AWSCURRENT absent none',
      'secretsmanager by-default AWSCURRENT found id',
      'secretsmanager photos/dev/db AWSCURRENT found id',
      'secretsmanager photos/dev/db AWSPREVIOUS found id',
      'secretsmanager photos/dev/db - fixed v-17',
      'ssm /photos/ami - fixed 3',
      'ssm /photos/ami - found 7',
      'ssm-secure /photos/dev/token - found 2',
    ]);
    // One request for each secret and one for all parameters; the physical id stands for what the stack made itself.
    expect(world.secrets.described.filter((id) => !id.includes('Password'))).toEqual([
      'by-default',
      'photos/dev/db',
    ]);
    expect(world.ssm.asked).toEqual([['/photos/ami', '/photos/dev/token']]);
    expect(JSON.stringify([plan, world.lines])).not.toContain(value);
  });

  test('a parameter’s own reference counts, and a name in which a secret is stays hidden', async () => {
    const world = worldWithSecrets();
    const hidden = { 'Fn::Sub': '{{resolve:secretsmanager:to-${Key}}}' };
    const release = world.release({
      'root.yml': {
        Parameters: { Key: { Type: 'String', NoEcho: true }, Open: { Type: 'String' } },
        Resources: { One: queue({ A: hidden, B: { Ref: 'Open' } }) },
      },
    });
    world.secrets.store.set(`to-${value}`, 'x');
    const plan = await world.plan(release, { Key: value, Open: secretIn('given') });
    expect(named(plan)).toEqual([
      'secretsmanager given AWSCURRENT found id',
      'secretsmanager to-•••• (secret) AWSCURRENT found id',
    ]);
    expect(JSON.stringify([plan, world.lines])).not.toContain(value);
  });

  test('a rotation changes the fingerprint, is named by its secret and two versions, and nothing else does', async () => {
    const world = worldWithSecrets();
    world.deploy(world.release(templates()));
    const release = world.release(templates({ size: 2 }));
    const before = composed([await world.plan(release)]);
    expect(composed([await world.plan(release)]).fingerprint).toBe(before.fingerprint);
    // A version that is put aside for later is no rotation, nor is a secret that nothing refers to.
    world.secrets.store.set('unrelated', value);
    expect(composed([await world.plan(release)]).fingerprint).toBe(before.fingerprint);

    world.secrets.store.set('by-default', `new-${value}`);
    world.ssm.versions.set('/photos/ami', 8);
    const after = composed([await world.plan(release)]);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    const differences = comparePlans(before, after);
    const id = '[0-9a-f-]{36} of arn:aws:secretsmanager:eu-west-1:\\d{12}:secret:by-default-.{6}$';
    expect(differences).toEqual([
      {
        kind: 'secret',
        where: 'app by-default',
        approved: expect.stringMatching(`^version ${id}`),
        now: expect.stringMatching(`^version ${id}`),
      },
      {
        kind: 'ssm',
        where: 'app /photos/ami',
        approved: 'version 7 of arn:aws:ssm:eu-west-1:111111111111:parameter/photos/ami',
        now: 'version 8 of arn:aws:ssm:eu-west-1:111111111111:parameter/photos/ami',
      },
    ]);
    expect(JSON.stringify([before, after, differences, world.lines])).not.toContain(value);
  });

  test('a secret that was deleted and made again is another', async () => {
    const world = worldWithSecrets();
    const release = world.release({ 'root.yml': { Resources: { One: queue({ A: secretIn('given') }) } } });
    const before = composed([await world.plan(release)]);
    world.secrets.store.make('given');
    world.secrets.store.set('given', value);
    expect(composed([await world.plan(release)]).fingerprint).not.toBe(before.fingerprint);
  });

  test('a stack that has nothing to do asks nothing', async () => {
    const world = worldWithSecrets();
    world.deploy(world.release(templates()));
    const plan = await world.plan(world.release(templates()));
    expect([plan.outcome, plan.references, world.secrets.described]).toEqual(['none', undefined, []]);
  });

  test('one that is not there, is about to be deleted or has no value is named in a warning', async () => {
    const world = worldWithSecrets();
    world.secrets.store.make('empty');
    world.secrets.store.delete('given');
    const release = world.release({
      'root.yml': {
        Resources: { One: queue({ A: secretIn('gone'), B: secretIn('empty'), C: secretIn('given') }) },
      },
    });
    const before = composed([await world.plan(release)]);
    const [stack] = before.stacks;
    expect(stack?.references?.map(({ name, state }) => [name, state])).toEqual([
      ['empty', 'absent'],
      ['given', 'absent'],
      ['gone', 'absent'],
    ]);
    expect(stack?.warnings).toEqual(
      ['empty', 'given', 'gone'].map((name) =>
        expect.stringContaining(`app: the secret ${name} is not there`),
      ),
    );
    world.secrets.store.set('gone', value);
    const after = composed([await world.plan(release)]);
    expect(comparePlans(before, after)).toMatchObject([{ where: 'app gone', approved: 'not there' }]);
  });

  test.each([
    ['AccessDeniedException', /may not be described/, /secretsmanager:DescribeSecret/],
    ['ThrottlingException', /ThrottlingException: rate/, /plan again in a while/],
    ['InvalidParameterException', /rate/, /names it rightly/],
  ])('%s is an error: what nobody can tell nobody can approve', async (name, message, next) => {
    const world = worldWithSecrets();
    world.secrets.fails = Object.assign(new Error(`rate ${value}`), { name });
    const release = world.release({
      'root.yml': {
        Parameters: { Key: { Type: 'String', NoEcho: true } },
        Resources: { One: queue({ A: secretIn('given') }) },
      },
    });
    const error = await world.plan(release, { Key: value }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'REFERENCE_UNREADABLE',
      message: expect.stringMatching(message),
      next: expect.stringMatching(next),
    });
    expect(String(error)).toContain('the secret given');
    expect(String(error)).not.toContain(value);
    // A version that the reference names needs nobody's answer.
    const fixed = world.release({
      'root.yml': { Resources: { One: queue({ A: '{{resolve:secretsmanager:given:SecretString:::v-1}}' }) } },
    });
    expect(named(await world.plan(fixed))).toEqual(['secretsmanager given - fixed v-1']);
  });

  test('another region’s secret is asked there', async () => {
    const world = worldWithSecrets();
    const regions: string[] = [];
    const arn = 'arn:aws:secretsmanager:us-east-1:111111111111:secret:given-AbCdEf';
    const plan = await world.plan(
      world.release({
        'root.yml': { Resources: { One: queue({ A: secretIn(arn), B: secretIn('given') }) } },
      }),
      {},
      {
        references: {
          secretsManager: (region) => {
            regions.push(region);
            return Promise.resolve(world.secrets);
          },
          parameterStore: () => Promise.resolve(world.ssm),
        },
      },
    );
    expect(regions.sort()).toEqual(['eu-west-1', 'us-east-1']);
    expect(plan.references?.map(({ name, state }) => [name, state])).toEqual([
      [arn, 'found'],
      ['given', 'found'],
    ]);
  });
});

describe('references that an earlier stack decides', () => {
  const release = (world: ReturnType<typeof makeWorld>) =>
    world.release({
      'root.yml': {
        Parameters: { Secret: { Type: 'String' } },
        Resources: {
          One: queue({ A: { 'Fn::Sub': '{{resolve:secretsmanager:${Secret}::password}}' } }),
          Two: queue({ A: secretIn('given'), B: { Ref: 'Secret' } }),
        },
      },
    });
  const from = (value: string | null, deferred: boolean): { Secret: PlannedParameter } => ({
    Secret: { value, lineage: 'data.Secret', deferred, secret: false },
  });

  test('may turn out as they do, and no other may', async () => {
    const world = worldWithSecrets();
    const approved = await world.plan(release(world), from(null, true));
    expect(named(approved)).toEqual(['secretsmanager given AWSCURRENT found id']);
    world.secrets.store.set('made-by-data', value);
    const fresh = await world.plan(release(world), from('made-by-data', false));
    expect(named(fresh)).toContain('secretsmanager made-by-data AWSCURRENT found id');
    expect(verifyDeferred(approved, fresh).kind).toBe('deferred-only');

    world.secrets.store.set('given', `new-${value}`);
    expect(
      verifyDeferred(approved, await world.plan(release(world), from('made-by-data', false))),
    ).toMatchObject({
      kind: 'different',
      differences: [{ kind: 'secret', where: 'app given' }],
    });
  });

  test('a name that an earlier stack makes is deferred, with what makes it', async () => {
    const world = worldWithSecrets();
    const makes = new Map([['given', 'data/Password']]);
    const approved = await world.plan(release(world), from('by-default', false), { makes });
    expect(approved.references).toContainEqual({
      ...{ service: 'secretsmanager', name: 'given', stage: 'AWSCURRENT', arn: null, version: null },
      ...{ state: 'deferred', lineage: ['data/Password'] },
    });
    world.secrets.store.set('given', `new-${value}`);
    const fresh = await world.plan(release(world), from('by-default', false));
    expect(verifyDeferred(approved, fresh).kind).toBe('deferred-only');
    world.secrets.store.set('by-default', `new-${value}`);
    const other = await world.plan(release(world), from('by-default', false));
    expect(verifyDeferred(approved, other).kind).toBe('different');
  });
});
