import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { staticPlans } from '../../src/source-changes/static-plans.ts';
import { gitRepository, type Edits } from './git-repository.ts';
import { compared, planOf, problemOf } from './static-plan-of.ts';

describe('secrets', () => {
  const secret = 'hunter2-hunter2';
  const withSecret = (value: string, noEcho = true): Edits => ({
    'templates/shop/edge.yml': `Parameters:
  Token: { Type: String${noEcho ? ', NoEcho: true' : ''} }
Resources:
  Logs: { Type: AWS::S3::Bucket }
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Sub 'x-\${Token}' } }
Outputs:
  LogBucket: { Value: !GetAtt Logs.DomainName }
`,
    'params/shop/dev.yml': `account: '111111111111'
regions: { home: eu-west-1 }
values:
  app: { Stage: test }
  edge: { Token: ${value} }
`,
    'params/shop/system.yml': ['region: edge }', 'region: edge }'],
  });

  test.each([
    ['changes', withSecret('other-secret-value')],
    ['is no longer hidden', withSecret('plain-text', false)],
  ])('never show where one %s', async (_name, edits) => {
    const plan = await planOf(edits, { first: withSecret(secret) });
    expect(plan.hasChanges).toBe(true);
    expect(JSON.stringify(plan)).not.toContain(secret);
    expect(JSON.stringify(plan)).not.toContain('other-secret-value');
  });
});

describe('where a side can not be read', () => {
  test('a mistake in the change is the problem of each environment that it touches, with file and line', async () => {
    expect(await problemOf({ 'templates/shop/api.yml': null })).toBe(
      'The nested stack Api names templates/shop/api.yml, which is not there (templates/shop/app.yml line 14)',
    );
    expect(await problemOf({ 'params/shop/dev.yml': 'account: 12' })).toMatch(
      /account.*params\/shop\/dev\.yml line 1/,
    );
    expect(await problemOf({ 'params/shop/dev.yml': null })).toBe('There is no params/shop/dev.yml');
    const entries = await compared(
      { 'params/shop/sit.yml': 'account: 12' },
      { environments: ['dev', 'sit'] },
    );
    expect(entries.map(({ plan }) => plan === null)).toEqual([false, true]);
  });

  test('a base without the system makes all of it new', async () => {
    await using repo = await gitRepository();
    await repo.git('rm', '-rq', '--cached', 'params/shop');
    await repo.git('commit', '-q', '-m', 'without');
    const [entry] = await staticPlans({
      root: repo.root,
      system: 'shop',
      environments: ['dev'],
      base: 'HEAD',
    });
    expect(entry?.plan?.stacks.map(({ stack, outcome }) => [stack, outcome])).toEqual([
      ['edge', 'create'],
      ['app', 'create'],
    ]);
    expect(entry?.plan).toMatchObject({ remarks: [], gate: { verdict: 'pass' } });
  });

  test('a base that is broken makes all of it new, and says so', async () => {
    const text = 'system: shop\nstacks: 7\n';
    const whole = (await import('./git-repository.ts')).sound['params/shop/system.yml'] ?? '';
    const plan = await planOf(
      { 'params/shop/system.yml': whole },
      { first: { 'params/shop/system.yml': text } },
    );
    expect(plan.stacks.map(({ outcome }) => outcome)).toEqual(['create', 'create']);
    expect(plan.remarks).toEqual([expect.stringContaining("The base can't be read, so all counts as new: ")]);
    expect(plan.gate).toMatchObject({
      verdict: 'stop',
      stops: [
        { stack: 'edge', action: 'unseen' },
        { stack: 'app', action: 'unseen' },
      ],
    });
    const one = await planOf(
      {
        'templates/shop/api.yml': (await import('./git-repository.ts')).sound['templates/shop/api.yml'] ?? '',
      },
      { first: { 'templates/shop/api.yml': 'Resources: [' } },
    );
    expect(one.stacks.map(({ outcome }) => outcome)).toEqual(['none', 'create']);
    expect(one.remarks).toEqual([
      expect.stringContaining("app can't be read at the base, so it counts as new: "),
    ]);
    expect(one.gate).toMatchObject({ verdict: 'stop', stops: [{ stack: 'app', action: 'unseen' }] });
  });

  test('a stack that leaves the system, or moves, is told to stay where it is', async () => {
    const moved = await planOf({ 'params/shop/dev.yml': ['eu-west-1', 'af-south-1'] });
    expect(moved.remarks).toEqual([
      'app moves from 111111111111 in eu-west-1 to 111111111111 in af-south-1: what runs at the old place stays there.',
    ]);
    expect(moved.stacks.map(({ outcome }) => outcome)).toEqual(['none', 'create']);
    const left = await planOf(
      { 'params/shop/system.yml': ['  more: { template: templates/docs.yml, region: home }\n', ''] },
      {
        first: {
          'params/shop/system.yml': [
            'stacks:\n',
            'stacks:\n  more: { template: templates/docs.yml, region: home }\n',
          ],
        },
      },
    );
    expect(left.remarks).toEqual([
      'more is no longer part of the system: shop-dev-more stays until somebody deletes it.',
    ]);
  });
});

describe('what is compared', () => {
  test('must be there', async () => {
    await using repo = await gitRepository();
    const of = (base: string, system = 'shop') => staticPlans({ root: repo.root, system, base });
    await expect(of('--help')).rejects.toMatchObject({ code: 'COMMIT_UNKNOWN' });
    await expect(of('1'.repeat(40))).rejects.toMatchObject({
      code: 'COMMIT_ABSENT',
      next: 'git fetch --all',
    });
    await expect(of('HEAD', 'shpo')).rejects.toMatchObject({
      code: 'SYSTEM_UNKNOWN',
      message: 'There is no system shpo; the systems are docs, shop. Did you mean shop?',
    });
    const folder = await mkdtemp(join(tmpdir(), 'slipway-clone-'));
    try {
      await repo.git('clone', '-q', '--depth=1', `file://${repo.root}`, join(folder, 'clone'));
      await expect(
        staticPlans({ root: join(folder, 'clone'), system: 'shop', base: 'HEAD^1' }),
      ).rejects.toMatchObject({
        code: 'COMMIT_ABSENT',
        message: expect.stringContaining('fetch-depth: 2'),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('is the text of files in the repository: a link leads nowhere at the base', async () => {
    await using repo = await gitRepository();
    await rm(join(repo.root, 'templates/shop/edge.yml'));
    await symlink('/etc/passwd', join(repo.root, 'templates/shop/edge.yml'));
    const [entry] = await staticPlans({
      root: repo.root,
      system: 'shop',
      environments: ['dev'],
      base: 'HEAD',
    });
    expect(entry?.plan).toBeNull();
    expect(JSON.stringify(entry)).not.toContain('root:');
  });
});
