import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EnvironmentName } from '../../src/config/environment-name.ts';
import type { StackNode } from '../../src/plan/plan.ts';
import type { StaticEntry, StaticPlan } from '../../src/plan/static-plan.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { staticPlans } from '../../src/source-changes/static-plans.ts';
import { gitRepository, type Edits } from './git-repository.ts';

/** What a commit with these edits would do to the shop. */
async function compared(
  edits: Edits,
  { first = {}, environments = ['dev'] }: { first?: Edits; environments?: readonly EnvironmentName[] } = {},
): Promise<readonly StaticEntry[]> {
  await using repo = await gitRepository(first);
  await repo.commit(edits);
  return await staticPlans({ root: repo.root, system: 'shop', environments, base: 'HEAD^1' });
}

async function planOf(edits: Edits, options?: Parameters<typeof compared>[1]): Promise<StaticPlan> {
  const [entry] = await compared(edits, options);
  if (entry === undefined) throw new Error('dev was asked for');
  if (entry.plan === null) throw new Error(entry.problem);
  return entry.plan;
}

async function problemOf(edits: Edits): Promise<string | null> {
  const [entry] = await compared(edits);
  return entry?.plan === null ? entry.problem : null;
}

/** Every change in a line or more: `app/Storage/Bucket modify always: BucketName shop → store (certain)`. */
function told(plan: StaticPlan): readonly string[] {
  const below = (stack: string, node: StackNode): readonly string[] => [
    ...(node.status === 'create' || node.status === 'remove'
      ? [`${[stack, ...node.path].join('/')} ${node.status}`]
      : []),
    ...(node.outputsOnly ? [`${[stack, ...node.path].join('/')} outputs only`] : []),
    ...node.changes.flatMap((change) => {
      const head = `${[stack, ...node.path, change.logicalId].join('/')} ${change.action} ${change.replacement}`;
      if (change.properties.length === 0) return [head];
      return change.properties.map(
        ({ path, before, after, certainty, replacement }) =>
          `${head}: ${path} ${String(before)} → ${String(after)} (${certainty}, ${replacement})`,
      );
    }),
    ...node.children.flatMap((child) => below(stack, child)),
  ];
  return plan.stacks.flatMap(({ stack, root }) => below(stack, root));
}

const bucketName: Edits = {
  'templates/modules/storage.yml': [
    '    Properties:',
    '    Properties:\n      BucketName: !Sub shop-${Stage}',
  ],
};

