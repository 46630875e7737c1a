import { guardAccount } from '../aws/account-guard.ts';
import type { AwsClients } from '../aws/apis.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import type { StackEvent } from '../stacks/stack-event.ts';
import { applyRegion } from './apply-region.ts';
import type {
  AccountBootstrap,
  BootstrapTemplate,
  RegionChange,
  RegionPlan,
  RegionResult,
} from './bootstrap.ts';
import { withDeployedHome } from './deployed-home.ts';
import { findProvider } from './find-provider.ts';
import { discardChange, planRegion } from './plan-region.ts';
import type { Repository } from './repository.ts';
import { stackParameters, takenBy, type Settings } from './stack-parameters.ts';
import { takesOver } from './takes-over.ts';

/** What the steps act with: the credentials of each account's administrator. */
export interface BootstrapSession {
  clients(environment: EnvironmentDefinition): AwsClients;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal?: AbortSignal | undefined;
}

/** Where, and with which credentials. */
export interface BootstrapPlace {
  /** From `planAccounts`. */
  readonly accounts: readonly AccountBootstrap[];
  readonly session: BootstrapSession;
}

export interface BootstrapOptions extends BootstrapPlace {
  readonly repository: Repository;
  readonly settings: Settings;
  /** Said of the accounts: they have GitHub's OIDC provider already. What IAM lists is found without it. */
  readonly hasProvider: boolean;
  /** In the order of `bootstrapStacks`. */
  readonly templates: readonly BootstrapTemplate[];
}

/**
 * Plans every stack in every region of every account; nothing but change sets is made, and where planning fails they are
 * removed again. Where a plan hands over to other stacks (`handsOverTo`), those are planned by asking again once it is carried
 * out.
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT before anything else; and what `planRegion` throws
 */
export async function planBootstrap(options: BootstrapOptions): Promise<readonly RegionPlan[]> {
  const { accounts, session } = options;
  for (const { environments } of accounts) {
    for (const environment of environments) {
      const sts = await session.clients(environment).sts(environment.regions.home);
      await guardAccount(sts, environment);
    }
  }
  const plans: RegionPlan[] = [];
  try {
    for (const planned of accounts) {
      const account = await withDeployedHome(planned, (region) => apiOf(planned, region, session));
      for (const region of account.regions) {
        for await (const plan of planStacks(account, region, options)) plans.push(plan);
      }
    }
  } catch (error) {
    await discardBootstrap(plans, options);
    throw error;
  }
  return plans;
}

/** Plans the stacks of one region, one after the other, up to one that hands over to those behind it. */
async function* planStacks(
  account: AccountBootstrap,
  region: string,
  options: BootstrapOptions,
): AsyncGenerator<RegionPlan> {
  const { repository, settings, session } = options;
  const api = await apiOf(account, region, session);
  const templates = options.templates.filter(({ isHomeOnly }) => !isHomeOnly || region === account.home);
  // what is known of the stacks before: who may deploy is asked of the first one alone, and holds for all
  let known: Readonly<Record<string, string>> | null = null;
  for (const [index, template] of templates.entries()) {
    const change: RegionChange = await planRegion({
      api,
      template,
      region,
      parameters: async (own) => {
        if (own !== null) known = { ...known, ...own };
        const deployed = known;
        // who owns the provider of a stack that stands is known: its parameter says so
        const hasProvider =
          options.hasProvider || (deployed === null && (await hasListedProvider(account, session)));
        const all = stackParameters({ account, region, repository, settings, hasProvider, deployed });
        return takenBy(template, all);
      },
      clock: session.clock,
      logger: session.logger,
      signal: session.signal,
    });
    const handsOverTo = takesOver(change, templates.slice(index + 1));
    yield { account: account.account, region, stack: template.stack, change, handsOverTo };
    if (handsOverTo.length > 0) return;
  }
}

/** Removes the change sets of a plan that is not carried out, and the stacks that exist for them alone. */
export async function discardBootstrap(
  plans: readonly RegionPlan[],
  { accounts, session }: BootstrapPlace,
): Promise<void> {
  for (const { account, region, stack, change } of plans) {
    const api = await apiOf(accountOf(account, accounts), region, session);
    await discardChange(api, change).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      session.logger.warn(`${account} ${region}: the change set of ${stack} was not removed: ${reason}`);
    });
  }
}

/** Carries a plan out, stack after stack and region after region, home regions first; stops after the first failure. */
export async function applyBootstrap(
  plans: readonly RegionPlan[],
  { accounts, session }: BootstrapPlace,
  onEvent: (plan: RegionPlan, event: StackEvent) => void = () => undefined,
): Promise<readonly RegionResult[]> {
  const results: RegionResult[] = [];
  for (const [index, plan] of plans.entries()) {
    const { account, region, stack, change } = plan;
    const outcome = await applyRegion({
      api: await apiOf(accountOf(account, accounts), region, session),
      stack,
      change,
      clock: session.clock,
      logger: session.logger,
      onEvent: (event) => {
        onEvent(plan, event);
      },
      signal: session.signal,
    });
    results.push({ account, region, stack, outcome });
    if (outcome.kind === 'failed') {
      await discardBootstrap(plans.slice(index + 1), { accounts, session });
      break;
    }
  }
  return results;
}

/** False where IAM may not be asked, too. */
async function hasListedProvider(
  { account, environments }: AccountBootstrap,
  session: BootstrapSession,
): Promise<boolean> {
  const [environment] = environments;
  if (environment === undefined) return false;
  const iam = await session.clients(environment).iam();
  return (await findProvider(iam, account, session.logger)) === true;
}

async function apiOf(
  { environments }: AccountBootstrap,
  region: string,
  session: BootstrapSession,
): ReturnType<AwsClients['cloudFormation']> {
  const [environment] = environments;
  if (environment === undefined) throw new TypeError('An account without environments was planned.');
  return session.clients(environment).cloudFormation(region);
}

function accountOf(account: string, accounts: readonly AccountBootstrap[]): AccountBootstrap {
  const found = accounts.find((each) => each.account === account);
  if (found === undefined) throw new TypeError(`Account ${account} was not planned.`);
  return found;
}
