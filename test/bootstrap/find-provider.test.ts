import { describe, expect, test } from '@jest/globals';
import { applyBootstrap, planBootstrap } from '../../src/bootstrap/bootstrap-accounts.ts';
import { gitHubProviderArn } from '../../src/bootstrap/find-provider.ts';
import { Accounts, dev, environment } from './accounts.ts';

const provider = gitHubProviderArn(dev);

/** The provider's parameter in the home region's plan. */
async function planned(accounts: Accounts, hasProvider = false): Promise<string | undefined> {
  const [plan] = await planBootstrap(accounts.options([environment('dev', dev)], { hasProvider }));
  const change = plan?.change;
  if (change === undefined || change.kind === 'no-changes') return undefined;
  return change.parameters.find(({ name }) => name === 'GitHubOidcProviderArn')?.after;
}

describe('a first time', () => {
  test('the provider that the account has is used without being told of', async () => {
    const accounts = new Accounts();
    accounts.iam(dev).providers.set(provider, ['sts.amazonaws.com']);
    expect(await planned(accounts)).toBe(provider);
    expect(accounts.lines).toEqual([]);
  });

  test('another issuer’s provider is none of GitHub’s', async () => {
    const accounts = new Accounts();
    accounts.iam(dev).providers.set(`arn:aws:iam::${dev}:oidc-provider/gitlab.com`, ['sts.amazonaws.com']);
    expect(await planned(accounts)).toBe('');
  });

  test('where IAM may not be asked it is as it was said', async () => {
    for (const [said, parameter] of [
      [true, provider],
      [false, ''],
    ] as const) {
      const accounts = new Accounts();
      accounts.iam(dev).denied.add('listOpenIDConnectProviders');
      expect(await planned(accounts, said)).toBe(parameter);
    }
  });

  test('a provider that does not admit AWS is used, and warned of with the command that mends it', async () => {
    const accounts = new Accounts();
    accounts.iam(dev).providers.set(provider, ['https://github.com/acme']);
    expect(await planned(accounts)).toBe(provider);
    expect(accounts.lines.join('\n')).toContain(
      `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${provider} --client-id sts.amazonaws.com`,
    );
  });
});

test('a stack that stands is not asked about: the provider that it made is listed and stays its own', async () => {
  const accounts = new Accounts();
  const options = accounts.options([environment('dev', dev)]);
  await applyBootstrap(await planBootstrap(options), options);
  accounts.iam(dev).providers.set(provider, ['sts.amazonaws.com']);
  const again = await planBootstrap(accounts.options([environment('dev', dev)]));
  expect(again.map(({ change }) => change.kind)).toEqual([
    'no-changes',
    'no-changes',
    'no-changes',
    'no-changes',
  ]);
});
