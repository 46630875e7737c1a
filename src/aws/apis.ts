import type * as Acm from '@aws-sdk/client-acm';
import type * as CloudFormation from '@aws-sdk/client-cloudformation';
import type * as CloudFront from '@aws-sdk/client-cloudfront';
import type * as Iam from '@aws-sdk/client-iam';
import type * as Lambda from '@aws-sdk/client-lambda';
import type * as S3 from '@aws-sdk/client-s3';
import type * as SecretsManager from '@aws-sdk/client-secrets-manager';
import type * as Sts from '@aws-sdk/client-sts';

/**
 * What Slipway calls of AWS, and nothing more. The SDK's aggregated clients (`CloudFormation`, `S3`, …) satisfy these
 * as they are; so do the stateful stand-ins of `test/fakes`.
 */
export interface CloudFormationApi {
  createChangeSet(
    input: CloudFormation.CreateChangeSetCommandInput,
  ): Promise<CloudFormation.CreateChangeSetCommandOutput>;
  describeChangeSet(
    input: CloudFormation.DescribeChangeSetCommandInput,
  ): Promise<CloudFormation.DescribeChangeSetCommandOutput>;
  deleteChangeSet(
    input: CloudFormation.DeleteChangeSetCommandInput,
  ): Promise<CloudFormation.DeleteChangeSetCommandOutput>;
  executeChangeSet(
    input: CloudFormation.ExecuteChangeSetCommandInput,
  ): Promise<CloudFormation.ExecuteChangeSetCommandOutput>;
  listChangeSets(
    input: CloudFormation.ListChangeSetsCommandInput,
  ): Promise<CloudFormation.ListChangeSetsCommandOutput>;
  describeStacks(
    input: CloudFormation.DescribeStacksCommandInput,
  ): Promise<CloudFormation.DescribeStacksCommandOutput>;
  describeStackEvents(
    input: CloudFormation.DescribeStackEventsCommandInput,
  ): Promise<CloudFormation.DescribeStackEventsCommandOutput>;
  /** Left out by stand-ins that have no events of change sets. */
  describeEvents?(
    input: CloudFormation.DescribeEventsCommandInput,
  ): Promise<CloudFormation.DescribeEventsCommandOutput>;
  /** Left out by stand-ins that have no hooks. */
  describeChangeSetHooks?(
    input: CloudFormation.DescribeChangeSetHooksCommandInput,
  ): Promise<CloudFormation.DescribeChangeSetHooksCommandOutput>;
  describeStackResources(
    input: CloudFormation.DescribeStackResourcesCommandInput,
  ): Promise<CloudFormation.DescribeStackResourcesCommandOutput>;
  listStackResources(
    input: CloudFormation.ListStackResourcesCommandInput,
  ): Promise<CloudFormation.ListStackResourcesCommandOutput>;
  getTemplate(
    input: CloudFormation.GetTemplateCommandInput,
  ): Promise<CloudFormation.GetTemplateCommandOutput>;
  deleteStack(
    input: CloudFormation.DeleteStackCommandInput,
  ): Promise<CloudFormation.DeleteStackCommandOutput>;
  continueUpdateRollback(
    input: CloudFormation.ContinueUpdateRollbackCommandInput,
  ): Promise<CloudFormation.ContinueUpdateRollbackCommandOutput>;
}

/** Whether what stands is as it was deployed. Detection reads resources with the caller's rights, and changes nothing. */
export interface DriftApi {
  detectStackDrift(
    input: CloudFormation.DetectStackDriftCommandInput,
  ): Promise<CloudFormation.DetectStackDriftCommandOutput>;
  describeStackDriftDetectionStatus(
    input: CloudFormation.DescribeStackDriftDetectionStatusCommandInput,
  ): Promise<CloudFormation.DescribeStackDriftDetectionStatusCommandOutput>;
  describeStackResourceDrifts(
    input: CloudFormation.DescribeStackResourceDriftsCommandInput,
  ): Promise<CloudFormation.DescribeStackResourceDriftsCommandOutput>;
  describeStacks(
    input: CloudFormation.DescribeStacksCommandInput,
  ): Promise<CloudFormation.DescribeStacksCommandOutput>;
}

