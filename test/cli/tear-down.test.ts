import { expect, test } from '@jest/globals';
import { repository } from '../bad-input/repository.ts';

test('slipway tear-down refuses prod, whoever asks, before anything else', async () => {
  await using repo = await repository();
  const refused = await repo.run('tear-down', 'shop', 'prod', '--confirm', 'shop-prod');
  expect(refused).toEqual({
    exitCode: 2,
    out: '',
    err: ' shop-prod is prod, which is not torn down without a word for it  [TEAR_DOWN_PROD]\n   Next: slipway tear-down shop prod --dry-run, and --even-prod shop-prod if it has to be\n',
  });
  expect((await repo.run('tear-down', 'shop', 'prod', '--even-prod', 'yes')).err).toContain(
    '[TEAR_DOWN_PROD]',
  );
  expect((await repo.run('tear-down', 'shop', 'dev', '--even-prod', 'shop-prod')).err).toContain(
    '--even-prod is for prod, and this is dev  [TEAR_DOWN_PROD]',
  );
});
