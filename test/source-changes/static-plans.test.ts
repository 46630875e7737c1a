import { describe, expect, test } from '@jest/globals';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import type { Edits } from './git-repository.ts';
import { compared, planOf, told, bucketName } from './static-plan-of.ts';

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

  describe('of a network', () => {
    const network: Edits = {
      'templates/shop/edge.yml': `Parameters: { Size: { Type: String, Default: small } }
Resources:
  First: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
  Cache:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: cache.yml
      Parameters: { ArtifactBucket: x, SubnetIds: !Join [',', [!Ref First, !Ref Logs]], Port: '1' }
  Logs: { Type: AWS::S3::Bucket }
Outputs:
  LogBucket: { Value: !GetAtt Logs.DomainName }
`,
      'templates/shop/cache.yml': `Parameters: { ArtifactBucket: { Type: String }, SubnetIds: { Type: CommaDelimitedList }, Port: { Type: String } }
Resources:
  Subnets: { Type: AWS::ElastiCache::SubnetGroup, Properties: { Description: x, SubnetIds: !Ref SubnetIds } }
  Cache: { Type: AWS::ElastiCache::ReplicationGroup, Properties: { ReplicationGroupDescription: x, Port: !Ref Port } }
`,
      'templates/shop/app.yml': [
        '  ArtifactBucket: { Type: String }',
        '  ArtifactBucket: { Type: String } # with a cache',
      ],
      'params/shop/system.yml': ['region: edge }', 'region: edge } # with a cache'],
    };
    const withBucket: Edits = {
      'templates/shop/edge.yml': (network['templates/shop/edge.yml'] as string).replace(
        'Parameters: {',
        'Parameters: { ArtifactBucket: { Type: String },',
      ),
    };

    test('has the same zones on both sides, and the same list of what does not change', async () => {
      const plan = await planOf(
        { 'templates/shop/cache.yml': ['Port: !Ref Port', 'Port: 2'] },
        { first: { ...network, ...withBucket } },
      );
      expect(told(plan)).toEqual(['edge/Cache/Cache modify always: Port 1 → 2 (certain, always)']);
      expect(plan.gate.stops).toMatchObject([{ path: 'Cache/Cache', action: 'replace', property: 'Port' }]);
    });

    test('may have another list where one of its parts changes, and is not said to lose it', async () => {
      const changed = (withBucket['templates/shop/edge.yml'] as string).replace('10.0.0.0/24', '10.0.1.0/24');
      const plan = await planOf(
        { 'templates/shop/edge.yml': changed },
        { first: { ...network, ...withBucket } },
      );
      expect(told(plan)).toEqual([
        'edge/First modify always: CidrBlock 10.0.0.0/24 → 10.0.1.0/24 (certain, always)',
        expect.stringMatching(/^edge\/Cache\/Subnets modify never: SubnetIds .* \(possible, never\)$/),
      ]);
    });
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

describe('of a site that another repository builds', () => {
  const artifact = (digit: string, name = 'builds/site.zip'): string =>
    `build: { artifact: ${name}, sha256: ${digit.repeat(64)} }`;
  const first: Edits = { 'params/shop/system.yml': ['build: site/dist', artifact('a')] };

  test.each<[string, Edits, Edits, readonly string[]]>([
    [
      'another digest',
      first,
      { 'params/shop/system.yml': [artifact('a'), artifact('b')] },
      [
        "The site's build is another artifact (aaaaaaaa → bbbbbbbb): what that publishes shows once it is fetched.",
      ],
    ],
    [
      'the same bytes at another place',
      first,
      { 'params/shop/system.yml': [artifact('a'), artifact('a', 'https://a.example/site.zip')] },
      [],
    ],
    [
      'an artifact in place of a folder',
      {},
      first,
      ["The site's build is now an artifact (aaaaaaaa): what that publishes shows once it is fetched."],
    ],
    [
      'a folder in place of an artifact',
      first,
      { 'params/shop/system.yml': [artifact('a'), 'build: site/dist'] },
      ["The site's build is no longer an artifact (aaaaaaaa): what that publishes shows once it is built."],
    ],
    ['sources that are no part of it', first, { 'site/src/main.ts': '' }, []],
  ])('%s', async (_name, before, edits, remarks) => {
    expect(await planOf(edits, { first: before })).toMatchObject({ remarks, hasChanges: remarks.length > 0 });
  });
});

test('in Markdown it says first that it is no plan, and has neither release nor fingerprint nor words', async () => {
  const entries = await compared(bucketName, { environments: ['dev', 'prod'] });
  const text = planMarkdown({ system: 'shop', release: '', commit: null, entries });
  expect(text).toMatch(/^### Slipway · shop · dev and prod stop\n\n> Compared with the base/);
  expect(text).toContain('**dev would replace a bucket.**');
  expect(text).not.toMatch(/slipway:allow|release|plan `/);
});
