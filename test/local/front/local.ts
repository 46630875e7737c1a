import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormation, type DescribeChangeSetOutput, type Stack } from '@aws-sdk/client-cloudformation';
import { S3 } from '@aws-sdk/client-s3';
import { ProxyAgent, type Dispatcher } from 'undici';
import { startLocalAws, type LocalAws } from '../../../local/local-aws.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';

export const python = join(import.meta.dirname, '../../../.venv/bin/python');
export const home = 'eu-west-1';

/** A local AWS for one test file, with clients that act as root of an account. */
export interface TestAws {
  readonly local: LocalAws;
  /** Sends requests for real host names to the front and trusts its authority. */
  readonly network: Dispatcher;
  cloudFormation(account: string, region?: string): CloudFormation;
  s3(account: string, region?: string): S3;
  end(): Promise<void>;
}

export async function startTestAws(
  accounts: readonly string[],
  options: { readonly placeholders?: boolean } = {},
): Promise<TestAws> {
  const stateDir = mkdtempSync(join(tmpdir(), 'slipway-local-'));
  const local = await startLocalAws({ stateDir, accounts, python, logger: silentLogger, ...options });
  const network = new ProxyAgent({ uri: local.proxyUrl, requestTls: { ca: local.caCertificate.pem } });
  const config = (account: string, region = home) => ({
    endpoint: local.endpoint,
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'root' },
  });
  return {
    local,
    network,
    cloudFormation: (account, region) => new CloudFormation(config(account, region)),
    s3: (account, region) => new S3(config(account, region)),
    end: async () => {
      await network.close();
      await local.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

/** Waits for something that happens soon; rejects after ten seconds. */
export async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Nothing happened within ten seconds.');
}

export function settled(client: CloudFormation, name: string): Promise<Stack> {
  return eventually(async () => {
    const stack = (await client.describeStacks({ StackName: name })).Stacks?.[0];
    return stack?.StackStatus?.endsWith('_IN_PROGRESS') === true ? undefined : stack;
  });
}

/** The change set once it is final, with property values. */
export function described(client: CloudFormation, id: string): Promise<DescribeChangeSetOutput> {
  return eventually(async () => {
    const set = await client.describeChangeSet({ ChangeSetName: id, IncludePropertyValues: true });
    return set.Status === 'CREATE_COMPLETE' || set.Status === 'FAILED' ? set : undefined;
  });
}
