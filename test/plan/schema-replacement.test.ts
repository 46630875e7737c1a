import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { documentedReplacements } from '../../src/plan/documented-replacements.ts';
import { replacementTable as replacements } from '../../src/plan/replacement-table.ts';
import { schemaReplacement } from '../../src/plan/schema-replacement.ts';
import { statefulTypes } from '../../src/plan/stateful-types.ts';
import { replacementTable, sitePackages } from '../../scripts/replacements/replacement-table.ts';

const root = join(import.meta.dirname, '..', '..');

describe('a changed property replaces', () => {
  test.each([
    ['AWS::S3::Bucket', 'BucketName', 'always'],
    ['AWS::S3::Bucket', 'Tags.0.Value', 'never'],
    ['AWS::S3::Bucket', 'VersioningConfiguration.Status', 'never'],
    ['AWS::DynamoDB::Table', 'KeySchema.0.AttributeName', 'conditional'],
    ['AWS::DynamoDB::Table', 'BillingMode', 'never'],
    ['AWS::EC2::TransitGatewayConnectPeer', 'ConnectPeerConfiguration.BgpConfigurations.3.PeerAsn', 'always'],
    ['AWS::EC2::TransitGatewayConnectPeer', 'ConnectPeerConfiguration', 'always'],
    ['AWS::Lambda::Permission', 'Principal', 'always'],
    ['AWS::ApiGateway::DomainNameAccessAssociation', 'Tags.0.Value', 'always'],
    // by the reference, where the schema is silent
    ['AWS::ElastiCache::ReplicationGroup', 'Engine', 'always'],
    ['AWS::ElastiCache::ReplicationGroup', 'NumNodeGroups', 'conditional'],
    ['AWS::RDS::DBInstance', 'Port', 'always'],
    ['AWS::Route53::RecordSet', 'Name', 'always'],
    ['AWS::EC2::EIP', 'Domain', 'always'],
    ['AWS::CertificateManager::Certificate', 'ValidationMethod', 'always'],
    ['AWS::ElastiCache::ReplicationGroup', 'Port', 'always'],
    ['AWS::ElastiCache::ReplicationGroup', 'CacheNodeType', 'never'],
  ])('%s by %s: %s', (type, path, replacement) => {
    expect(schemaReplacement(type, path)).toBe(replacement);
  });

  test('perhaps, where no schema says it: an unknown type, or one that holds state without saying any', () => {
    expect(schemaReplacement('Custom::Thing', 'Name')).toBe('conditional');
    expect(schemaReplacement('AWS::Nowhere::Thing', 'Name')).toBe('conditional');
    expect(schemaReplacement('AWS::KMS::Key', 'KeySpec')).toBe('conditional');
    expect(schemaReplacement('AWS::KMS::Key', 'Tags')).toBe('never');
    expect(schemaReplacement('AWS::CloudFront::Distribution', 'DistributionConfig.Enabled')).toBe('never');
  });
});

test('the table holds every type that the gate knows, but for those whose services have no schema', async () => {
  const source = await readFile(join(root, 'src/plan/replacement-table.ts'), 'utf8');
  const without = Object.keys(statefulTypes).filter(
    (type) => !new RegExp(`^${type.replace('AWS::', '')}( |$)`, 'm').test(source),
  );
  expect(without).toEqual([]);
});

test('nothing that cloudformation-diff takes for a replacement is none here, for any type of the table', async () => {
  const file = join(import.meta.dirname, 'fixtures/cloudformation-diff-replacements.json');
  const { types } = JSON.parse(await readFile(file, 'utf8')) as {
    types: Record<string, Record<string, 'always' | 'conditional'>>;
  };
  const told = Object.entries(types).flatMap(([type, properties]) =>
    Object.keys(properties).map((path) => ({
      name: `${type} ${path}`,
      ours: schemaReplacement(type, path),
    })),
  );
  expect(told.length).toBeGreaterThan(1000);
  expect(told.filter(({ ours }) => ours === 'never')).toEqual([]);
});

test('what the reference adds is of types that the table has, each property once', () => {
  const lines = (text: string): readonly (readonly string[])[] =>
    text
      .trim()
      .split('\n')
      .map((each) => each.split(' '));
  const types = new Set(lines(replacements).map(([type]) => type));
  const added = lines(documentedReplacements);
  expect(added.length).toBeGreaterThan(30);
  for (const [type = '', ...paths] of added) {
    expect(types).toContain(type);
    expect(paths.length).toBeGreaterThan(0);
    expect(new Set(paths.map((path) => path.replace('?', ''))).size).toBe(paths.length);
    const known = lines(replacements).find(([each]) => each === type) ?? [];
    expect(known.filter((path) => paths.includes(path))).toEqual([]);
  }
});

test('the table is what the schemas of the installed cfn-lint say', async () => {
  const source = await readFile(join(root, 'src/plan/replacement-table.ts'), 'utf8');
  expect(await replacementTable(await sitePackages(root))).toBe(source);
});
