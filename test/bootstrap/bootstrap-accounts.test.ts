import { describe, expect, test } from '@jest/globals';
import {
  applyBootstrap,
  discardBootstrap,
  planBootstrap,
  type BootstrapOptions,
} from '../../src/bootstrap/bootstrap-accounts.ts';
import type { RegionResult } from '../../src/bootstrap/bootstrap.ts';
import { parseRepository } from '../../src/bootstrap/repository.ts';
import { Accounts, dev, environment, oneTemplate, prod, templates } from './accounts.ts';

const home = 'eu-west-1';
const edge = 'us-east-1';
const execution = 'slipway-bootstrap-execution';
const upkeep = 'slipway-bootstrap-upkeep';
/** Of the home region, in order. */
const all3 = ['slipway-bootstrap', execution, upkeep];
const nothing = ['no-changes', 'no-changes', 'no-changes', 'no-changes'];

async function bootstrap(options: BootstrapOptions): Promise<readonly RegionResult[]> {
  return applyBootstrap(await planBootstrap(options), options);
}

describe('a first time', () => {
  test('makes a stack in each region, two more at home, and says in the home region alone that it is home', async () => {
    const accounts = new Accounts();
    const results = await bootstrap(accounts.options([environment('dev', dev)]));
    expect(results.map(({ region, stack, outcome }) => [region, stack, outcome.kind])).toEqual([
      ...all3.map((stack) => [home, stack, 'succeeded']),
      [edge, 'slipway-bootstrap', 'succeeded'],
    ]);
    expect(accounts.region(dev, home).parameters(execution)).toEqual({ ResourceNames: 'shop' });
    expect(accounts.region(dev, home).parameters(upkeep)).toMatchObject({
      RepositorySubject: 'repo:acme/shop',
    });
    expect(accounts.region(dev, home).parameters()).toMatchObject({
      IsHomeRegion: 'true',
      RepositorySubject: 'repo:acme/shop',
      DeploySubjects: 'repo:acme/shop:environment:shop-dev',
    });
    expect(accounts.region(dev, edge).parameters()).toMatchObject({ IsHomeRegion: 'false' });
  });

  test('the plan shows what is made, and changes nothing', async () => {
    const accounts = new Accounts();
    const options = accounts.options([environment('dev', dev)]);
    const [first] = await planBootstrap(options);
    expect(first).toMatchObject({
      region: home,
      change: {
        kind: 'create',
        resources: [
          { action: 'Add', logicalId: 'Artifacts' },
          { action: 'Add', logicalId: 'Ledger' },
          { action: 'Add', logicalId: 'GitHubProvider' },
          { action: 'Add', logicalId: 'DeployRole' },
          { action: 'Add', logicalId: 'PlanRole' },
        ],
      },
    });
    expect(accounts.region(dev, home).executed).toEqual([]);
    expect(accounts.region(dev, home).statusOf('slipway-bootstrap')).toBe('REVIEW_IN_PROGRESS');
  });

  test('a plan that is not carried out leaves nothing behind', async () => {
    const accounts = new Accounts();
    const options = accounts.options([environment('dev', dev)]);
    await discardBootstrap(await planBootstrap(options), options);
    for (const region of [home, edge]) {
      for (const stack of all3) expect(accounts.region(dev, region).statusOf(stack)).toBeUndefined();
      expect([...accounts.region(dev, region).sets.sets.keys()]).toEqual([]);
    }
  });

  test('where a region fails, the ones after it are left alone', async () => {
    const accounts = new Accounts();
    accounts.region(dev, home).failing.set('GitHubProvider', 'EntityAlreadyExists');
    const results = await bootstrap(accounts.options([environment('dev', dev)]));
    expect(results).toMatchObject([
      { region: home, outcome: { kind: 'failed', cause: { logicalId: 'GitHubProvider' } } },
    ]);
    expect(accounts.region(dev, home).statusOf(execution)).toBeUndefined();
    expect(accounts.region(dev, edge).statusOf('slipway-bootstrap')).toBeUndefined();
  });
});

