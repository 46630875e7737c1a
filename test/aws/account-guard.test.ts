import { describe, expect, test } from '@jest/globals';
import { guardAccount } from '../../src/aws/account-guard.ts';
import type { StsApi } from '../../src/aws/apis.ts';

const dev = { account: '111111111111', environment: 'dev', file: 'params/shop/dev.yml' };

function answering(answer: object | Error): StsApi {
  return {
    getCallerIdentity: () =>
      answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ $metadata: {}, ...answer }),
  };
}

describe('the account guard', () => {
  test('lets the environment’s own account through and says who it is', async () => {
    const Arn = 'arn:aws:sts::111111111111:assumed-role/slipway-deploy/run-7';
    expect(await guardAccount(answering({ Account: '111111111111', Arn }), dev)).toEqual({
      account: '111111111111',
      arn: Arn,
    });
  });

  test.each([{ Account: '222222222222' }, { Account: '11111111111' }, {}])(
    'stops for %j, naming both accounts and the file',
    async (answer) => {
      await expect(guardAccount(answering(answer), dev)).rejects.toMatchObject({
        code: 'WRONG_ACCOUNT',
        blame: 'user',
        message: expect.stringMatching(/, but dev is account 111111111111 \(params\/shop\/dev\.yml\)$/),
      });
    },
  );

  test('tells expired credentials by the words of STS', async () => {
    const expired = Object.assign(new Error('The security token included in the request is expired'), {
      name: 'ExpiredTokenException',
    });
    await expect(guardAccount(answering(expired), dev)).rejects.toMatchObject({
      code: 'NO_CREDENTIALS',
      message: 'no usable AWS credentials for dev: The security token included in the request is expired',
      cause: expired,
    });
  });
});
