import { describe, expect, test } from '@jest/globals';
import { gitHubProviderArn } from '../../src/bootstrap/find-provider.ts';
import { parseRepository } from '../../src/bootstrap/repository.ts';
import type { EnvironmentDefinition } from '../../src/config/system.ts';
import { smokeSecrets } from '../../src/doctor/check-secrets.ts';
import {
  account,
  artifacts,
  dev,
  DoctorWorld,
  edge,
  home,
  ledger,
  only,
  execution,
  foundation,
  troubles,
} from './world.ts';

const inHome = `${foundation.stack} in ${home}`;
const bootstrap = 'slipway bootstrap shop dev --repository acme/shop';

test('an account as the bootstrap leaves it, and a repository as it should be, are good', async () => {
  const world = new DoctorWorld();
  const diagnosis = await world.diagnose();
  expect(troubles(diagnosis)).toEqual([]);
  expect(diagnosis.isHealthy).toBe(true);
  expect(diagnosis.counts.ok).toBeGreaterThan(60);
  expect(diagnosis.counts).toMatchObject({ wrong: 0, unknown: 0, warning: 0 });
});

test('the form of the subject with both numbers is as good', async () => {
  const numbered = parseRepository({ repository: 'acme/shop', repositoryId: '2', ownerId: '1' });
  const world = new DoctorWorld(numbered);
  const diagnosis = await world.diagnose({ reader: null });
  expect(troubles(diagnosis).map(({ id }) => id)).toEqual(['repository']);
  expect(only(diagnosis, 'role-trust', 'slipway-deploy').wanted).toBe(
    'repo:acme@1/shop@2:environment:shop-dev',
  );
});

describe('credentials and regions', () => {
  test('credentials of another account are wrong, and nothing else is asked with them', async () => {
    const world = new DoctorWorld();
    world.caller = '999999999999';
    const diagnosis = await world.diagnose();
    expect(only(diagnosis, 'credentials')).toMatchObject({ state: 'wrong' });
    expect(only(diagnosis, 'stack')).toMatchObject({ state: 'unknown' });
    expect(diagnosis.isHealthy).toBe(false);
    expect(new Set(world.asked)).toEqual(new Set(['sts:GetCallerIdentity']));
  });

  test('a region that is not enabled is wrong, and not looked at further', async () => {
    const world = new DoctorWorld();
    world.regionErrors.set(edge, 'InvalidClientTokenId');
    const diagnosis = await world.diagnose();
    expect(only(diagnosis, 'region', edge)).toMatchObject({
      state: 'wrong',
      next: `aws account enable-region --region-name ${edge}`,
    });
    expect(diagnosis.checks.filter(({ id, where }) => id === 'stack' && where.includes(edge))).toEqual([]);
  });

  test('a region that does not answer is not known', async () => {
    const world = new DoctorWorld();
    world.regionErrors.set(edge, 'TimeoutError');
    expect(only(await world.diagnose(), 'region', edge)).toMatchObject({ state: 'unknown' });
  });
});

