import { expect, test } from '@jest/globals';
import { gitHubEnvironments } from '../../src/bootstrap/github-environments.ts';
import { planAccounts } from '../../src/bootstrap/plan-accounts.ts';
import { parseRepository, subjectPrefix, withDeployedNumbers } from '../../src/bootstrap/repository.ts';
import { parseSettings } from '../../src/bootstrap/stack-parameters.ts';
import { dev, environment, prod } from './accounts.ts';

test('an account is planned once, its home region first, for all who deploy to it', () => {
  const shopDev = environment('dev', dev);
  const shopSit = environment('sit', dev);
  const leads = environment('dev', dev, { system: 'leads' });
  const shopProd = environment('prod', prod);
  expect(planAccounts([shopDev, shopProd], [shopDev, shopSit, shopProd, leads])).toEqual([
    {
      account: dev,
      home: 'eu-west-1',
      regions: ['eu-west-1', 'us-east-1'],
      environments: [shopDev],
      ledgers: ['eu-west-1'],
      deployers: ['leads-dev', 'shop-dev', 'shop-sit'],
      provers: ['shop-prod', 'shop-sit'],
      names: ['leads', 'shop'],
    },
    {
      account: prod,
      home: 'eu-west-1',
      regions: ['eu-west-1', 'us-east-1'],
      environments: [shopProd],
      ledgers: ['eu-west-1'],
      deployers: ['shop-prod'],
      provers: [],
      names: ['shop'],
    },
  ]);
});

test('who comes next after an environment of the account reads there what has passed, and nobody else', () => {
  const [first, second, third] = [dev, '222222222222', prod];
  const shop = [environment('dev', first), environment('sit', second), environment('prod', third)];
  const leads = [
    environment('dev', first, { system: 'leads' }),
    environment('prod', third, { system: 'leads' }),
  ];
  const provers = planAccounts(shop, [...shop, ...leads]).map((account) => account.provers);
  expect(provers).toEqual([['shop-sit'], ['shop-prod'], []]);
});

test('an environment whose home is us-east-1 has one region', () => {
  const regions = { home: 'us-east-1', edge: 'us-east-1' };
  const only = environment('dev', dev, { regions });
  expect(planAccounts([only], [only])[0]?.regions).toEqual(['us-east-1']);
});

test('each home region of an account has a ledger, whoever was asked for', () => {
  const shop = environment('dev', dev);
  const regions = { home: 'us-east-1', edge: 'us-east-1' };
  const leads = environment('dev', dev, { system: 'leads', regions });
  expect(planAccounts([shop], [shop, leads])).toMatchObject([
    { home: 'eu-west-1', ledgers: ['eu-west-1', 'us-east-1'], regions: ['eu-west-1', 'us-east-1'] },
  ]);
  expect(planAccounts([leads], [shop, leads])).toMatchObject([
    { home: 'us-east-1', ledgers: ['eu-west-1', 'us-east-1'], regions: ['us-east-1'] },
  ]);
});

test('names are those of the systems in the account, with what else their resources are called', () => {
  const shop = { ...environment('dev', dev), names: ['cart-role', 'shop'] };
  const elsewhere = { ...environment('prod', prod), names: ['till'] };
  expect(planAccounts([shop], [shop, elsewhere])[0]?.names).toEqual(['cart-role', 'shop']);
});

test('the subject holds the numbers where both are given', () => {
  expect(subjectPrefix(parseRepository({ repository: 'acme/shop' }))).toBe('repo:acme/shop');
  expect(subjectPrefix(parseRepository({ repository: 'acme/shop', repositoryId: '2' }))).toBe(
    'repo:acme/shop',
  );
  expect(subjectPrefix(parseRepository({ repository: 'acme/shop', repositoryId: '2', ownerId: '1' }))).toBe(
    'repo:acme@1/shop@2',
  );
});

test.each([
  [{ repository: 'acme' }],
  [{ repository: 'acme/shop/x' }],
  [{ repository: 'acme/*' }],
  [{ repository: 'acme/shop:environment' }],
  [{ repository: 'acme/shop', repositoryId: 'two' }],
  [{ repository: 'acme/shop', ownerId: '1' }],
])('a repository that is none is refused: %j', (given) => {
  expect(() => parseRepository(given)).toThrow(expect.objectContaining({ code: 'BOOTSTRAP_REPOSITORY' }));
});

test('numbers of another repository are not taken over', () => {
  const shop = parseRepository({ repository: 'acme/shop' });
  const deployed = (RepositorySubject: string, RepositoryId = '') => ({ RepositorySubject, RepositoryId });
  expect(withDeployedNumbers(shop, deployed('repo:acme@1/other@2', '2'))).toEqual(shop);
  expect(withDeployedNumbers(shop, deployed('repo:acme/shop'))).toEqual(shop);
  expect(withDeployedNumbers(shop, deployed('repo:acme/shop', '2'))).toEqual({ ...shop, repositoryId: '2' });
});

test('only the two settings can be set, to true or false', () => {
  expect(parseSettings(['IsApiGatewayLogging=false', 'EnforceConditionalWrites=true'])).toEqual({
    IsApiGatewayLogging: 'false',
    EnforceConditionalWrites: 'true',
  });
  for (const each of ['IsHomeRegion=true', 'IsApiGatewayLogging', 'IsApiGatewayLogging=no', ''])
    expect(() => parseSettings([each])).toThrow(expect.objectContaining({ code: 'BOOTSTRAP_PARAMETER' }));
});

test('at GitHub every environment admits main alone, and reviewers are wanted where somebody approves', () => {
  const system = {
    system: 'shop',
    file: 'params/shop/system.yml',
    description: 'A shop',
    names: [],
    stacks: [],
    site: null,
    smoke: null,
    promotion: { approval: ['prod' as const], rollBackOnSmokeFailure: [] },
    secrets: [],
    switches: [],
  };
  const made = gitHubEnvironments(system, [environment('dev', dev), environment('prod', prod)]);
  expect(made).toMatchObject([
    { name: 'shop-dev', branches: ['main'], needsReviewers: false },
    { name: 'shop-prod', branches: ['main'], needsReviewers: true },
  ]);
  expect(made[1]?.roles.janitor).toBe(`arn:aws:iam::${prod}:role/slipway-janitor`);
});
