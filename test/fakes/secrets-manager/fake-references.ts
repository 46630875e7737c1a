import type * as Sdk from '@aws-sdk/client-secrets-manager';
import type { ParameterMetadata, ParameterStoreApi, SecretsManagerApi } from '../../../src/aws/apis.ts';
import { FakeSecretsManager } from './fake-secrets-manager.ts';

/** The secrets of an account as a plan may ask for them; asking for a value is a mistake. */
export class FakeSecrets implements SecretsManagerApi {
  readonly store = new FakeSecretsManager();
  /** Secrets that were asked for, oldest first. */
  readonly described: string[] = [];
  /** What the next request fails with. */
  fails: Error | null = null;

  async describeSecret({
    SecretId = '',
  }: Sdk.DescribeSecretCommandInput): Promise<Sdk.DescribeSecretCommandOutput> {
    this.described.push(SecretId);
    await Promise.resolve();
    if (this.fails !== null) throw this.fails;
    const answer = this.store.answer('DescribeSecret', { SecretId });
    const { ARN, VersionIdsToStages, DeletedDate } = answer as {
      readonly ARN: string;
      readonly VersionIdsToStages: Record<string, string[]>;
      readonly DeletedDate?: number;
    };
    const deleted = DeletedDate === undefined ? {} : { DeletedDate: new Date(DeletedDate * 1000) };
    return { $metadata: {}, ARN, VersionIdsToStages, ...deleted };
  }

  getSecretValue(): Promise<Sdk.GetSecretValueCommandOutput> {
    return Promise.reject(new Error('no plan and no deployment reads a value'));
  }
}

/** SSM's parameters without their values. */
export class FakeParameters implements ParameterStoreApi {
  /** Name → version. */
  readonly versions = new Map<string, number>();
  /** The names of each request. */
  readonly asked: (readonly string[])[] = [];

  describeParameters(names: readonly string[]): Promise<readonly ParameterMetadata[]> {
    this.asked.push(names);
    const found = names.filter((name) => this.versions.has(name));
    return Promise.resolve(
      found.map((Name) => ({
        Name,
        ARN: `arn:aws:ssm:eu-west-1:111111111111:parameter/${Name.replace(/^\//, '')}`,
        Version: this.versions.get(Name),
      })),
    );
  }
}
