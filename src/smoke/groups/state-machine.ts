import * as v from 'valibot';
import { callAws } from '../aws-call.ts';
import { failed, FixtureError, passed } from '../check.ts';
import type { Check } from '../check.ts';
import { redact } from '../evidence.ts';
import type { Probe } from '../probe.ts';
import type { StateMachineProfile } from '../profile.ts';
import type { SmokeTarget } from '../target.ts';

/** How long an execution may take, in milliseconds: functions start cold after a deployment. */
const patience = 25_000;
const pause = 500;

const started = v.object({ executionArn: v.string() });
/** API_DescribeExecution; `error` and `cause` only of an execution that failed. */
const described = v.object({
  status: v.string(),
  error: v.optional(v.nullable(v.string())),
  cause: v.optional(v.nullable(v.string())),
});
type Execution = v.InferOutput<typeof described>;

/**
 * Starts executions of a state machine and waits for their end. One has an input that touches nothing and succeeds, one has an
 * input that the state machine refuses by an error's name: a machine that refuses everything would pass the second alone.
 */
export function stateMachine(target: SmokeTarget, machine: StateMachineProfile): readonly Check[] {
  const { accepted, refused } = machine;
  return [
    {
      id: 'state-machine/runs',
      group: 'state-machine',
      severity: 'critical',
      pairedWith: null,
      want: 'an execution that touches nothing, and succeeds',
      hint: "usually: a function cannot be loaded or lacks a setting, or the state machine's role may not call it",
      run: async (probe) => {
        const found = await execute(target, machine.arn, { name: 'runs', input: accepted }, probe);
        return found.status === 'SUCCEEDED' ? passed() : failed(told(found));
      },
    },
    {
      id: 'state-machine/refuses-input',
      group: 'state-machine',
      severity: 'major',
      pairedWith: 'state-machine/runs',
      want: `${refused.error} for an input that says nothing`,
      hint: 'usually: an input that is wrong runs on, and fails somewhere else',
      run: async (probe) => {
        const found = await execute(target, machine.arn, { name: 'refuses', input: refused.input }, probe);
        return found.status === 'FAILED' && found.error === refused.error ? passed() : failed(told(found));
      },
    },
  ];
}

async function execute(
  { clock, signal, runId, credentials }: SmokeTarget,
  stateMachineArn: string,
  { name, input }: { readonly name: string; readonly input: string },
  probe: Probe,
): Promise<Execution> {
  const region = stateMachineArn.split(':')[3] ?? '';
  const call = async <T extends v.GenericSchema>(
    operation: string,
    body: Readonly<Record<string, unknown>>,
    schema: T,
  ) => {
    const target = `AWSStepFunctions.${operation}`;
    const answer = await callAws(probe, await credentials(), { service: 'states', region, target, body });
    const read = v.safeParse(schema, answer);
    if (!read.success) throw new FixtureError(`${operation} answered something else`);
    return read.output;
  };
  const start = { stateMachineArn, name: `slipway-smoke-${runId}-${name}`, input };
  const { executionArn } = await call('StartExecution', start, started);
  const since = clock.now();
  for (;;) {
    const found = await call('DescribeExecution', { executionArn }, described);
    if (found.status !== 'RUNNING' || clock.now() - since > patience) return found;
    await clock.sleep(pause, signal);
  }
}

function told({ status, error, cause }: Execution): string {
  const why = [error, cause].filter((each) => each !== undefined && each !== null && each !== '');
  return redact([status === 'RUNNING' ? 'it still runs' : status, ...why].join(': '));
}
