import type { AwsCredentials } from '../aws/apis.ts';
import { parseJsonAnswer, refusalCode, signJsonCall, type JsonCall } from '../aws/signed-call.ts';
import { FixtureError } from './check.ts';
import type { Probe } from './probe.ts';

/**
 * One call of an AWS API that speaks JSON 1.0 (Smithy, "AWS JSON 1.0 protocol"), signed with the credentials of the run.
 *
 * @returns the answer's body
 * @throws FixtureError for an answer that is none, or a refusal by its code
 */
export async function callAws(probe: Probe, credentials: AwsCredentials, call: JsonCall): Promise<unknown> {
  const { url, headers, text } = await signJsonCall(call, { credentials, version: '1.0' });
  const answer = await probe.send({ method: 'POST', url, headers, body: new TextEncoder().encode(text) });
  const parsed = parseJsonAnswer(answer.text());
  if (answer.status !== 200) {
    throw new FixtureError(
      `${call.target.split('.').at(-1) ?? call.target} was refused: HTTP ${answer.status} ${refusalCode(parsed)}`,
    );
  }
  return parsed;
}