describe('a second time', () => {
  test('has nothing to change, and leaves no change set', async () => {
    const accounts = new Accounts();
    const options = accounts.options([environment('dev', dev)]);
    await bootstrap(options);
    expect((await bootstrap(options)).map(({ outcome }) => outcome.kind)).toEqual(nothing);
    expect([...accounts.region(dev, home).sets.sets.keys()]).toEqual([]);
    expect(accounts.region(dev, home).executed).toHaveLength(3);
  });

  test('a system that joins is let in beside the others, and the change is shown', async () => {
    const accounts = new Accounts();
    const shop = environment('dev', dev);
    await bootstrap(accounts.options([shop]));
    const leads = environment('dev', dev, { system: 'leads' });
    const [plan, names] = await planBootstrap(accounts.options([leads], { all: [shop, leads] }));
    expect(names?.change).toMatchObject({
      kind: 'update',
      resources: [{ action: 'Modify', logicalId: 'ExecutionRole' }],
      parameters: [{ name: 'ResourceNames', before: 'shop', after: 'leads,shop' }],
    });
    expect(plan?.change).toMatchObject({
      kind: 'update',
      resources: [{ action: 'Modify', logicalId: 'DeployRole' }],
      parameters: [
        {
          name: 'DeploySubjects',
          before: 'repo:acme/shop:environment:shop-dev',
          after: 'repo:acme/shop:environment:leads-dev,repo:acme/shop:environment:shop-dev',
        },
      ],
    });
  });

  test('an environment that comes next is let in to read what has passed', async () => {
    const accounts = new Accounts();
    const [first, next] = [environment('dev', dev), environment('sit', prod)];
    await bootstrap(accounts.options([first]));
    const [plan] = await planBootstrap(accounts.options([first], { all: [first, next] }));
    expect(plan?.change).toMatchObject({
      kind: 'update',
      resources: [{ action: 'Modify', logicalId: 'PlanRole' }],
      parameters: [{ name: 'ProofSubjects', before: '', after: 'repo:acme/shop:environment:shop-sit' }],
    });
  });

  test('the provider that the stack made stays its own, also where it is found as an existing one', async () => {
    const accounts = new Accounts();
    const environments = [environment('dev', dev)];
    await bootstrap(accounts.options(environments));
    const again = await bootstrap(accounts.options(environments, { hasProvider: true }));
    expect(again.map(({ outcome }) => outcome.kind)).toEqual(nothing);
  });

  test('settings and numbers of the repository stay where they are not given', async () => {
    const accounts = new Accounts();
    const environments = [environment('dev', dev)];
    const numbered = parseRepository({ repository: 'acme/shop', repositoryId: '2', ownerId: '1' });
    await bootstrap(
      accounts.options(environments, {
        repository: numbered,
        settings: { EnforceConditionalWrites: 'false' },
      }),
    );
    const again = await bootstrap(accounts.options(environments));
    expect(again.map(({ outcome }) => outcome.kind)).toEqual(nothing);
    expect(accounts.region(dev, home).parameters()).toMatchObject({
      RepositorySubject: 'repo:acme@1/shop@2',
      RepositoryId: '2',
      EnforceConditionalWrites: 'false',
    });
  });

  test('a home region that would move is refused', async () => {
    const accounts = new Accounts();
    await bootstrap(accounts.options([environment('dev', dev)]));
    const moved = environment('dev', dev, { regions: { home: edge, edge } });
    await expect(planBootstrap(accounts.options([moved]))).rejects.toMatchObject({
      code: 'BOOTSTRAP_HOME_MOVED',
    });
    expect(accounts.region(dev, edge).executed).toHaveLength(1);
  });
});

describe('an account that was bootstrapped when all was one stack', () => {
  const numbered = parseRepository({ repository: 'acme/shop', repositoryId: '2', ownerId: '1' });
  async function before(accounts: Accounts): Promise<BootstrapOptions> {
    const environments = [environment('dev', dev)];
    await bootstrap(accounts.options(environments, { templates: oneTemplate, repository: numbered }));
    return accounts.options(environments);
  }

  test('first lets go of what other stacks take over; those are planned once that is done', async () => {
    const accounts = new Accounts();
    const options = await before(accounts);
    const first = await planBootstrap(options);
    expect(first.map(({ region, stack, handsOverTo }) => [region, stack, handsOverTo])).toEqual([
      [home, 'slipway-bootstrap', [execution]],
      [edge, 'slipway-bootstrap', []],
    ]);
    expect(first[0]?.change).toMatchObject({
      kind: 'update',
      resources: [{ action: 'Remove', logicalId: 'ExecutionRole' }],
    });
    expect(accounts.region(dev, home).statusOf(execution)).toBeUndefined();
    await applyBootstrap(first, options);
    const second = await planBootstrap(options);
    expect(second.map(({ stack, change, handsOverTo }) => [stack, change.kind, handsOverTo])).toEqual([
      ['slipway-bootstrap', 'no-changes', []],
      [execution, 'create', []],
      [upkeep, 'create', []],
      ['slipway-bootstrap', 'no-changes', []],
    ]);
    await applyBootstrap(second, options);
    expect((await bootstrap(options)).map(({ outcome }) => outcome.kind)).toEqual(nothing);
  });

  test('keeps buckets and the roles that others admit, and the numbers that were checked', async () => {
    const accounts = new Accounts();
    const options = await before(accounts);
    const [first] = await planBootstrap(options);
    expect(first?.change).toMatchObject({ resources: [{ logicalId: 'ExecutionRole' }] });
    await applyBootstrap(first === undefined ? [] : [first], options);
    await bootstrap(options);
    // though this time nobody said them, and the stack that holds them is not theirs
    expect(accounts.region(dev, home).parameters(upkeep)).toEqual({
      RepositorySubject: 'repo:acme@1/shop@2',
      RepositoryId: '2',
    });
  });

  test('a plan that is not carried out changes nothing', async () => {
    const accounts = new Accounts();
    const options = await before(accounts);
    await discardBootstrap(await planBootstrap(options), options);
    expect(accounts.region(dev, home).executed).toHaveLength(1);
    expect([...accounts.region(dev, home).sets.sets.keys()]).toEqual([]);
  });
});

