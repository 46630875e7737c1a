import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { log } from '../shared-http/log.ts';
import { credentialSource } from './credential-source.ts';
import { makeJudge } from './credential.ts';
import { viewerRequest } from './handler.ts';

// A viewer request has five seconds in all (CloudFront Developer Guide, "Quotas on Lambda@Edge").
const secrets = new SecretsManagerClient({
  // Wherever the replica runs, the secret lies here.
  region: 'us-east-1',
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 1500 },
});

/** Basic authentication and the rewrite of deep links, as one viewer-request function: a behaviour takes no second one. */
export const handler = viewerRequest({
  credential: credentialSource({
    read: async (secret) =>
      (await secrets.send(new GetSecretValueCommand({ SecretId: secret }))).SecretString,
    now: () => Date.now(),
    onFailure: (reason) => {
      log('error', 'the credential is out of reach', { reason });
    },
  }),
  judge: makeJudge(),
});
