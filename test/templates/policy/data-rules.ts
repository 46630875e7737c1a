import { decide, type PolicyDocument } from '../iam.ts';
import { isFedBy, isTrue, items, map, referred, textOf, told, type Rule } from './rule.ts';

const switches = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** What holds data, and what it is encrypted with. */
const stateful = [
  'AWS::DynamoDB::Table',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::KMS::Key',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
];

export const dataRules: readonly Rule[] = [
  {
    name: 'what holds data is encrypted',
    types: ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::ElastiCache::ReplicationGroup', 'AWS::SQS::Queue'],
    check: ({ type, properties }) => {
      switch (type) {
        case 'AWS::S3::Bucket': {
          const [first] = items(map(properties['BucketEncryption'])['ServerSideEncryptionConfiguration']);
          const by = map(map(first)['ServerSideEncryptionByDefault'])['SSEAlgorithm'];
          return told(by !== 'AES256' && by !== 'aws:kms', `SSEAlgorithm is ${String(by)}`);
        }
        case 'AWS::DynamoDB::Table':
          return told(!isTrue(map(properties['SSESpecification'])['SSEEnabled']), 'SSEEnabled is not true');
        case 'AWS::SQS::Queue':
          return told(
            !isTrue(properties['SqsManagedSseEnabled']) && properties['KmsMasterKeyId'] === undefined,
            'neither SqsManagedSseEnabled nor KmsMasterKeyId',
          );
        default:
          return told(!isTrue(properties['AtRestEncryptionEnabled']), 'AtRestEncryptionEnabled is not true');
      }
    },
  },
  {
    name: 'nothing goes over the wire in clear text',
    types: ['AWS::S3::Bucket', 'AWS::ElastiCache::ReplicationGroup', 'AWS::CloudFront::Distribution'],
    check: (bucket, { siblings, all }) => {
      const { type, logicalId, properties } = bucket;
      if (type === 'AWS::ElastiCache::ReplicationGroup')
        return told(!isTrue(properties['TransitEncryptionEnabled']), 'TransitEncryptionEnabled is not true');
      if (type === 'AWS::CloudFront::Distribution') return distribution(map(properties['DistributionConfig']));
      const documents = all
        .filter((each) => each.type === 'AWS::S3::BucketPolicy')
        .filter((policy) => {
          const on = policy.properties['Bucket'];
          const isOwn = siblings.includes(policy) && (referred(on) === logicalId || on === properties['BucketName']);
          return isOwn || isFedBy(on, policy, bucket);
        })
        .map((policy) => policy.properties['PolicyDocument'] as PolicyDocument);
      return ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'].flatMap((action) =>
        told(
          decide(documents, { action, context: { 'aws:SecureTransport': 'false' } }) !== 'denied',
          `${action} is not denied without TLS`,
        ),
      );
    },
  },
  {
    name: 'no bucket is public, and none has access lists',
    types: ['AWS::S3::Bucket'],
    check: ({ properties }) => {
      const block = map(properties['PublicAccessBlockConfiguration']);
      const acl = properties['AccessControl'];
      return [
        ...switches.filter((each) => !isTrue(block[each])).map((each) => `${each} is not true`),
        ...told(acl !== undefined, `AccessControl is ${String(acl)}`),
      ];
    },
  },
  {
    name: 'a bucket keeps versions and cleans up after uploads that were broken off',
    types: ['AWS::S3::Bucket'],
    check: ({ properties }) => {
      const rules = items(map(properties['LifecycleConfiguration'])['Rules']).map(map);
      const aborts = rules.some(
        (rule) => rule['Status'] === 'Enabled' && rule['AbortIncompleteMultipartUpload'] !== undefined,
      );
      return [
        ...told(map(properties['VersioningConfiguration'])['Status'] !== 'Enabled', 'it keeps no versions'),
        ...told(!aborts, 'no rule aborts incomplete multipart uploads'),
      ];
    },
  },
  {
    name: 'what holds data stays in prod, and goes elsewhere',
    types: stateful,
    check: ({ deletionPolicy, updateReplacePolicy }, { environment }) => {
      const wanted = environment === 'prod' ? ['RetainExceptOnCreate', 'Retain'] : ['Delete', 'Delete'];
      const found = [deletionPolicy, updateReplacePolicy].map(String);
      return told(found.join() !== wanted.join(), `${found.join(' and ')}, not ${wanted.join(' and ')}`);
    },
  },
  {
    name: 'a key rotates',
    types: ['AWS::KMS::Key'],
    check: ({ properties }) => told(!isTrue(properties['EnableKeyRotation']), 'EnableKeyRotation is not true'),
  },
  {
    name: 'no template holds a secret',
    types: ['AWS::SecretsManager::Secret'],
    check: ({ properties }) => told(properties['SecretString'] !== undefined, 'it has a SecretString'),
  },
];

/** Amazon CloudFront Developer Guide, "Supported protocols and ciphers". */
function distribution(config: Readonly<Record<string, unknown>>): readonly string[] {
  const behaviours = [config['DefaultCacheBehavior'], ...items(config['CacheBehaviors'])].map(map);
  const policies = behaviours.map((behaviour) => String(behaviour['ViewerProtocolPolicy']));
  const certificate = map(config['ViewerCertificate']);
  const lowest = textOf(certificate['MinimumProtocolVersion']);
  const isOwn = certificate['AcmCertificateArn'] !== undefined;
  return [
    ...policies
      .filter((policy) => policy !== 'https-only' && policy !== 'redirect-to-https')
      .map((policy) => `ViewerProtocolPolicy is ${policy}`),
    ...told(isOwn && !/^TLSv1\.[23]_/.test(lowest), `MinimumProtocolVersion is ${lowest}`),
  ];
}
