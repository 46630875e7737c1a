import { setTimeout as wait } from 'node:timers/promises';
import { asker, clientsOf } from '../../../scripts/conformance/account.ts';
import type { World } from '../../../scripts/conformance/world.ts';
import type { TestAws } from '../front/local.ts';

export const account = '111111111111';
const region = 'eu-west-1';

/** The local AWS as scenarios see it. */
export function localWorld(aws: TestAws): World {
  const { endpoint, proxyUrl, caCertificate } = aws.local;
  return {
    isLocal: true,
    account,
    region,
    clients: clientsOf({ accessKeyId: account, secretAccessKey: 'root' }, region, endpoint),
    as: (keys) => clientsOf(keys, region, endpoint),
    ask: asker({ HTTPS_PROXY: proxyUrl, HTTP_PROXY: proxyUrl, NODE_EXTRA_CA_CERTS: caCertificate.path }),
    pace: { every: 25, within: 30_000 },
    sleep: (ms) => wait(ms),
    now: () => Date.now(),
    signal: new AbortController().signal,
  };
}
