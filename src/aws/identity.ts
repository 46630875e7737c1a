import { UserError } from '../errors/slipway-error.ts';
import type { CredentialsProvider } from './clients.ts';

/** The roles that the bootstrap makes in each account; a step uses the one that may do just what it does. */
export type RoleName = 'preview' | 'plan' | 'deploy' | 'watch' | 'janitor';

/** Every role of the bootstrap that has a use from outside; CloudFormation takes the last two. */
export type BootstrapRole = RoleName | 'execution' | 'empty-hands';

/**
 * How a step comes by its credentials.
 * - `ambient`: the SDK's default chain as it is, e.g. a workflow's job that has configured them.
 * - `assume`: the default chain only serves to assume the role that the step needs.
 * - `profiles`: a profile of the shared AWS configuration for each step; `pattern` holds `{system}`, `{environment}`,
 *   `{account}` and `{role}`.
 * - `web-identity`: an identity token of the workflow's job is exchanged for the role that the step needs
 *   (API_AssumeRoleWithWebIdentity); a fresh token each time, for they live five minutes.
 */
export type Identity =
  | { readonly kind: 'ambient' }
  | { readonly kind: 'assume' }
  | { readonly kind: 'profiles'; readonly pattern: string }
  | {
      readonly kind: 'web-identity';
      readonly token: () => Promise<string>;
      /** Shown in CloudTrail and in the ledger's ARNs: 2 to 64 of `[\w+=,.@-]`. */
      readonly sessionName: string;
    };

/** The ARN of one of the bootstrap's roles. */
export function roleArn(account: string, role: BootstrapRole): string {
  return `arn:aws:iam::${account}:role/slipway-${role}`;
}

export interface IdentityTarget {
  readonly system: string;
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  /** `administrator`: whoever bootstraps the account, before there is any of the roles, or looks at all of it. */
  readonly role: RoleName | 'administrator';
}

/** The profile that a pattern means for one step. */
export function profileName(pattern: string, target: IdentityTarget): string {
  return pattern.replace(
    /\{(system|environment|account|role)\}/g,
    (_, key: 'system' | 'environment' | 'account' | 'role') => target[key],
  );
}

/**
 * The credentials of one step in one account; packages load when they are first asked for, and what is handed out is kept
 * until five minutes before it expires.
 * @throws UserError IDENTITY_ADMINISTRATOR: no role of the bootstrap may change the bootstrap, or read all of it
 */
export function credentialsFor(identity: Identity, target: IdentityTarget): CredentialsProvider {
  const { role } = target;
  if ((identity.kind === 'assume' || identity.kind === 'web-identity') && role === 'administrator') {
    throw new UserError(
      'IDENTITY_ADMINISTRATOR',
      '--assume-roles takes the roles that the bootstrap makes; none of them may change the bootstrap, or read all that the doctor looks at',
      {
        next: 'leave it out, with the credentials of the account’s administrator (the doctor does with those of anybody who may read), or give --profiles',
      },
    );
  }
  const load = async (): Promise<CredentialsProvider> => {
    if (identity.kind === 'web-identity') return webIdentityProvider(identity, target, role as RoleName);
    const providers = await import('@aws-sdk/credential-providers');
    const clientConfig = { region: target.region };
    switch (identity.kind) {
      case 'ambient':
        return providers.fromNodeProviderChain({ clientConfig });
      case 'assume':
        return providers.fromTemporaryCredentials({
          clientConfig,
          params: {
            RoleArn: roleArn(target.account, role as RoleName),
            RoleSessionName: `slipway-${role}`,
          },
        });
      case 'profiles':
        return providers.fromIni({ clientConfig, profile: profileName(identity.pattern, target) });
    }
  };
  let provider: Promise<CredentialsProvider> | undefined;
  let current:
    { readonly value: Awaited<ReturnType<CredentialsProvider>>; readonly until: number } | undefined;
  return async () => {
    if (current && current.until > Date.now()) return current.value;
    provider ??= load();
    const value = await (await provider)();
    const expiration =
      'expiration' in value && value.expiration instanceof Date ? value.expiration.getTime() : null;
    current = { value, until: expiration === null ? Number.POSITIVE_INFINITY : expiration - 5 * 60_000 };
    return value;
  };
}

/**
 * Exchanges a token for the role's credentials. By the client itself, not by `fromWebToken`: its package brings all of the
 * SDK's default chain, half a megabyte that no action needs.
 */
async function webIdentityProvider(
  { token, sessionName }: Extract<Identity, { kind: 'web-identity' }>,
  { account, region }: IdentityTarget,
  role: RoleName,
): Promise<CredentialsProvider> {
  const { STS } = await import('@aws-sdk/client-sts');
  const sts = new STS({ region });
  return async () => {
    const { Credentials: given } = await sts.assumeRoleWithWebIdentity({
      RoleArn: roleArn(account, role),
      RoleSessionName: sessionName,
      WebIdentityToken: await token(),
    });
    if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined)
      throw new Error('STS answered AssumeRoleWithWebIdentity without credentials');
    return {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      ...(given.SessionToken === undefined ? {} : { sessionToken: given.SessionToken }),
      ...(given.Expiration === undefined ? {} : { expiration: given.Expiration }),
    };
  };
}
