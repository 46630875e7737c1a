import type { EnvironmentName } from '../../src/config/environment-name.ts';
import type {
  GateStop,
  ParameterChange,
  Plan,
  PropertyChange,
  ResourceChange,
  SitePlan,
  StackNode,
  StackPlan,
} from '../../src/plan/plan.ts';

/** Small pieces of data to render; each is what the core hands over, with fields to override. */

export const property = (
  path: string,
  before: string | null,
  after: string | null,
  rest: Partial<PropertyChange> = {},
): PropertyChange => ({
  path,
  before,
  after,
  secret: false,
  replacement: 'never',
  certainty: 'certain',
  lineage: [],
  ...rest,
});

export const resource = (
  logicalId: string,
  type: string,
  rest: Partial<ResourceChange> = {},
): ResourceChange => ({
  logicalId,
  type,
  physicalId: null,
  action: 'modify',
  replacement: 'never',
  certainty: 'certain',
  policyAction: null,
  at: null,
  properties: [],
  renews: null,
  ...rest,
});

export const node = (path: readonly string[], rest: Partial<StackNode> = {}): StackNode => ({
  path,
  template: `templates/${path.at(-1) ?? 'companycam/app'}.yml`,
  status: 'unchanged',
  changes: [],
  outputsOnly: false,
  dropped: 0,
  unseen: [],
  children: [],
  ...rest,
});

export const parameter = (
  name: string,
  before: string | null,
  after: string | null,
  rest: Partial<ParameterChange> = {},
): ParameterChange => ({
  name,
  before,
  after,
  secret: false,
  deferred: null,
  ...rest,
});

export const stack = (name: string, root: StackNode, rest: Partial<StackPlan> = {}): StackPlan => ({
  stack: name,
  stackName: `companycam-dev-${name}`,
  region: name === 'edge' ? 'us-east-1' : 'eu-west-1',
  outcome: 'change',
  certainty: 'full',
  changeSet: 'arn:aws:cloudformation:eu-west-1:111111111111:changeSet/slipway-run-1/2',
  template: 'a'.repeat(64),
  parameters: [],
  root,
  warnings: [],
  failures: [],
  ...rest,
});

const site = (rest: Partial<SitePlan> = {}): SitePlan => ({
  added: ['assets/main-Bx3f_9aQ.js'],
  changed: ['index.html'],
  removed: [],
  unchanged: 212,
  bytes: 12_345,
  invalidate: ['/', '/index.html'],
  ...rest,
});

export const stop = (rest: Partial<GateStop> = {}): GateStop => ({
  stack: 'app',
  path: 'Storage/PhotosBucket',
  type: 'AWS::S3::Bucket',
  action: 'replace',
  reason: 'its objects',
  at: { file: 'templates/modules/bucket.yml', line: 31, column: 7 },
  property: 'BucketName',
  policyAction: 'ReplaceAndRetain',
  override: '4be1c02d77a9f310',
  overridden: false,
  ...rest,
});

export const plan = (
  environment: EnvironmentName,
  stacks: readonly StackPlan[],
  rest: Partial<Plan> = {},
): Plan => ({
  schema: 1,
  system: 'companycam',
  environment,
  account: '111111111111',
  release: `91cc4e07${'0'.repeat(56)}`,
  baseRelease: `5b0e77aa${'0'.repeat(56)}`,
  stacks,
  site: null,
  gate: { verdict: 'pass', stops: [] },
  hasChanges: true,
  fingerprint: `7f3ad210${'0'.repeat(56)}`,
  createdAt: '2026-11-21T10:00:00.000Z',
  ...rest,
});

/** Two additions and a change in the API, with a secret; nothing in storage. */
const apiNode = node(['Api'], {
  status: 'change',
  changes: [
    resource('DetectionsResource', 'AWS::ApiGateway::Resource', { action: 'add' }),
    resource('PresignFunction', 'AWS::Lambda::Function', {
      at: { file: 'templates/Api.yml', line: 12, column: 3 },
      properties: [
        property('MemorySize', '256', '512'),
        property('Environment.Variables.SIGNING_KEY', '•••• (secret)', '•••• (secret)', { secret: true }),
      ],
    }),
    resource('Deployment1a2b3c4d', 'AWS::ApiGateway::Deployment', {
      action: 'add',
      renews: 'Deployment99887766',
    }),
    resource('Deployment99887766', 'AWS::ApiGateway::Deployment', { action: 'remove' }),
    resource('AccessLog', 'AWS::Logs::LogGroup', {
      certainty: 'possible',
      properties: [property('Tags', null, 'x', { certainty: 'possible' })],
    }),
  ],
});

const storageNode = node(['Storage'], {
  status: 'change',
  changes: [
    resource('PhotosBucket', 'AWS::S3::Bucket', {
      replacement: 'always',
      policyAction: 'ReplaceAndRetain',
      at: { file: 'templates/modules/bucket.yml', line: 31, column: 7 },
      properties: [
        property('BucketName', 'companycam-photos-prod', 'companycam-pictures-prod', {
          replacement: 'always',
        }),
      ],
    }),
  ],
});

const nestedChange = (logicalId: string): ResourceChange => resource(logicalId, 'AWS::CloudFormation::Stack');
const alarms = node(['Alarms'], { dropped: 3 });

export const readyPlan = (environment: EnvironmentName): Plan =>
  plan(
    environment,
    [
      stack('edge', node([], { template: 'templates/companycam/edge.yml' }), {
        outcome: 'none',
        changeSet: null,
      }),
      stack(
        'app',
        node([], {
          template: 'templates/companycam/app.yml',
          status: 'change',
          changes: [nestedChange('Api')],
          children: [apiNode, node(['Storage']), alarms],
        }),
        { parameters: [parameter('LogLevel', 'info', 'debug'), parameter('Stage', 'v1', 'v1')] },
      ),
    ],
    { site: site() },
  );

export const stoppedPlan = (): Plan =>
  plan(
    'prod',
    [
      stack(
        'app',
        node([], {
          template: 'templates/companycam/app.yml',
          status: 'change',
          changes: [nestedChange('Api'), nestedChange('Storage')],
          children: [apiNode, storageNode, alarms],
        }),
      ),
    ],
    { gate: { verdict: 'stop', stops: [stop()] }, fingerprint: `c0ffee11${'0'.repeat(56)}` },
  );

export const createPlan = (): Plan =>
  plan(
    'sit',
    [
      stack(
        'app',
        node([], {
          template: 'templates/companycam/app.yml',
          status: 'create',
          changes: [
            resource('Topic', 'AWS::SNS::Topic', { action: 'add' }),
            resource('Api', 'AWS::CloudFormation::Stack', { action: 'add' }),
          ],
          children: [
            node(['Api'], {
              status: 'create',
              changes: ['A', 'B', 'C'].map((id) => resource(id, 'AWS::Lambda::Function', { action: 'add' })),
            }),
          ],
        }),
        {
          outcome: 'create',
          changeSet: null,
          parameters: [parameter('LogDomain', null, null, { deferred: 'edge.LogDomain' })],
        },
      ),
    ],
    { baseRelease: null },
  );

export const emptyPlan = (): Plan =>
  plan('dev', [stack('app', node([]), { outcome: 'none', changeSet: null })], {
    hasChanges: false,
    site: site({ added: [], changed: [], bytes: 0, invalidate: [] }),
  });