export interface S3Api {
  putObject(input: S3.PutObjectCommandInput): Promise<S3.PutObjectCommandOutput>;
  getObject(input: S3.GetObjectCommandInput): Promise<S3.GetObjectCommandOutput>;
  headObject(input: S3.HeadObjectCommandInput): Promise<S3.HeadObjectCommandOutput>;
  copyObject(input: S3.CopyObjectCommandInput): Promise<S3.CopyObjectCommandOutput>;
  deleteObjects(input: S3.DeleteObjectsCommandInput): Promise<S3.DeleteObjectsCommandOutput>;
  listObjectsV2(input: S3.ListObjectsV2CommandInput): Promise<S3.ListObjectsV2CommandOutput>;
  listObjectVersions(input: S3.ListObjectVersionsCommandInput): Promise<S3.ListObjectVersionsCommandOutput>;
  listBuckets(input: S3.ListBucketsCommandInput): Promise<S3.ListBucketsCommandOutput>;
}

export interface CloudFrontApi {
  createInvalidation(
    input: CloudFront.CreateInvalidationCommandInput,
  ): Promise<CloudFront.CreateInvalidationCommandOutput>;
  getInvalidation(
    input: CloudFront.GetInvalidationCommandInput,
  ): Promise<CloudFront.GetInvalidationCommandOutput>;
  getDistribution(
    input: CloudFront.GetDistributionCommandInput,
  ): Promise<CloudFront.GetDistributionCommandOutput>;
}

export interface SecretsManagerApi {
  getSecretValue(
    input: SecretsManager.GetSecretValueCommandInput,
  ): Promise<SecretsManager.GetSecretValueCommandOutput>;
  describeSecret(
    input: SecretsManager.DescribeSecretCommandInput,
  ): Promise<SecretsManager.DescribeSecretCommandOutput>;
}

/** Parameters of SSM, without their values. */
export interface ParameterStoreApi {
  /** What there is of these names; those that are not there are left out (API_DescribeParameters). */
  describeParameters(names: readonly string[]): Promise<readonly ParameterMetadata[]>;
}

export interface ParameterMetadata {
  readonly Name?: string | undefined;
  readonly ARN?: string | undefined;
  readonly Version?: number | undefined;
}

/** Sets secrets, and puts one of their versions in the place of another. */
export interface SecretStoreApi extends SecretsManagerApi {
  createSecret(
    input: SecretsManager.CreateSecretCommandInput,
  ): Promise<SecretsManager.CreateSecretCommandOutput>;
  putSecretValue(
    input: SecretsManager.PutSecretValueCommandInput,
  ): Promise<SecretsManager.PutSecretValueCommandOutput>;
  updateSecretVersionStage(
    input: SecretsManager.UpdateSecretVersionStageCommandInput,
  ): Promise<SecretsManager.UpdateSecretVersionStageCommandOutput>;
}

export interface StsApi {
  getCallerIdentity(input: Sts.GetCallerIdentityCommandInput): Promise<Sts.GetCallerIdentityCommandOutput>;
}

/** Roles, policies and identity providers as they stand; nothing of it changes anything. */
export interface IamApi {
  getRole(input: Iam.GetRoleCommandInput): Promise<Iam.GetRoleCommandOutput>;
  listRolePolicies(input: Iam.ListRolePoliciesCommandInput): Promise<Iam.ListRolePoliciesCommandOutput>;
  getRolePolicy(input: Iam.GetRolePolicyCommandInput): Promise<Iam.GetRolePolicyCommandOutput>;
  listAttachedRolePolicies(
    input: Iam.ListAttachedRolePoliciesCommandInput,
  ): Promise<Iam.ListAttachedRolePoliciesCommandOutput>;
  getPolicy(input: Iam.GetPolicyCommandInput): Promise<Iam.GetPolicyCommandOutput>;
  getPolicyVersion(input: Iam.GetPolicyVersionCommandInput): Promise<Iam.GetPolicyVersionCommandOutput>;
  listOpenIDConnectProviders(
    input: Iam.ListOpenIDConnectProvidersCommandInput,
  ): Promise<Iam.ListOpenIDConnectProvidersCommandOutput>;
  getOpenIDConnectProvider(
    input: Iam.GetOpenIDConnectProviderCommandInput,
  ): Promise<Iam.GetOpenIDConnectProviderCommandOutput>;
  getAccountSummary(input: Iam.GetAccountSummaryCommandInput): Promise<Iam.GetAccountSummaryCommandOutput>;
}

