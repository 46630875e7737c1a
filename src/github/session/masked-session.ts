import type { AwsClients, AwsCredentials } from '../../aws/apis.ts';
import type { Session } from '../../deployment/target.ts';
import type { Masks } from '../masks.ts';

/** Masks what makes credentials work. */
export function maskCredentials(credentials: AwsCredentials, masks: Masks): void {
  masks.add(credentials.accessKeyId);
  masks.add(credentials.secretAccessKey);
  masks.add(credentials.sessionToken);
}

/** The same session, whose clients mask every credential and every secret's value before they hand it on. */
export function maskedSession(session: Session, masks: Masks): Session {
  return {
    ...session,
    clients: (environment, role) => maskedClients(session.clients(environment, role), masks),
  };
}

function maskedClients(clients: AwsClients, masks: Masks): AwsClients {
  return {
    ...clients,
    credentials: async () => {
      const credentials = await clients.credentials();
      maskCredentials(credentials, masks);
      return credentials;
    },
    secretsManager: async (region) => {
      const secrets = await clients.secretsManager(region);
      return {
        describeSecret: (input) => secrets.describeSecret(input),
        getSecretValue: async (input) => {
          const answer = await secrets.getSecretValue(input);
          masks.addSecret(answer.SecretString);
          if (answer.SecretBinary !== undefined)
            masks.addSecret(Buffer.from(answer.SecretBinary).toString('utf8'));
          return answer;
        },
      };
    },
  };
}
