import { MockAgent, type Dispatcher } from 'undici';

/**
 * A stand-in for one state machine behind the API of Step Functions, as far as smoke checks use it. Its spec:
 *
 * 1. Calls come as AWS JSON 1.0, `POST /` with `x-amz-target: AWSStepFunctions.<Operation>`, signed for `states` in the region.
 *    One without a signature is refused (Common Errors, MissingAuthenticationToken; that it is HTTP 400 is assumed).
 * 2. `StartExecution` answers `executionArn`; an unknown machine is `StateMachineDoesNotExist`, a name that was used before
 *    `ExecutionAlreadyExists`, both HTTP 400 (API_StartExecution).
 * 3. `DescribeExecution` answers `RUNNING` the first time, and then how it ended, with `error` and `cause` where it failed
 *    (API_DescribeExecution).
 */
export interface StateMachineStandIn {
  readonly http: Dispatcher;
  readonly arn: string;
  /** Executions in the order they were started. */
  readonly executions: readonly { readonly name: string; readonly input: string }[];
}

export type Ending =
  | { readonly status: 'SUCCEEDED' | 'RUNNING' }
  | { readonly status: 'FAILED'; readonly error: string; readonly cause: string };

export function stateMachineStandIn(
  region: string,
  endingOf: (input: unknown) => Ending,
): StateMachineStandIn {
  const arn = `arn:aws:states:${region}:111111111111:stateMachine:sync-dev`;
  const executions: { name: string; input: string; seen: number }[] = [];
  const http = new MockAgent();
  http.disableNetConnect();
  interface Answer {
    readonly statusCode: number;
    readonly data: object;
  }
  const refusal = (code: string): Answer => ({
    statusCode: 400,
    data: { __type: `com.amazonaws.states#${code}` },
  });

  function answer(operation: string, body: Readonly<Record<string, string>>): Answer {
    if (operation === 'StartExecution') {
      const { stateMachineArn, name = '', input = '' } = body;
      if (stateMachineArn !== arn) return refusal('StateMachineDoesNotExist');
      if (executions.some((each) => each.name === name)) return refusal('ExecutionAlreadyExists');
      executions.push({ name, input, seen: 0 });
      return {
        statusCode: 200,
        data: { executionArn: `${arn.replace('stateMachine', 'execution')}:${name}` },
      };
    }
    const found = executions.find(({ name }) => body['executionArn']?.endsWith(`:${name}`));
    if (operation !== 'DescribeExecution' || found === undefined) return refusal('ExecutionDoesNotExist');
    found.seen += 1;
    const ending = found.seen === 1 ? { status: 'RUNNING' } : endingOf(JSON.parse(found.input));
    return { statusCode: 200, data: ending };
  }

  http
    .get(`https://states.${region}.amazonaws.com`)
    .intercept({ path: '/', method: 'POST' })
    .reply(({ headers, body }): Answer => {
      const sent = new Map(Object.entries(headers as Readonly<Record<string, string>>));
      if (sent.get('authorization')?.includes(`/${region}/states/aws4_request`) !== true)
        return refusal('MissingAuthenticationToken');
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body as unknown as Uint8Array);
      const operation = sent.get('x-amz-target')?.split('.')[1] ?? '';
      return answer(operation, JSON.parse(text) as Readonly<Record<string, string>>);
    })
    .persist();
  return { http, arn, executions };
}
