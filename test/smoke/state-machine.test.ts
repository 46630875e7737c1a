import { expect, test } from '@jest/globals';
import { silentLogger } from '../../src/runtime/logger.ts';
import { parseSmokeProfile } from '../../src/smoke/parse-profile.ts';
import type { SmokeReport } from '../../src/smoke/report.ts';
import { runSmoke } from '../../src/smoke/run-smoke.ts';
import { stateMachineStandIn, type Ending } from '../fakes/step-functions/state-machine.ts';
import { failures, resultOf } from './run.ts';
import { virtualClock } from './virtual-clock.ts';

const profile = (arn: string) =>
  parseSmokeProfile(
    `title: archive
stateMachine:
  arn: ${arn}
  accepted: '{"mode":"check"}'
  refused: { input: '{"mode":"none"}', error: InvalidInput }
`,
    'smoke.yml',
  );
const nothing = () => Promise.reject(new Error('not asked for'));

async function smoke(
  endingOf: (mode: unknown) => Ending,
  arn?: string,
): Promise<{ report: SmokeReport; executions: readonly { name: string; input: string }[] }> {
  const machine = stateMachineStandIn('eu-west-1', (input) => endingOf((input as { mode?: unknown }).mode));
  const report = await runSmoke({
    profile: profile(arn ?? machine.arn),
    outputs: {},
    environment: { system: 'archive', environment: 'dev', regions: { home: 'eu-west-1', edge: 'us-east-1' } },
    release: null,
    http: machine.http,
    tls: null,
    aws: {
      s3: nothing,
      secretsManager: nothing,
      lambda: nothing,
      credentials: () =>
        Promise.resolve({
          accessKeyId: 'ASIATESTTESTTEST',
          secretAccessKey: 'a-secret',
          sessionToken: 'a-token',
        }),
    },
    clock: virtualClock(),
    logger: silentLogger,
    signal: new AbortController().signal,
  });
  return { report, executions: machine.executions };
}

const refused: Ending = { status: 'FAILED', error: 'InvalidInput', cause: 'mode' };

test('a machine that takes the one input and refuses the other passes, by executions of the run’s name', async () => {
  const { report, executions } = await smoke((mode) =>
    mode === 'check' ? { status: 'SUCCEEDED' } : refused,
  );
  expect(failures(report)).toEqual([]);
  expect(report.results.map(({ id }) => id)).toEqual(['state-machine/runs', 'state-machine/refuses-input']);
  expect(executions.map(({ input }) => input).sort()).toEqual(['{"mode":"check"}', '{"mode":"none"}']);
  for (const { name } of executions) expect(name).toMatch(/^slipway-smoke-[\w-]{1,66}$/);
  expect(JSON.stringify(report)).not.toMatch(/a-secret|a-token|ASIATEST|Signature/);
});

test('a machine that runs on with any input fails the negative', async () => {
  const { report } = await smoke(() => ({ status: 'SUCCEEDED' }));
  expect(failures(report)).toEqual(['state-machine/refuses-input']);
  expect(resultOf(report, 'state-machine/refuses-input').got).toBe('SUCCEEDED');
});

test('a machine that refuses everything fails the positive, and its negative says nothing', async () => {
  const { report } = await smoke(() => refused);
  expect(failures(report)).toContain('state-machine/runs');
  expect(resultOf(report, 'state-machine/runs').got).toBe('FAILED: InvalidInput: mode');
});

test('a refusal by another name is none', async () => {
  const { report } = await smoke((mode) =>
    mode === 'check' ? { status: 'SUCCEEDED' } : { ...refused, error: 'Runtime.ImportModuleError' },
  );
  expect(resultOf(report, 'state-machine/refuses-input').got).toBe('FAILED: Runtime.ImportModuleError: mode');
});

test('an execution that does not end is not waited for for ever', async () => {
  const { report } = await smoke((mode) => (mode === 'check' ? { status: 'RUNNING' } : refused));
  expect(resultOf(report, 'state-machine/runs')).toMatchObject({ outcome: 'failed', got: 'it still runs' });
});

test('a machine that is not there is told by the code of the refusal', async () => {
  const { report } = await smoke(() => refused, 'arn:aws:states:eu-west-1:111111111111:stateMachine:other');
  expect(resultOf(report, 'state-machine/runs').got).toContain(
    'StartExecution was refused: HTTP 400 StateMachineDoesNotExist',
  );
});

test('an input that is no JSON object is refused where it stands', () => {
  expect(() =>
    parseSmokeProfile(
      "title: archive\nstateMachine:\n  arn: a\n  accepted: 'check'\n  refused: { input: '{}', error: InvalidInput }\n",
      'smoke.yml',
    ),
  ).toThrow(/accepted.*is no JSON object/s);
});
