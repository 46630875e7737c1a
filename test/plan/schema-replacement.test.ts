import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
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

test('the table is what the schemas of the installed cfn-lint say', async () => {
  const source = await readFile(join(root, 'src/plan/replacement-table.ts'), 'utf8');
  expect(await replacementTable(await sitePackages(root))).toBe(source);
});