describe('the comparison', () => {
  test('of sources that do the same has no changes, whatever depends on what', async () => {
    const plan = await planOf({
      'templates/shop/app.yml': ['Resources:', '# a remark\nResources:'],
      'README.md': 'x',
    });
    expect(told(plan)).toEqual([]);
    expect(plan).toMatchObject({ hasChanges: false, remarks: [], gate: { verdict: 'pass', stops: [] } });
    expect(
      plan.stacks.map(({ stack, outcome, certainty, changeSet }) => [stack, outcome, certainty, changeSet]),
    ).toEqual([
      ['edge', 'none', 'partial', null],
      ['app', 'none', 'partial', null],
    ]);
  });

  test('goes down the nested tree, and names what it was compared with', async () => {
    const plan = await planOf({
      'templates/shop/api.yml': [
        '      Code: ../../lambda/upload',
        '      MemorySize: 512\n      Code: ../../lambda/upload',
      ],
    });
    expect(told(plan)).toEqual(['app/Api/Upload modify never: MemorySize null → 512 (certain, never)']);
    expect(plan).toMatchObject({
      kind: 'static',
      schema: 1,
      system: 'shop',
      environment: 'dev',
      account: '111111111111',
      comparedWith: expect.stringMatching(/^[0-9a-f]{40}$/),
      hasChanges: true,
    });
  });

  test('takes the parameters of each environment', async () => {
    const entries = await compared(
      { 'params/shop/prod.yml': ['Stage: prod', 'Stage: production'] },
      { environments: ['dev', 'sit', 'prod'] },
    );
    expect(entries.map(({ environment, plan }) => [environment, plan?.hasChanges])).toEqual([
      ['dev', false],
      ['sit', false],
      ['prod', true],
    ]);
    const [plan] = entries.flatMap((entry) => (entry.environment === 'prod' ? (entry.plan ?? []) : []));
    expect(plan && told(plan)).toEqual([
      'app/Storage/Bucket modify never: Tags.0.Value prod → production (certain, never)',
    ]);
    expect(plan?.stacks[1]?.parameters.filter(({ before, after }) => before !== after)).toMatchObject([
      { name: 'Stage', before: 'prod', after: 'production', deferred: null },
    ]);
  });

  test('shows what only a deployment knows by its name, and what follows from it as possible', async () => {
    const plan = await planOf(bucketName);
    expect(told(plan)).toEqual([
      'app/Storage/Bucket modify always: BucketName null → shop-test (certain, always)',
      'app/Api/List modify never: Environment.Variables.BUCKET ${Storage/Bucket.Arn} → ${Storage/Bucket.Arn} (possible, never)',
    ]);
  });

  test('follows what one stack takes from another', async () => {
    const plan = await planOf({
      'templates/shop/edge.yml': [
        '  Logs: { Type: AWS::S3::Bucket }',
        '  Logs: { Type: AWS::S3::Bucket, Properties: { BucketName: logs } }',
      ],
    });
    expect(told(plan)).toEqual([
      'edge/Logs modify always: BucketName null → logs (certain, always)',
      'app/Storage/Bucket modify never: LoggingConfiguration.DestinationBucketName ${edge.LogBucket} → ${edge.LogBucket} (possible, never)',
    ]);
    expect(plan.stacks[1]?.parameters).toContainEqual({
      name: 'LogBucket',
      before: '${edge.LogBucket}',
      after: null,
      secret: false,
      deferred: 'edge.LogBucket',
    });
  });

  test('of a change of outputs alone is one', async () => {
    const plan = await planOf({
      'templates/shop/edge.yml': ['Outputs:', 'Outputs:\n  Arn: { Value: !GetAtt Logs.Arn }'],
    });
    expect(told(plan)).toEqual(['edge outputs only']);
  });

  test('takes a parameter that names one of SSM for the same, as long as it names the same', async () => {
    const ssm = (key: string): string => `Parameters:
  Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: ${key} }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Image } }
  Logs: { Type: AWS::S3::Bucket }
Outputs:
  LogBucket: { Value: !GetAtt Logs.DomainName }
`;
    const first: Edits = { 'templates/shop/edge.yml': ssm('/image/one') };
    expect(told(await planOf({ 'README.md': 'x' }, { first }))).toEqual([]);
    expect(told(await planOf({ 'templates/shop/edge.yml': ssm('/image/two') }, { first }))).toEqual([
      'edge/Topic modify never: DisplayName ${ssm:/image/one} → ${ssm:/image/two} (certain, never)',
    ]);
  });
});