describe('the stack', () => {
  test('one that is not there is wrong, with the command that makes it', async () => {
    const world = new DoctorWorld();
    world.stacks.delete(edge);
    expect(only(await world.diagnose(), 'stack', `${foundation.stack} in ${edge}`)).toMatchObject({
      state: 'wrong',
      next: bootstrap,
    });
  });

  test('an account from when all was one stack misses the others, and nothing is said of what they would make', async () => {
    const world = new DoctorWorld();
    world.stacks.get(home)?.delete(execution.stack);
    world.iam.roles.delete('slipway-execution');
    expect(troubles(await world.diagnose())).toMatchObject([
      { id: 'stack', where: `${execution.stack} in ${home}`, state: 'wrong', next: bootstrap },
    ]);
  });

  test('a role is brought back by the stack that makes it', async () => {
    const world = new DoctorWorld();
    world.iam.roles.delete('slipway-execution');
    expect(only(await world.diagnose(), 'role', 'slipway-execution').next).toMatch(
      /--stack-name slipway-bootstrap-execution .* ParameterKey=ResourceNames,UsePreviousValue=true --cap/,
    );
  });

  test.each([
    ['UPDATE_ROLLBACK_FAILED', 'wrong'],
    ['ROLLBACK_COMPLETE', 'wrong'],
    ['UPDATE_IN_PROGRESS', 'unknown'],
    ['UPDATE_ROLLBACK_COMPLETE', 'ok'],
  ])('%s is %s', async (status, state) => {
    const world = new DoctorWorld();
    world.stack(home).status = status;
    expect(only(await world.diagnose(), 'stack', inHome)).toMatchObject({
      state,
      found: expect.stringContaining(status),
    });
  });

  test('one of another version is wrong; white space at the end is no other version', async () => {
    const world = new DoctorWorld();
    world.stack(home).template = `${foundation.text}\n\n`;
    expect(only(await world.diagnose(), 'stack-template', inHome)).toMatchObject({ state: 'ok' });
    world.stack(home).template = foundation.text.replace('slipway-run-*', 'run-*');
    expect(only(await world.diagnose(), 'stack-template', inHome)).toMatchObject({
      state: 'wrong',
      next: bootstrap,
    });
  });

  test('another version that makes the same is as good: there is nothing that the bootstrap could change', async () => {
    const world = new DoctorWorld();
    const text = foundation.text
      .replace(/^Description: .*$/m, 'Description: Another')
      .replace(/^ *#.*\n/gm, '');
    // in a region without roles, a statement of a role is none; at home it is
    world.stack(edge).template = text.replace('slipway-run-*', 'run-*');
    world.stack(home).template = text;
    const diagnosis = await world.diagnose();
    expect(troubles(diagnosis)).toEqual([]);
    const found = 'it was made of another version, which makes the same here';
    expect(only(diagnosis, 'stack-template', inHome)).toMatchObject({ state: 'ok', found });
    world.stack(home).template = text.replace('slipway-run-*', 'run-*');
    expect(only(await world.diagnose(), 'stack-template', inHome)).toMatchObject({ state: 'wrong' });
    world.stack(home).template = text.replace('DeletionPolicy: Retain', 'DeletionPolicy: Delete');
    expect(only(await world.diagnose(), 'stack-template', inHome)).toMatchObject({ state: 'wrong' });
  });

  test('the roles are looked for where they are, whichever system is asked about', async () => {
    const leads = { ...dev, system: 'leads', file: 'params/leads/dev.yml', regions: { home: edge, edge } };
    const world = new DoctorWorld(undefined, [dev, leads]);
    world.environments = [leads, dev];
    const diagnosis = await world.diagnose();
    const told = troubles(diagnosis).filter(({ id }) => /^(?:stack|role|bucket)/.test(id));
    expect(told).toEqual([]);
    expect(diagnosis.checks.filter(({ id }) => id === 'role').length).toBeGreaterThan(5);
    const buckets = diagnosis.checks
      .map(({ where }) => where)
      .filter((where) => where.startsWith('slipway-ledger'));
    expect(new Set(buckets)).toEqual(new Set([ledger, ledger.replace(home, edge)]));
  });

  test('parameters that lag behind the environments are named with what they should be', async () => {
    const world = new DoctorWorld();
    world.environments = [dev, { ...dev, system: 'leads', file: 'params/leads/dev.yml' }];
    const diagnosis = await world.diagnose();
    expect(only(diagnosis, 'stack-parameters', inHome)).toMatchObject({
      state: 'wrong',
      found:
        'DeploySubjects is repo:acme/shop:environment:shop-dev and should be repo:acme/shop:environment:leads-dev,repo:acme/shop:environment:shop-dev; ResourceNames is shop and should be leads,shop',
    });
    expect(only(diagnosis, 'stack-parameters', `${execution.stack} in ${home}`)).toMatchObject({
      state: 'wrong',
      found: 'ResourceNames is shop and should be leads,shop',
    });
  });

  test('a bucket that may be overwritten on purpose is told of', async () => {
    const world = new DoctorWorld();
    world.stack(home).parameters['EnforceConditionalWrites'] = 'false';
    const told = troubles(await world.diagnose());
    expect(told).toContainEqual(expect.objectContaining({ id: 'stack-parameters', state: 'warning' }));
    // the wanted policy follows the setting
    expect(told).toContainEqual(
      expect.objectContaining({ id: 'bucket-policy', where: artifacts, state: 'wrong' }),
    );
  });
});

test('the OIDC provider', async () => {
  const world = new DoctorWorld();
  world.iam.providers.set(gitHubProviderArn(account), ['https://github.com/acme']);
  expect(only(await world.diagnose(), 'provider')).toMatchObject({
    state: 'wrong',
    found: 'it admits https://github.com/acme alone',
    next: expect.stringContaining('add-client-id-to-open-id-connect-provider'),
  });
  world.iam.providers.clear();
  expect(only(await world.diagnose(), 'provider')).toMatchObject({ state: 'wrong', found: 'there is none' });
  world.iam.denied.add('getOpenIDConnectProvider');
  expect(only(await world.diagnose(), 'provider')).toMatchObject({ state: 'unknown' });
});

describe('buckets', () => {
  test.each([
    ['bucket-versions', { versioning: 'Suspended' }, 'versioning is Suspended', 'put-bucket-versioning'],
    ['bucket-versions', { versioning: null }, 'versioning is never enabled', 'Status=Enabled'],
    ['bucket-closed', { publicAccessBlock: null }, 'are off', 'put-public-access-block'],
    [
      'bucket-closed',
      { publicAccessBlock: { BlockPublicAcls: true, IgnorePublicAcls: true, RestrictPublicBuckets: true } },
      'BlockPublicPolicy is off',
      'BlockPublicPolicy=true',
    ],
    [
      'bucket-owner',
      { ownership: 'ObjectWriter' },
      'object ownership is ObjectWriter',
      'BucketOwnerEnforced',
    ],
    ['bucket-encryption', { encryption: null }, 'no default encryption', 'put-bucket-encryption'],
    ['bucket-policy', { policy: null }, 'there is no bucket policy', 'put-bucket-policy'],
    ['bucket-policy', { policy: { Statement: [] } }, 'the statement OnlyTls is missing', 'OnlyTls'],
  ] as const)('%s: %j', async (id, change, found, next) => {
    const world = new DoctorWorld();
    Object.assign(world.bucket(ledger), change);
    const diagnosis = await world.diagnose();
    expect(troubles(diagnosis).map((check) => [check.id, check.where])).toEqual([[id, ledger]]);
    expect(only(diagnosis, id, ledger)).toMatchObject({
      state: 'wrong',
      found: expect.stringContaining(found),
      next: expect.stringContaining(next),
    });
  });

  test('one that is gone is wrong; one of another account can’t be told from one that may not be read', async () => {
    const world = new DoctorWorld();
    world.buckets.buckets.delete(ledger);
    world.bucket(artifacts).owner = '999999999999';
    const diagnosis = await world.diagnose();
    expect(only(diagnosis, 'bucket', ledger)).toMatchObject({
      state: 'wrong',
      found: 'there is no such bucket',
    });
    expect(only(diagnosis, 'bucket', artifacts)).toMatchObject({ state: 'unknown' });
  });

  test.each([
    'getBucketVersioning',
    'getPublicAccessBlock',
    'getBucketOwnershipControls',
    'getBucketEncryption',
    'getBucketPolicy',
  ] as const)('%s that is refused is not known', async (operation) => {
    const world = new DoctorWorld();
    world.buckets.denied.add(operation);
    const told = troubles(await world.diagnose());
    expect(told.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(told[0]?.next).toContain('is needed to read it');
  });
});

describe('limits', () => {
  test.each([
    [1979, 'ok'],
    [1985, 'warning'],
    [2000, 'wrong'],
  ])('%i of 2000 stacks: %s', async (count, state) => {
    const world = new DoctorWorld();
    world.stackCount = count;
    expect(only(await world.diagnose(), 'limit', `stacks in ${home}`)).toMatchObject({
      state,
      found: `${count} of 2000`,
    });
  });

  test('what may not be read is not known', async () => {
    const world = new DoctorWorld();
    world.denied.add('cloudformation:DescribeAccountLimits');
    world.iam.denied.add('getAccountSummary');
    const diagnosis = await world.diagnose();
    for (const where of [`stacks in ${home}`, 'roles', 'managed policies'])
      expect(only(diagnosis, 'limit', where)).toMatchObject({ state: 'unknown' });
  });

  test('roles', async () => {
    const world = new DoctorWorld();
    world.iam.summary['Roles'] = 1000;
    expect(only(await world.diagnose(), 'limit', 'roles')).toMatchObject({
      state: 'wrong',
      found: '1000 of 1000',
    });
  });
});

describe('secrets of the smoke checks', () => {
  const name = 'slipway/shop/smoke-issuer';

  test('are those of an API and of a socket, each once', () => {
    const tokens = {
      testIssuer: { secret: 'slipway/shop/issuer', environments: ['dev' as const] },
      client: { secret: 'slipway/shop/client', environments: ['prod' as const] },
      scope: 'chat',
    };
    const api = { url: 'https://a', protected: 'GET /', open: {}, tokens };
    const socket = { url: 'wss://a', action: 'say', tokens };
    const named = (environment: 'dev' | 'sit' | 'prod') => ({ environment }) as EnvironmentDefinition;
    expect(smokeSecrets({ title: 't', seconds: 30, socket }, named('dev'))).toEqual(['slipway/shop/issuer']);
    expect(smokeSecrets({ title: 't', seconds: 30, api, socket }, named('prod'))).toEqual([
      'slipway/shop/client',
    ]);
    expect(smokeSecrets({ title: 't', seconds: 30, socket }, named('sit'))).toEqual([]);
  });

  test.each([
    ['that is not there', undefined, 'there is no such secret', 'create-secret'],
    ['without a value', { VersionIdsToStages: {} }, 'it has no value', 'put-secret-value'],
    ['that is about to go', { DeletedDate: new Date(0) }, 'about to be deleted', 'restore-secret'],
  ])('one %s', async (_, secret, found, next) => {
    const world = new DoctorWorld();
    if (secret === undefined) world.secrets.clear();
    else world.secrets.set(name, secret);
    expect(only(await world.diagnose(), 'secret')).toMatchObject({
      state: 'wrong',
      where: name,
      found: expect.stringContaining(found),
      next: expect.stringContaining(next),
    });
  });

  test('one that may not be described is not known, and no value is ever asked for', async () => {
    const world = new DoctorWorld();
    world.denied.add('secretsmanager:DescribeSecret');
    expect(only(await world.diagnose(), 'secret')).toMatchObject({ state: 'unknown' });
  });

  test('a system without smoke checks needs none', async () => {
    const { checks } = await new DoctorWorld().diagnose({ smoke: null });
    expect(checks.filter(({ id }) => id === 'secret')).toEqual([]);
  });
});
