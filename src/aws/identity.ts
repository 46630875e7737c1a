import type { CredentialsProvider } from './clients.ts';

/** The roles that the bootstrap makes in each account; a step uses the one that may do just what it does. */
export type RoleName = 'preview' | 'plan' | 'deploy';

/**
 * How a step comes by its credentials.
 * - `ambient`: the SDK's default chain, as it is (a workflow that has configured credentials, a person with a profile).
 * - `assume`: the default chain only serves to assume the role that the step needs.
 * - `web-identity`: an identity token (GitHub's) is exchanged for the role that the step needs.
 */
export type Identity =
  | { readonly kind: 'ambient' }
  | { readonly kind: 'assume' }
  | { readonly kind: 'web-identity'; readonly tokenFile: string };

/** The ARN of one of the bootstrap's roles. */
export function roleArn(account: string, role: RoleName | 'execution'): string {
  return `arn:aws:iam::${account}:role/slipway-${role}`;
}

export interface IdentityTarget {
  readonly account: string;
  readonly region: string;
  readonly role: RoleName;
}

/** The credentials of one step in one account. Packages load when credentials are first asked for. */
export function credentialsFor(identity: Identity, target: IdentityTarget): CredentialsProvider {
  const load = async (): Promise<CredentialsProvider> => {
    const providers = await import('@aws-sdk/credential-providers');
    const clientConfig = { region: target.region };
    switch (identity.kind) {
      case 'ambient':
        return providers.fromNodeProviderChain({ clientConfig });
      case 'assume':
        return providers.fromTemporaryCredentials({
          clientConfig,
          params: { RoleArn: roleArn(target.account, target.role), RoleSessionName: `slipway-${target.role}` },
        });
      case 'web-identity':
        return providers.fromTokenFile({
          clientConfig,
          webIdentityTokenFile: identity.tokenFile,
          roleArn: roleArn(target.account, target.role),
          roleSessionName: `slipway-${target.role}`,
        });
    }
  };
  let provider: Promise<CredentialsProvider> | undefined;
  let current: { readonly value: Awaited<ReturnType<CredentialsProvider>>; readonly until: number } | undefined;
  return async () => {
    if (current && current.until > Date.now()) return current.value;
    provider ??= load();
    const value = await (await provider)();
    const expiration = 'expiration' in value && value.expiration instanceof Date ? value.expiration.getTime() : 0;
    current = { value, until: expiration === 0 ? Number.POSITIVE_INFINITY : expiration - 5 * 60_000 };
    return value;
  };
}