describe("a function's code", () => {
  const upload = (text: string): Edits => ({ 'lambda/upload/index.ts': text });

  test('changes with its sources and what they import', async () => {
    expect(told(await planOf(upload("export const handler = () => 'two';")))).toEqual([
      'app/Api/Upload modify never: Code lambda/upload → its sources change (certain, never)',
    ]);
    expect(told(await planOf({ 'lambda/shared/respond.ts': 'export const respond = () => 2;' }))).toEqual([
      'app/Api/List modify never: Code lambda/list → its sources change (certain, never)',
    ]);
  });

  test('may change with packages, and with what lies beside it', async () => {
    expect(told(await planOf({ 'lambda/list/README.md': 'x' }))).toEqual([
      'app/Api/List modify never: Code lambda/list → its sources change (possible, never)',
    ]);
    expect(told(await planOf({ 'package-lock.json': '{}' }))).toEqual([
      'app/Api/List modify never: Code lambda/list → its sources change (possible, never)',
      'app/Api/Upload modify never: Code lambda/upload → its sources change (possible, never)',
    ]);
  });

  test('in another folder is other code', async () => {
    const plan = await planOf({
      'lambda/put/index.ts': 'export const handler = () => 1;',
      'templates/shop/api.yml': ['lambda/upload', 'lambda/put'],
    });
    expect(told(plan)).toContain(
      'app/Api/Upload modify never: Code lambda/upload → lambda/put (certain, never)',
    );
  });

  test('does not change with a layer, which is replaced as a whole', async () => {
    const first: Edits = {
      'lambda/common/index.ts': "export { respond } from './respond.ts';\n",
      'lambda/common/respond.ts': 'export const respond = (value: number) => ({ value });\n',
      'lambda/list/index.ts':
        "import { respond } from '../common/index.ts';\nexport const handler = () => respond(1);\n",
      'templates/shop/api.yml': [
        'Resources:',
        'Resources:\n  Common:\n    Type: AWS::Lambda::LayerVersion\n    Properties: { Content: ../../lambda/common }',
      ],
    };
    const plan = await planOf(
      { 'lambda/common/respond.ts': 'export const respond = (value: number) => ({ given: value });\n' },
      { first },
    );
    expect(told(plan)).toEqual([
      'app/Api/Common modify always: Content lambda/common → its sources change (certain, always)',
    ]);
  });

  test('is not run, bundled or looked for', async () => {
    const plan = await planOf({ 'lambda/upload/index.ts': 'process.exit(1); import "nowhere"; (' });
    expect(told(plan)).toHaveLength(1);
  });
});

describe('the gate', () => {
  test('stops at what would destroy data, with the line, and offers no word', async () => {
    const { gate } = await planOf(bucketName);
    expect(gate).toEqual({
      verdict: 'stop',
      stops: [
        {
          stack: 'app',
          path: 'Storage/Bucket',
          type: 'AWS::S3::Bucket',
          action: 'replace',
          reason: 'its objects',
          at: { file: 'templates/modules/storage.yml', line: 8, column: 7 },
          property: 'BucketName',
          policyAction: 'ReplaceAndDelete',
        },
      ],
    });
  });

  test('lets pass what changes a stateful resource in place', async () => {
    const { gate } = await planOf({ 'templates/modules/storage.yml': ['Key: stage', 'Key: environment'] });
    expect(gate).toEqual({ verdict: 'pass', stops: [] });
  });

  test('stops at a nested stack that goes with what it holds, and at protection that is taken away', async () => {
    const nested = `  Old:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ../modules/storage.yml, Parameters: { Stage: !Ref Stage, LogBucket: x } }
`;
    const removed = await planOf(
      { 'templates/shop/app.yml': [nested, ''] },
      { first: { 'templates/shop/app.yml': ['Resources:\n', `Resources:\n${nested}`] } },
    );
    expect(told(removed)).toEqual(['app/Old remove', 'app/Old/Bucket remove never']);
    expect(removed.gate.stops).toMatchObject([{ path: 'Old/Bucket', action: 'remove' }]);
    const kept = '    DeletionPolicy: Retain\n    Properties:';
    const weakened = await planOf(
      { 'templates/modules/storage.yml': [kept, '    Properties:'] },
      { first: { 'templates/modules/storage.yml': ['    Properties:', kept] } },
    );
    expect(weakened.gate.stops).toMatchObject([{ action: 'weaken', property: 'DeletionPolicy' }]);
  });

  test('stops at a nested stack whose condition becomes false, and tells of it once', async () => {
    const first: Edits = {
      'templates/shop/app.yml': [
        'Resources:\n',
        'Conditions: { HasStorage: !Equals [!Ref Stage, test] }\nResources:\n  More:\n    Type: AWS::CloudFormation::Stack\n    Condition: HasStorage\n    Properties: { TemplateURL: ../modules/storage.yml, Parameters: { Stage: !Ref Stage, LogBucket: x } }\n',
      ],
    };
    const plan = await planOf({ 'params/shop/dev.yml': ['Stage: test', 'Stage: other'] }, { first });
    expect(told(plan).filter((line) => line.startsWith('app/More'))).toEqual([
      'app/More remove',
      'app/More/Bucket remove never',
    ]);
  });
});

