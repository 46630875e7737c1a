import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { asker, clientsOf } from '../../../scripts/conformance/account.ts';
import { findLeftovers } from '../../../scripts/conformance/clean-up.ts';
import { play } from '../../../scripts/conformance/run.ts';
import { scenarios } from '../../../scripts/conformance/scenarios/all.ts';
import type { World } from '../../../scripts/conformance/world.ts';
import { startTestAws, type TestAws } from '../front/local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(120_000);

const account = '111111111111';
const region = 'eu-west-1';
let aws: TestAws;
let world: World;

beforeAll(async () => {
  aws = await startTestAws([account]);
  const { endpoint, proxyUrl, caCertificate } = aws.local;
  world = {
    isLocal: true,
    account,
    region,
    clients: clientsOf({ accessKeyId: account, secretAccessKey: 'root' }, region, endpoint),
    as: (keys) => clientsOf(keys, region, endpoint),
    ask: asker({ HTTPS_PROXY: proxyUrl, HTTP_PROXY: proxyUrl, NODE_EXTRA_CA_CERTS: caCertificate.path }),
    pace: { every: 25, within: 20_000 },
    sleep: (ms) => wait(ms),
    now: () => Date.now(),
    signal: new AbortController().signal,
  };
});
afterAll(() => aws.end());

describe('the local AWS does what every scenario expects, and nothing is left', () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      const { observations, left } = await play(world, scenario, 'slipway-conformance-local');
      expect(observations.filter(({ outcome }) => outcome !== 'same')).toEqual([]);
      expect(observations.length).toBeGreaterThan(3);
      expect(left).toEqual([]);
      expect(await findLeftovers(world)).toEqual({ stacks: [], buckets: [] });
    },
  );
});
