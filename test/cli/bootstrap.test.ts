import { expect, test } from '@jest/globals';
import { repository } from '../bad-input/repository.ts';
import { startAws } from './aws-server.ts';

const given = ['--repository', 'acme/shop'];

test('one set of credentials does not reach two accounts', async () => {
  await using repo = await repository();
  await using aws = await startAws({});
  const { exitCode, out, err } = await repo.run('bootstrap', 'shop', ...given);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).toContain('dev is account 111111111111, sit is account 222222222222');
  expect(err).toContain('[BOOTSTRAP_ACCOUNTS]');
  expect(aws.requests).toEqual([]);
});

test('credentials of another account are asked for nothing else', async () => {
  await using repo = await repository();
  await using aws = await startAws({ account: '999999999999' });
  const { exitCode, err } = await repo.run('bootstrap', 'shop', 'dev', ...given);
  expect(exitCode).toBe(2);
  expect(err).toContain('[WRONG_ACCOUNT]');
  expect(aws.requests).toEqual(['sts GetCallerIdentity']);
});

test('no role of the bootstrap may change the bootstrap', async () => {
  await using repo = await repository();
  await using aws = await startAws({});
  const { exitCode, err } = await repo.run('bootstrap', 'shop', 'dev', '--assume-roles', ...given);
  expect(exitCode).toBe(2);
  expect(err).toContain('[IDENTITY_ADMINISTRATOR]');
  expect(aws.requests).toEqual([]);
});

test.each([
  [['bootstrap', 'shop', 'dev'], '--repository'],
  [['bootstrap', 'shop', 'dev', '--repository', 'acme'], '[BOOTSTRAP_REPOSITORY]'],
  [['bootstrap', 'shop', 'dev', ...given, '--set', 'IsHomeRegion=true'], '[BOOTSTRAP_PARAMETER]'],
  [['bootstrap', 'shop', 'test', ...given], '[ENVIRONMENT_UNKNOWN]'],
  [['bootstrap', 'shops', ...given], '[SYSTEM_UNKNOWN]'],
])('a wrong command line is refused: %j', async (argv, said) => {
  await using repo = await repository();
  const { exitCode, out, err } = await repo.run(...argv);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).toContain(said);
});