describe('a snapshot that is renewed', () => {
  test('reads as one renewal', async () => {
    const deployment = `Resources:
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Metadata: { Slipway: { RenewWith: [self] } }
    Properties: { RestApiId: api }
`;
    const plan = await planOf(
      { 'templates/shop/api.yml': ['Deployment:', 'Deployment: # renewed'] },
      { first: { 'templates/shop/api.yml': ['Resources:\n', deployment] } },
    );
    const changes = plan.stacks[1]?.root.children.find(({ path }) => path[0] === 'Api')?.changes ?? [];
    expect(changes.map(({ action, renews }) => [action, renews])).toEqual([
      ['remove', null],
      ['add', changes[0]?.logicalId],
    ]);
  });
});

describe('secrets', () => {
  const secret = 'hunter2-hunter2';
  const withSecret = (value: string, noEcho = true): Edits => ({
    'templates/shop/edge.yml': `Parameters:
  Token: { Type: String${noEcho ? ', NoEcho: true' : ''} }
Resources:
  Logs: { Type: AWS::S3::Bucket }
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Sub 'x-\${Token}' } }
Outputs:
  LogBucket: { Value: !GetAtt Logs.DomainName }
`,
    'params/shop/dev.yml': `account: '111111111111'
regions: { home: eu-west-1 }
values:
  app: { Stage: test }
  edge: { Token: ${value} }
`,
    'params/shop/system.yml': ['region: edge }', 'region: edge }'],
  });

  test.each([
    ['changes', withSecret('other-secret-value')],
    ['is no longer hidden', withSecret('plain-text', false)],
  ])('never show where one %s', async (_name, edits) => {
    const plan = await planOf(edits, { first: withSecret(secret) });
    expect(plan.hasChanges).toBe(true);
    expect(JSON.stringify(plan)).not.toContain(secret);
    expect(JSON.stringify(plan)).not.toContain('other-secret-value');
  });
});

describe('where a side can not be read', () => {
  test('a mistake in the change is the problem of each environment that it touches, with file and line', async () => {
    expect(await problemOf({ 'templates/shop/api.yml': null })).toBe(
      'The nested stack Api names templates/shop/api.yml, which is not there (templates/shop/app.yml line 14)',
    );
    expect(await problemOf({ 'params/shop/dev.yml': 'account: 12' })).toMatch(
      /account.*params\/shop\/dev\.yml line 1/,
    );
    expect(await problemOf({ 'params/shop/dev.yml': null })).toBe('There is no params/shop/dev.yml');
    const entries = await compared(
      { 'params/shop/sit.yml': 'account: 12' },
      { environments: ['dev', 'sit'] },
    );
    expect(entries.map(({ plan }) => plan === null)).toEqual([false, true]);
  });

  test('a base without the system makes all of it new', async () => {
    await using repo = await gitRepository();
    await repo.git('rm', '-rq', '--cached', 'params/shop');
    await repo.git('commit', '-q', '-m', 'without');
    const [entry] = await staticPlans({
      root: repo.root,
      system: 'shop',
      environments: ['dev'],
      base: 'HEAD',
    });
    expect(entry?.plan?.stacks.map(({ stack, outcome }) => [stack, outcome])).toEqual([
      ['edge', 'create'],
      ['app', 'create'],
    ]);
    expect(entry?.plan).toMatchObject({ remarks: [], gate: { verdict: 'pass' } });
  });

  test('a base that is broken makes all of it new, and says so', async () => {
    const text = 'system: shop\nstacks: 7\n';
    const whole = (await import('./git-repository.ts')).sound['params/shop/system.yml'] ?? '';
    const plan = await planOf(
      { 'params/shop/system.yml': whole },
      { first: { 'params/shop/system.yml': text } },
    );
    expect(plan.stacks.map(({ outcome }) => outcome)).toEqual(['create', 'create']);
    expect(plan.remarks).toEqual([expect.stringContaining("The base can't be read, so all counts as new: ")]);
    const one = await planOf(
      {
        'templates/shop/api.yml': (await import('./git-repository.ts')).sound['templates/shop/api.yml'] ?? '',
      },
      { first: { 'templates/shop/api.yml': 'Resources: [' } },
    );
    expect(one.stacks.map(({ outcome }) => outcome)).toEqual(['none', 'create']);
    expect(one.remarks).toEqual([
      expect.stringContaining("app can't be read at the base, so it counts as new: "),
    ]);
  });

  test('a stack that leaves the system, or moves, is told to stay where it is', async () => {
    const moved = await planOf({ 'params/shop/dev.yml': ['eu-west-1', 'af-south-1'] });
    expect(moved.remarks).toEqual([
      'app moves from 111111111111 in eu-west-1 to 111111111111 in af-south-1: what runs at the old place stays there.',
    ]);
    expect(moved.stacks.map(({ outcome }) => outcome)).toEqual(['none', 'create']);
    const left = await planOf(
      { 'params/shop/system.yml': ['  more: { template: templates/docs.yml, region: home }\n', ''] },
      {
        first: {
          'params/shop/system.yml': [
            'stacks:\n',
            'stacks:\n  more: { template: templates/docs.yml, region: home }\n',
          ],
        },
      },
    );
    expect(left.remarks).toEqual([
      'more is no longer part of the system: shop-dev-more stays until somebody deletes it.',
    ]);
  });
});

