import { beforeAll, describe, expect, test } from '@jest/globals';
import { planAccounts } from '../../src/bootstrap/plan-accounts.ts';
import { everyEnvironment } from '../../src/cli/bootstrap-sources.ts';
import { environmentNames } from '../../src/config/environment-name.ts';
import { listSystems } from '../../src/config/load.ts';
import { account, deployedSystem, region, resourcesOf, root, type Properties } from './evaluated.ts';
import { needs } from './execution-needs.ts';
import { decide, type Decision, type IamRequest, type PolicyDocument } from './iam.ts';

const workloadBoundary = `arn:aws:iam::${account}:policy/WorkloadBoundary`;
const bounded = { 'iam:PermissionsBoundary': workloadBoundary };
const systems = await listSystems(root);
let own: readonly PolicyDocument[];
let policies: readonly PolicyDocument[];
let boundary: PolicyDocument;
let made: readonly { readonly id: string; readonly document: PolicyDocument }[];

beforeAll(async () => {
  const all = await everyEnvironment(root);
  // every system in one account, which is the most that a policy has to hold
  const [everything] = planAccounts(all.map((each) => ({ ...each, account })), all.map((each) => ({ ...each, account })));
  const bootstrap = await resourcesOf('templates/bootstrap.yml', {
    IsHomeRegion: 'true',
    RepositorySubject: 'repo:acme/photos',
    DeploySubjects: 'repo:acme/photos:environment:companycam-dev',
    ProofSubjects: '',
    ResourceNames: everything?.names.join(',') ?? '',
  });
  const of = (id: string): Properties => bootstrap.find(({ logicalId }) => logicalId === id)?.properties ?? {};
  const { Policies, ManagedPolicyArns, PermissionsBoundary } = of('ExecutionRole') as {
    Policies: readonly { PolicyDocument: PolicyDocument }[];
    ManagedPolicyArns: readonly string[];
    PermissionsBoundary: string;
  };
  const attached = ManagedPolicyArns.map((arn) => of(arn.split('/')[1] ?? '')['PolicyDocument'] as PolicyDocument);
  own = Policies.map(({ PolicyDocument }) => PolicyDocument);
  policies = [...own, ...attached];
  boundary = of('ExecutionBoundary')['PolicyDocument'] as PolicyDocument;
  expect(PermissionsBoundary).toBe(`arn:aws:iam::${account}:policy/ExecutionBoundary`);
  made = bootstrap
    .filter(({ type }) => type === 'AWS::IAM::ManagedPolicy')
    .map(({ logicalId, properties }) => ({ id: logicalId, document: properties['PolicyDocument'] as PolicyDocument }));
});

/** Both the role and its boundary have to allow (IAM User Guide, "Permissions boundaries"). */
function may(request: IamRequest): Decision {
  const own = decide(policies, request);
  return own === 'allowed' ? decide([boundary], request) : own;
}

describe.each(systems.flatMap((system) => environmentNames.map((environment) => [system, environment] as const)))(
  '%s in %s',
  (system, environment) => {
    test('has all rights that its resources need', async () => {
      const missing = (await deployedSystem(system, environment)).flatMap(({ path, type, properties }) => {
        const { calls, on } = needs[type] ?? { calls: [`nothing is written down for ${type}`], on: () => '' };
        const resource = on(properties, `${system}-${environment}-app-Child-X1`);
        return calls
          .filter((action) => may({ action, resource, context: bounded }) !== 'allowed')
          .map((action) => `${path}: ${action} on ${resource}`);
      });
      expect(missing).toEqual([]);
    });
  },
);

test('no policy is larger than IAM takes, with the names of every system and room for more', () => {
  // "IAM and AWS STS quotas": characters without whitespace, 6,144 a managed policy and 10,240 for all of a role's own.
  const size = (document: unknown): number => JSON.stringify(document).replaceAll(/\s/g, '').length;
  const tooLarge = made.filter(({ id, document }) => size(document) > (id.startsWith('Execution') ? 5_500 : 6_144));
  expect(tooLarge.map(({ id, document }) => [id, size(document)])).toEqual([]);
  expect(own.reduce((sum, each) => sum + size(each), 0)).toBeLessThan(9_500);
});

test('reads templates and code of releases, and hands roles to Lambda', () => {
  const key = `arn:aws:s3:::slipway-artifacts-${account}-${region}/${'a'.repeat(64)}`;
  expect(may({ action: 's3:GetObject', resource: key })).toBe('allowed');
  const role = `arn:aws:iam::${account}:role/companycam-photos-function-dev`;
  const pass = (service: string): Decision =>
    may({ action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': service } });
  expect([pass('lambda.amazonaws.com'), pass('ec2.amazonaws.com')]).toEqual(['allowed', 'not allowed']);
});

describe('does not suffice', () => {
  const role = `arn:aws:iam::${account}:role/companycam-dev-x`;
  const refused: readonly (readonly [string, IamRequest])[] = [
    ['for a role without the boundary', { action: 'iam:CreateRole', resource: role }],
    [
      'for a role with another boundary',
      {
        action: 'iam:CreateRole',
        resource: role,
        context: { 'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/x` },
      },
    ],
    ['to take a boundary off', { action: 'iam:DeleteRolePermissionsBoundary', resource: role, context: bounded }],
    ...['slipway-deploy', 'slipway-execution', 'admin'].flatMap((name) =>
      ['PutRolePolicy', 'AttachRolePolicy', 'UpdateAssumeRolePolicy', 'DeleteRole', 'PassRole'].map(
        (call): readonly [string, IamRequest] => [
          `for iam:${call} on ${name}`,
          { action: `iam:${call}`, resource: `arn:aws:iam::${account}:role/${name}`, context: bounded },
        ],
      ),
    ),
    [
      'to change a boundary',
      { action: 'iam:CreatePolicyVersion', resource: `arn:aws:iam::${account}:policy/slipway-workload-boundary` },
    ],
    ['to make a user', { action: 'iam:CreateUser', resource: `arn:aws:iam::${account}:user/x` }],
    ['to read a photo', { action: 's3:GetObject', resource: 'arn:aws:s3:::companycam-photos-dev/photos/a/x.jpg' }],
    ['to delete a photo', { action: 's3:DeleteObject', resource: 'arn:aws:s3:::companycam-photos-dev/photos/a/x.jpg' }],
    ['to delete the ledger', { action: 's3:DeleteBucket', resource: `arn:aws:s3:::slipway-ledger-${account}-${region}` }],
    [
      'to open the artifacts',
      { action: 's3:PutBucketPolicy', resource: `arn:aws:s3:::slipway-artifacts-${account}-${region}` },
    ],
    ['to read a secret', { action: 'secretsmanager:GetSecretValue', resource: '*' }],
    ['to call what no template uses', { action: 'ec2:RunInstances', resource: '*' }],
  ];
  test.each(refused)('%s', (_, request) => {
    expect(may(request)).not.toBe('allowed');
  });
});
