import { describe, expect, test } from '@jest/globals';
import { account, DoctorWorld, only, troubles } from './world.ts';

const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
/** Changing a policy on purpose. */
function without(fields: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}

const subject = 'token.actions.githubusercontent.com:sub';

interface Trust {
  Statement: {
    Sid: string;
    Principal: Record<string, unknown>;
    Action?: string;
    Effect?: string;
    Condition: Record<string, Record<string, unknown>>;
  }[];
}

/** Changes a copy of a role's trust policy. */
function trust(world: DoctorWorld, role: string, change: (trust: Trust) => void): void {
  const copy = structuredClone(world.role(role).trust) as Trust;
  change(copy);
  world.role(role).trust = copy;
}

function condition({ Statement }: Trust): Record<string, Record<string, unknown>> {
  return Statement[0]?.Condition ?? {};
}

function equals(of: Trust): Record<string, unknown> {
  return condition(of)['StringEquals'] ?? {};
}

describe('who may take a role', () => {
  test.each<[string, (trust: Trust) => void, string]>([
    [
      'another repository’s environment',
      (of) => {
        equals(of)[subject] = ['repo:acme/shop:environment:shop-dev', 'repo:evil/shop:environment:shop-dev'];
      },
      'it lets in repo:evil/shop:environment:shop-dev',
    ],
    [
      'a pattern',
      (of) => {
        condition(of)['StringEquals'] = without(equals(of), subject);
        condition(of)['StringLike'] = { [subject]: 'repo:acme/shop:*' };
      },
      'it lets in repo:acme/shop:* (StringLike)',
    ],
    [
      'no subject at all',
      (of) => {
        condition(of)['StringEquals'] = without(equals(of), subject);
      },
      'it lets in every repository at GitHub',
    ],
    [
      'a user',
      (of) => {
        of.Statement.push({
          Sid: 'Ada',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:user/ada` },
          Action: 'sts:AssumeRole',
          Condition: {},
        });
      },
      `it lets in AWS arn:aws:iam::${account}:user/ada`,
    ],
    [
      'everybody',
      (of) => {
        of.Statement.push({
          Sid: 'All',
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: 'sts:AssumeRole',
          Condition: {},
        });
      },
      'it lets in everybody',
    ],
    [
      'another provider',
      (of) => {
        const [statement] = of.Statement;
        if (statement) statement.Principal = { Federated: [provider, 'cognito-identity.amazonaws.com'] };
      },
      'it lets in Federated cognito-identity.amazonaws.com',
    ],
    [
      'the wrong environment',
      (of) => {
        equals(of)[subject] = 'repo:acme/shop:environment:shop-prod';
      },
      'it lets in repo:acme/shop:environment:shop-prod; it does not let in repo:acme/shop:environment:shop-dev',
    ],
    [
      'another audience',
      (of) => {
        delete equals(of)['token.actions.githubusercontent.com:aud'];
      },
      'Environments: Condition lacks StringEquals token.actions.githubusercontent.com:aud',
    ],
    [
      'any branch',
      (of) => {
        delete condition(of)['StringEqualsIfExists']?.['token.actions.githubusercontent.com:ref'];
      },
      'Environments: Condition lacks StringEqualsIfExists token.actions.githubusercontent.com:ref',
    ],
    [
      'the number of another repository',
      (of) => {
        condition(of)['StringEqualsIfExists'] = {
          'token.actions.githubusercontent.com:ref': 'refs/heads/main',
          'token.actions.githubusercontent.com:repository_id': '3',
        };
      },
      'Environments: Condition StringEqualsIfExists token.actions.githubusercontent.com:repository_id has 3 beside; Environments: Condition StringEqualsIfExists token.actions.githubusercontent.com:repository_id lacks 2',
    ],
  ])('%s', async (_, change, found) => {
    const world = new DoctorWorld();
    trust(world, 'slipway-deploy', change);
    const diagnosis = await world.diagnose();
    expect(troubles(diagnosis).map(({ id, where }) => [id, where])).toEqual([
      ['role-trust', 'slipway-deploy'],
    ]);
    expect(only(diagnosis, 'role-trust', 'slipway-deploy')).toMatchObject({
      state: 'wrong',
      found,
      wanted: 'repo:acme/shop:environment:shop-dev',
      next: expect.stringMatching(
        /^aws iam update-assume-role-policy --role-name slipway-deploy --policy-document '\{.*shop-dev.*\}'$/,
      ),
    });
  });

  test('the same policy written another way is the same', async () => {
    const world = new DoctorWorld();
    trust(world, 'slipway-deploy', (of) => {
      const [statement] = of.Statement;
      if (!statement) return;
      statement.Sid = 'Renamed';
      statement.Principal = { Federated: [provider] };
      equals(of)[subject] = 'repo:acme/shop:environment:shop-dev';
      statement.Condition = Object.fromEntries(
        Object.entries(statement.Condition)
          .reverse()
          .map(([operator, keys]) => [
            operator,
            Object.fromEntries(Object.entries(keys).map(([key, value]) => [key.toUpperCase(), value])),
          ]),
      );
    });
    expect(troubles(await world.diagnose())).toEqual([]);
  });

  test('where the stack itself is of another version, the bootstrap comes first', async () => {
    const world = new DoctorWorld();
    world.stack('eu-west-1').template = 'Resources: {}';
    trust(world, 'slipway-plan', (of) => {
      condition(of)['StringEquals'] = without(equals(of), subject);
    });
    expect(only(await world.diagnose(), 'role-trust', 'slipway-plan')).toMatchObject({
      state: 'wrong',
      next: 'slipway bootstrap shop dev --repository acme/shop',
    });
  });

  test('one that can’t be read is not known', async () => {
    const world = new DoctorWorld();
    world.role('slipway-plan').trust = undefined;
    expect(only(await world.diagnose(), 'role-trust', 'slipway-plan')).toMatchObject({ state: 'unknown' });
  });
});

describe('what a role may do', () => {
  test.each<[string, (world: DoctorWorld) => void, string, string]>([
    [
      'a managed policy beside',
      (world) =>
        void world.role('slipway-preview').attached.add('arn:aws:iam::aws:policy/AdministratorAccess'),
      'it has one more policy, arn:aws:iam::aws:policy/AdministratorAccess',
      'aws iam detach-role-policy --role-name slipway-preview --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
    ],
    [
      'an inline policy beside',
      (world) => void world.role('slipway-preview').inline.set('more', { Statement: [] }),
      'it has one more policy, more',
      'aws iam delete-role-policy --role-name slipway-preview --policy-name more',
    ],
    [
      'a managed policy less',
      (world) => {
        world.role('slipway-preview').attached.clear();
      },
      `arn:aws:iam::${account}:policy/slipway-planning is not attached`,
      `aws iam attach-role-policy --role-name slipway-preview --policy-arn arn:aws:iam::${account}:policy/slipway-planning`,
    ],
    [
      'an inline policy less',
      (world) => {
        world.role('slipway-preview').inline.clear();
      },
      'its policy make-change-sets is missing',
      "aws iam put-role-policy --role-name slipway-preview --policy-name make-change-sets --policy-document '{",
    ],
    [
      'an inline policy with more in it',
      (world) => {
        const { inline } = world.role('slipway-preview');
        const changed = structuredClone(inline.get('make-change-sets')) as {
          Statement: { Action: unknown }[];
        };
        if (changed.Statement[0]) changed.Statement[0].Action = ['cloudformation:*'];
        inline.set('make-change-sets', changed);
      },
      'make-change-sets: the statement PreviewChangeSets differs: Action has cloudformation:* beside, Action lacks cloudformation:createchangeset, cloudformation:deletechangeset',
      "aws iam put-role-policy --role-name slipway-preview --policy-name make-change-sets --policy-document '{",
    ],
  ])('%s', async (_, spoil, found, next) => {
    const world = new DoctorWorld();
    spoil(world);
    const diagnosis = await world.diagnose();
    expect(troubles(diagnosis)).toHaveLength(1);
    const check = only(diagnosis, 'role-policies', 'slipway-preview');
    expect(check).toMatchObject({ state: 'wrong', found });
    expect(check.next?.startsWith(next)).toBe(true);
  });

  test('policies on a further page count as well', async () => {
    const world = new DoctorWorld();
    const { inline } = world.role('slipway-preview');
    for (let each = 0; each < 150; each++) inline.set(`more-${each}`, { Statement: [] });
    expect(only(await world.diagnose(), 'role-policies', 'slipway-preview').found).toContain('more-149');
  });

  test('only the default version of a managed policy counts', async () => {
    const world = new DoctorWorld();
    const policy = world.iam.policies.get(`arn:aws:iam::${account}:policy/slipway-execution-boundary`);
    policy?.versions.set('v2', { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
    expect(troubles(await world.diagnose())).toEqual([]);
    if (policy) policy.defaultVersion = 'v2';
    expect(only(await world.diagnose(), 'managed-policy', 'slipway-execution-boundary')).toMatchObject({
      state: 'wrong',
      found: expect.stringContaining('there is one more statement, Allow * on *'),
      next: expect.stringContaining('aws iam create-policy-version'),
    });
  });
});

describe('the boundary', () => {
  test('that the execution role lost', async () => {
    const world = new DoctorWorld();
    world.role('slipway-execution').boundary = null;
    const diagnosis = await world.diagnose();
    expect(troubles(diagnosis)).toHaveLength(1);
    expect(only(diagnosis, 'role-boundary', 'slipway-execution')).toMatchObject({
      state: 'wrong',
      found: 'no permissions boundary',
      next: `aws iam put-role-permissions-boundary --role-name slipway-execution --permissions-boundary arn:aws:iam::${account}:policy/slipway-execution-boundary`,
    });
  });

  test('that another role has been given is told, as it may stop it', async () => {
    const world = new DoctorWorld();
    world.role('slipway-deploy').boundary = `arn:aws:iam::${account}:policy/company`;
    expect(troubles(await world.diagnose())).toMatchObject([
      { id: 'role-boundary', where: 'slipway-deploy', state: 'warning' },
    ]);
  });
});

test('a role that is gone, with the change set that brings it back', async () => {
  const world = new DoctorWorld();
  world.iam.roles.delete('slipway-janitor');
  const diagnosis = await world.diagnose();
  expect(troubles(diagnosis)).toHaveLength(1);
  expect(only(diagnosis, 'role', 'slipway-janitor')).toMatchObject({
    state: 'wrong',
    found: 'there is no such role',
    next: expect.stringContaining('--deployment-mode REVERT_DRIFT'),
  });
});

describe('what may not be read is not known', () => {
  test.each([
    ['getRole', 'role'],
    ['listRolePolicies', 'role-policies'],
    ['getRolePolicy', 'role-policies'],
    ['listAttachedRolePolicies', 'role-policies'],
    ['getPolicy', 'managed-policy'],
    ['getPolicyVersion', 'managed-policy'],
  ] as const)('%s', async (operation, id) => {
    const world = new DoctorWorld();
    world.iam.denied.add(operation);
    const diagnosis = await world.diagnose();
    const told = troubles(diagnosis);
    expect(diagnosis.isHealthy).toBe(false);
    expect([...new Set(told.map((check) => `${check.id} ${check.state}`))]).toEqual([`${id} unknown`]);
    expect(told[0]?.found).toContain('not authorized');
    expect(told[0]?.next).toContain('needed to read it');
  });
});
