import { expect, test } from '@jest/globals';
import { makeClients } from '../../src/aws/clients.ts';
import { startAws } from '../cli/aws-server.ts';

test('a client is made once a region, and asks for credentials when it is used, not before', async () => {
  await using aws = await startAws({ account: '111111111111' });
  let asked = 0;
  const clients = makeClients({
    credentials: () => {
      asked += 1;
      return Promise.resolve({ accessKeyId: '111111111111', secretAccessKey: 'x' });
    },
  });
  const sts = await clients.sts('eu-west-1');
  expect(await clients.sts('eu-west-1')).toBe(sts);
  expect(await clients.sts('us-east-1')).not.toBe(sts);
  expect(await clients.s3('eu-west-1')).not.toBe(sts);
  expect({ asked, requests: aws.requests }).toEqual({ asked: 0, requests: [] });

  expect(await sts.getCallerIdentity({})).toMatchObject({ Account: '111111111111' });
  expect(asked).toBeGreaterThan(0);
  expect(aws.requests).toEqual(['sts GetCallerIdentity']);
});
