import { describe, expect, test } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { policyOf } from '../../src/plan/policy-action.ts';
import { statefulTypes } from '../../src/plan/stateful-types.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';
import { root } from '../templates/evaluated.ts';
import { composed, stopsOf } from './stack-plans.ts';
import { makeWorld } from './world.ts';

const nested = (file: string, more: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'AWS::CloudFormation::Stack',
  ...more,
  Properties: { TemplateURL: file, ...(more['Properties'] as object | undefined) },
});
const bucket = (more: Readonly<Record<string, unknown>> = {}) => ({ Type: 'AWS::S3::Bucket', ...more });
const topic = { Type: 'AWS::SNS::Topic' };
const withBucket = { ArtifactBucket: { Type: 'String' } };

describe('a nested stack that is removed', () => {
  const handed = { Properties: { Parameters: { ArtifactBucket: { Ref: 'ArtifactBucket' } } } };
  /** A root whose `Outer` nests `Inner`, which holds a bucket. */
  const sources = (
    outer: Readonly<Record<string, unknown>>,
    inner: Readonly<Record<string, unknown>> = {},
  ) => ({
    'root.yml': {
      Parameters: withBucket,
      Resources: { topic, Outer: nested('outer.yml', { ...outer, ...handed }) },
    },
    'outer.yml': { Parameters: withBucket, Resources: { topic, Inner: nested('inner.yml', inner) } },
    'inner.yml': { Resources: { topic, Store: bucket() } },
  });
  const removed = async (
    outer: Readonly<Record<string, unknown>>,
    inner?: Readonly<Record<string, unknown>>,
  ) => {
    const world = makeWorld();
    world.deploy(world.release(sources(outer, inner)));
    const without = { 'root.yml': { Parameters: withBucket, Resources: { topic } } };
    return composed([await world.plan(world.release(without))]).gate;
  };

  test('stops by what the stacks in it hold, however deep', async () => {
    const gate = await removed({});
    expect(gate).toMatchObject({
      verdict: 'stop',
      stops: [{ path: 'Outer/Inner/Store', action: 'remove', policyAction: 'Delete' }],
    });
  });

  test('stops, too, where the policy of a stack above keeps it, and says that it is kept', async () => {
    for (const [outer, inner] of [
      [{ DeletionPolicy: 'Retain' }, {}],
      [{}, { DeletionPolicy: 'RetainExceptOnCreate' }],
    ] as const) {
      expect((await removed(outer, inner)).stops).toMatchObject([
        { path: 'Outer/Inner/Store', action: 'remove', policyAction: 'Retain' },
      ]);
    }
  });
});

describe('a policy that a condition chooses', () => {
  const sources = (protect: string) => ({
    'root.yml': {
      Parameters: withBucket,
      Resources: { Storage: nested('storage.yml', { Properties: { Parameters: { Protect: protect } } }) },
    },
    'storage.yml': {
      Parameters: { Protect: { Type: 'String' } },
      Conditions: { IsProtected: { 'Fn::Equals': [{ Ref: 'Protect' }, 'yes'] } },
      Resources: {
        Store: bucket({
          DeletionPolicy: { 'Fn::If': ['IsProtected', 'Retain', 'Delete'] },
          UpdateReplacePolicy: { 'Fn::If': ['IsProtected', 'Retain', 'Snapshot'] },
        }),
      },
    },
  });
  const turned = async (from: string, to: string) => {
    const world = makeWorld();
    world.deploy(world.release(sources(from)));
    return composed([await world.plan(world.release(sources(to)))]);
  };

  test('is weakened by the parameter that the condition asks', async () => {
    const plan = await turned('yes', 'no');
    expect(stopsOf(plan)).toEqual(['app Storage/Store weaken']);
    expect(plan.gate.verdict).toBe('stop');
  });

  test('is not by one that strengthens it', async () => {
    expect((await turned('no', 'yes')).gate).toEqual({ verdict: 'pass', stops: [] });
  });
});

test('a database without a policy leaves a snapshot; an instance of a cluster, and what is replaced, leave nothing', () => {
  const of = (Type: string, Properties: Readonly<Record<string, unknown>> = {}) =>
    policyOf({ Type, Properties }, 'DeletionPolicy', null);
  expect(of('AWS::RDS::DBCluster')).toBe('Snapshot');
  expect(of('AWS::RDS::DBInstance')).toBe('Snapshot');
  expect(of('AWS::RDS::DBInstance', { DBClusterIdentifier: 'c' })).toBe('Delete');
  expect(of('AWS::S3::Bucket')).toBe('Delete');
  expect(policyOf({ Type: 'AWS::RDS::DBCluster' }, 'UpdateReplacePolicy', null)).toBe('Delete');
});

describe('the table of stateful types', () => {
  test.each([
    ['buckets', 'AWS::S3::Bucket'],
    ['tables', 'AWS::DynamoDB::Table'],
    ['keys', 'AWS::KMS::Key'],
    ['caches', 'AWS::ElastiCache::ReplicationGroup'],
    ['databases', 'AWS::RDS::DBInstance'],
    ['secrets', 'AWS::SecretsManager::Secret'],
    ['user pools', 'AWS::Cognito::UserPool'],
    ['log groups', 'AWS::Logs::LogGroup'],
    ['file systems', 'AWS::EFS::FileSystem'],
    ['hosted zones', 'AWS::Route53::HostedZone'],
    ['certificates', 'AWS::CertificateManager::Certificate'],
  ])('knows %s, and why', (_, type) => {
    expect(statefulTypes[type]).toMatch(/^(?:its|the) \w/);
  });

  test('holds whatever a template here protects by a policy, but for what is made anew with each change', async () => {
    const files = (await readdir(join(root, 'templates'), { recursive: true })).filter((file) =>
      file.endsWith('.yml'),
    );
    const isProtected = await Promise.all(
      files.map(async (file) => {
        const text = await readFile(join(root, 'templates', file), 'utf8');
        return Object.values(parseTemplate(text, file).body.Resources)
          .filter(
            (resource) => resource.DeletionPolicy !== undefined || resource.UpdateReplacePolicy !== undefined,
          )
          .map((resource) => resource.Type);
      }),
    );
    const types = new Set(isProtected.flat());
    expect(types.size).toBeGreaterThan(5);
    // Made anew with each change, and kept for those that still use the old one: a removal loses nothing but code.
    const renewed = ['AWS::Lambda::LayerVersion', 'AWS::Lambda::Version'];
    expect([...types].filter((type) => !Object.hasOwn(statefulTypes, type)).sort()).toEqual(renewed);
  });
});