describe('systems with different home regions in one account', () => {
  const shop = environment('dev', dev);
  const leads = environment('dev', dev, { system: 'leads', regions: { home: edge, edge } });
  const all = [shop, leads];
  const placed = (accounts: Accounts): Readonly<Record<string, readonly (string | undefined)[]>> =>
    Object.fromEntries(
      [home, edge].map((region) => {
        const { IsHomeRegion, IsLedgerRegion } = accounts.region(dev, region).parameters();
        return [region, [IsHomeRegion, IsLedgerRegion]];
      }),
    );

  test('each region has a ledger, and the roles stay where they were made first', async () => {
    for (const [first, second] of [all, all.toReversed()] as const) {
      if (first === undefined || second === undefined) throw new Error('there are two');
      const accounts = new Accounts();
      await bootstrap(accounts.options([first], { all: [first] }));
      await bootstrap(accounts.options([second], { all }));
      const other = first.regions.home === home ? edge : home;
      expect(placed(accounts)).toEqual({
        [first.regions.home]: ['true', 'true'],
        [other]: ['false', 'true'],
      });
      const again = await bootstrap(accounts.options([second, first], { all }));
      expect(again.map(({ outcome }) => outcome.kind)).toEqual(nothing);
    }
  });

  test('who joins is let in where the roles are', async () => {
    const accounts = new Accounts();
    await bootstrap(accounts.options([shop], { all: [shop] }));
    const plans = await planBootstrap(accounts.options([leads], { all }));
    expect(plans.map(({ region }) => region)).toEqual([home, home, home, edge]);
    expect(plans[0]?.change).toMatchObject({ parameters: [{ name: 'DeploySubjects' }] });
    expect(plans[1]?.change).toMatchObject({ parameters: [{ name: 'ResourceNames' }] });
  });

  test('a ledger stays when its system has left', async () => {
    const accounts = new Accounts();
    await bootstrap(accounts.options([shop, leads]));
    await bootstrap(accounts.options([shop]));
    expect(placed(accounts)).toEqual({ [home]: ['true', 'true'], [edge]: ['false', 'true'] });
  });
});

describe('refused before anything is made', () => {
  test('credentials of another account', async () => {
    const accounts = new Accounts();
    accounts.wrong.set('prod', dev);
    const options = accounts.options([environment('dev', dev), environment('prod', prod)]);
    await expect(planBootstrap(options)).rejects.toMatchObject({ code: 'WRONG_ACCOUNT' });
    expect(accounts.touched()).toEqual([]);
  });

  test('a template that is too large to be given inline', async () => {
    const accounts = new Accounts();
    const options = accounts.options([environment('dev', dev)], {
      templates: templates.map((each) => ({ ...each, text: each.text.padEnd(51_201) })),
    });
    await expect(planBootstrap(options)).rejects.toMatchObject({ code: 'BOOTSTRAP_TEMPLATE_SIZE' });
    expect(accounts.region(dev, home).statusOf('slipway-bootstrap')).toBeUndefined();
  });

  test('a template that CloudFormation does not take; what was planned before it goes again', async () => {
    const accounts = new Accounts();
    accounts.region(dev, edge).sets.failures.set('', 'Circular dependency between resources');
    await expect(planBootstrap(accounts.options([environment('dev', dev)]))).rejects.toMatchObject({
      code: 'BOOTSTRAP_REFUSED',
      message: 'CloudFormation refuses slipway-bootstrap in us-east-1: Circular dependency between resources',
    });
    for (const region of [home, edge])
      expect(accounts.region(dev, region).statusOf('slipway-bootstrap')).toBeUndefined();
  });
});