test('the site is told of, not shown: it would have to be built', async () => {
  const plan = await planOf({
    'site/src/main.ts': "import '../../shared/words.ts'; //",
    'shared/words.ts': '',
  });
  expect(plan).toMatchObject({
    hasChanges: true,
    remarks: ["2 files of the site's sources change: what that publishes shows once it is built."],
  });
  expect(told(plan)).toEqual([]);
});

describe('what is compared', () => {
  test('must be there', async () => {
    await using repo = await gitRepository();
    const of = (base: string, system = 'shop') => staticPlans({ root: repo.root, system, base });
    await expect(of('--help')).rejects.toMatchObject({ code: 'COMMIT_UNKNOWN' });
    await expect(of('1'.repeat(40))).rejects.toMatchObject({
      code: 'COMMIT_ABSENT',
      next: 'git fetch --all',
    });
    await expect(of('HEAD', 'shpo')).rejects.toMatchObject({
      code: 'SYSTEM_UNKNOWN',
      message: 'There is no system shpo; the systems are docs, shop. Did you mean shop?',
    });
    const folder = await mkdtemp(join(tmpdir(), 'slipway-clone-'));
    try {
      await repo.git('clone', '-q', '--depth=1', `file://${repo.root}`, join(folder, 'clone'));
      await expect(
        staticPlans({ root: join(folder, 'clone'), system: 'shop', base: 'HEAD^1' }),
      ).rejects.toMatchObject({
        code: 'COMMIT_ABSENT',
        message: expect.stringContaining('fetch-depth: 2'),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('is the text of files in the repository: a link leads nowhere at the base', async () => {
    await using repo = await gitRepository();
    await rm(join(repo.root, 'templates/shop/edge.yml'));
    await symlink('/etc/passwd', join(repo.root, 'templates/shop/edge.yml'));
    const [entry] = await staticPlans({
      root: repo.root,
      system: 'shop',
      environments: ['dev'],
      base: 'HEAD',
    });
    expect(entry?.plan).toBeNull();
    expect(JSON.stringify(entry)).not.toContain('root:');
  });
});

test('in Markdown it says first that it is no plan, and has neither release nor fingerprint nor words', async () => {
  const entries = await compared(bucketName, { environments: ['dev', 'prod'] });
  const text = planMarkdown({ system: 'shop', release: '', commit: null, entries });
  expect(text).toMatch(/^### Slipway · shop · dev and prod stop\n\n> Compared with the base/);
  expect(text).toContain('**dev would replace a bucket.**');
  expect(text).not.toMatch(/slipway:allow|release|plan `/);
});