/** How a bucket is set up, apart from what lies in it. */
export interface BucketSettingsApi {
  headBucket(input: S3.HeadBucketCommandInput): Promise<S3.HeadBucketCommandOutput>;
  getBucketVersioning(
    input: S3.GetBucketVersioningCommandInput,
  ): Promise<S3.GetBucketVersioningCommandOutput>;
  getPublicAccessBlock(
    input: S3.GetPublicAccessBlockCommandInput,
  ): Promise<S3.GetPublicAccessBlockCommandOutput>;
  getBucketPolicy(input: S3.GetBucketPolicyCommandInput): Promise<S3.GetBucketPolicyCommandOutput>;
  getBucketEncryption(
    input: S3.GetBucketEncryptionCommandInput,
  ): Promise<S3.GetBucketEncryptionCommandOutput>;
  getBucketOwnershipControls(
    input: S3.GetBucketOwnershipControlsCommandInput,
  ): Promise<S3.GetBucketOwnershipControlsCommandOutput>;
}

/** How many stacks a region holds, and how many it may. */
export interface StackLimitsApi {
  describeAccountLimits(
    input: CloudFormation.DescribeAccountLimitsCommandInput,
  ): Promise<CloudFormation.DescribeAccountLimitsCommandOutput>;
  listStacks(input: CloudFormation.ListStacksCommandInput): Promise<CloudFormation.ListStacksCommandOutput>;
}

/** Calls a function; and how many executions a region may have at once, and how many are reserved for one function. */
export interface LambdaApi {
  invoke(input: Lambda.InvokeCommandInput): Promise<Lambda.InvokeCommandOutput>;
  getAccountSettings(
    input: Lambda.GetAccountSettingsCommandInput,
  ): Promise<Lambda.GetAccountSettingsCommandOutput>;
  getFunctionConcurrency(
    input: Lambda.GetFunctionConcurrencyCommandInput,
  ): Promise<Lambda.GetFunctionConcurrencyCommandOutput>;
}

/** Certificates as they stand; nothing of it changes anything. */
export interface AcmApi {
  describeCertificate(
    input: Acm.DescribeCertificateCommandInput,
  ): Promise<Acm.DescribeCertificateCommandOutput>;
}

/** Credentials as the SDK hands them around; only signers see them. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The clients of one account with one identity. Each client is made when first used and loads its SDK package then. */
export interface AwsClients {
  cloudFormation(region: string): Promise<CloudFormationApi>;
  drift(region: string): Promise<DriftApi>;
  s3(region: string): Promise<S3Api>;
  /** CloudFront's control plane stands in us-east-1. */
  cloudFront(): Promise<CloudFrontApi>;
  secretsManager(region: string): Promise<SecretsManagerApi>;
  secretStore(region: string): Promise<SecretStoreApi>;
  parameterStore(region: string): Promise<ParameterStoreApi>;
  sts(region: string): Promise<StsApi>;
  /** IAM's control plane stands in us-east-1. */
  iam(): Promise<IamApi>;
  bucketSettings(region: string): Promise<BucketSettingsApi>;
  stackLimits(region: string): Promise<StackLimitsApi>;
  lambda(region: string): Promise<LambdaApi>;
  acm(region: string): Promise<AcmApi>;
  credentials(): Promise<AwsCredentials>;
}
