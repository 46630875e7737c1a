import type { CloudFormationApi } from '../aws/apis.ts';
import { describeStack } from '../plan/deployed-tree.ts';
import { bootstrapStack, type AccountBootstrap } from './bootstrap.ts';

/**
 * The account with the home region that it has: the region whose stack says so, among all in which it can stand. Roles are
 * not moved because a system with another home region has joined. Nothing is asked where the environments have one home
 * region, nor changed where no stack says so.
 */
export async function withDeployedHome(
  account: AccountBootstrap,
  cloudFormation: (region: string) => Promise<Pick<CloudFormationApi, 'describeStacks'>>,
): Promise<AccountBootstrap> {
  if (account.ledgers.length < 2) return account;
  for (const region of new Set([account.home, ...account.ledgers, ...account.regions])) {
    const stack = await describeStack(await cloudFormation(region), bootstrapStack);
    const isHome = stack?.Parameters?.some(
      ({ ParameterKey, ParameterValue }) => ParameterKey === 'IsHomeRegion' && ParameterValue === 'true',
    );
    if (isHome === true && stack?.StackStatus !== 'REVIEW_IN_PROGRESS') {
      return { ...account, home: region, regions: [...new Set([region, ...account.regions])] };
    }
  }
  return account;
}
