import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { IAM } from '@aws-sdk/client-iam';
import { S3 } from '@aws-sdk/client-s3';
import { STS } from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-providers';
import { fetch } from 'undici';
import { listSystems, loadEnvironments, loadSystem } from '../../src/config/load.ts';
import { UserError } from '../../src/errors/slipway-error.ts';
import type { EnvironmentVariables } from '../../src/runtime/environment-variables.ts';
import { makeDispatcher } from '../../src/session/http.ts';
import type { Clients, Keys, World } from './world.ts';

type Credentials = Keys | (() => Promise<Keys>);

/** Clients of one identity; an endpoint is only for what is not AWS. */
export function clientsOf(credentials: Credentials, region: string, endpoint?: string): Clients {
  const signing = { region, credentials, requestChecksumCalculation: 'WHEN_REQUIRED' as const };
  const config = {
    region,
    credentials,
    retryMode: 'adaptive',
    ...(endpoint === undefined ? {} : { endpoint }),
  };
  return {
    cloudFormation: new CloudFormation(config),
    s3: new S3({ ...config, ...signing, forcePathStyle: endpoint !== undefined }),
    // A signature is over the real host's name, also where requests go elsewhere (AWS_ENDPOINT_URL).
    signer: new S3({ ...signing, endpoint: `https://s3.${region}.amazonaws.com` }),
    iam: new IAM(config),
    sts: new STS(config),
  };
}

/** How to ask an address as anybody could, by HTTPS_PROXY and NODE_EXTRA_CA_CERTS where they are set. */
export function asker(env: EnvironmentVariables): World['ask'] {
  const dispatcher = makeDispatcher(env);
  return async (url, { method = 'GET', headers = {}, body } = {}) => {
    const answer = await fetch(url, {
      method,
      headers,
      dispatcher,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    };
  };
}

export interface AccountWanted {
  readonly profile: string;
  /** The profile's own unless given. */
  readonly region: string | undefined;
  /** The repository, whose prod accounts are refused. */
  readonly root: string;
  readonly env: EnvironmentVariables;
}

export interface Account {
  readonly account: string;
  readonly region: string;
  /** The caller's ARN. */
  readonly caller: string;
  readonly clients: Clients;
  readonly credentials: () => Promise<Keys>;
}

/**
 * Opens the account of a profile, having asked AWS whose it is.
 * @throws UserError CONFORMANCE_PROFILE, CONFORMANCE_REGION, CONFORMANCE_PROD
 */
export async function openAccount({ profile, region, root, env }: AccountWanted): Promise<Account> {
  const provider = fromIni({ profile });
  const credentials = (): Promise<Keys> => provider();
  await credentials().catch((cause: unknown) => {
    throw new UserError(
      'CONFORMANCE_PROFILE',
      `there are no credentials for the profile ${profile}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { next: 'aws configure list-profiles', cause },
    );
  });
  const where = region ?? (await regionOf(profile));
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(where)) {
    throw new UserError(
      'CONFORMANCE_REGION',
      `--region ${where} is not the name of a region, such as eu-west-1`,
    );
  }
  const clients = clientsOf(credentials, where, env['AWS_ENDPOINT_URL']);
  const identity = await clients.sts.getCallerIdentity({}).catch((cause: unknown) => {
    throw new UserError(
      'CONFORMANCE_PROFILE',
      `AWS does not take the credentials of the profile ${profile}: ${cause instanceof Error ? cause.name : String(cause)}`,
      { next: `aws sts get-caller-identity --profile ${profile}`, cause },
    );
  });
  const account = identity.Account ?? '';
  const system = (await prodAccounts(root)).get(account);
  if (system !== undefined) {
    throw new UserError(
      'CONFORMANCE_PROD',
      `the profile ${profile} leads to ${account}, which is prod of ${system}; nothing is tried there`,
      { next: 'a profile of an account that holds nothing of worth' },
    );
  }
  return { account, region: where, caller: identity.Arn ?? '', clients, credentials };
}

async function regionOf(profile: string): Promise<string> {
  try {
    return await new STS({ profile }).config.region();
  } catch (cause) {
    throw new UserError(
      'CONFORMANCE_REGION',
      `the profile ${profile} names no region, and --region is not given`,
      {
        next: `npm run conformance -- --profile ${profile} --region eu-west-1`,
        cause,
      },
    );
  }
}

/** Accounts that a parameter file calls prod, with one system of each. */
async function prodAccounts(root: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of await listSystems(root)) {
    for (const { environment, account } of await loadEnvironments(root, await loadSystem(root, name)))
      if (environment === 'prod') found.set(account, name);
  }
  return found;
}
