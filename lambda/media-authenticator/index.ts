import * as v from 'valibot';
import {
  address,
  executionName,
  openProvider,
  openTelemetry,
  Redaction,
  required,
  secretsClient,
  step,
  waiting,
} from '../archive-layer/index.ts';
import { authenticator } from './authenticate.ts';

const schema = v.strictObject({ execution: executionName, force: v.optional(v.boolean(), false) });
const redaction = new Redaction();
const telemetry = openTelemetry(redaction);

function open(): ReturnType<typeof authenticator> {
  const { env } = process;
  return authenticator({
    provider: openProvider(required(env, 'PROVIDER'), {
      ...waiting,
      baseUrl: address(env, 'PROVIDER_BASE_URL'),
      fetch,
    }),
    secrets: { api: secretsClient(), redaction },
    credentials: required(env, 'CREDENTIALS_SECRET'),
    accessToken: required(env, 'ACCESS_TOKEN_SECRET'),
    waiting,
  });
}

/**
 * The first step of the archive: `{execution, force?}` → `{provider, expiresAt, refreshed}`. From the environment:
 * `PROVIDER`, `PROVIDER_BASE_URL`, `CREDENTIALS_SECRET`, `ACCESS_TOKEN_SECRET`.
 */
export const handler = step({
  ...telemetry,
  redaction,
  schema,
  open,
  work: async ({ force }, _context, authenticate) => {
    const answer = await authenticate(force);
    telemetry.logger.info(answer.refreshed ? 'the access token is renewed' : 'the access token is good', {
      expires_at: answer.expiresAt,
    });
    telemetry.metrics.addMetric('TokenRefreshed', 'Count', answer.refreshed ? 1 : 0);
    return answer;
  },
});
