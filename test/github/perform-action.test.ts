import { expect, test } from '@jest/globals';
import { SlipwayError, UserError, UserErrors } from '../../src/errors/slipway-error.ts';
import { commandsOf, perform, type Step } from '../actions/recorded.ts';

const step = (main: Step['main'], more: Partial<Step> = {}) =>
  perform({ name: 'lint', main, workspace: '/work', ...more });

const failing = (error: Error, more: Partial<Step> = {}) => step(() => Promise.reject(error), more);

test('a user’s mistake is one annotation with place, code and what to do next, and no stack trace', async () => {
  const at = { file: 'params/photos/dev.yml', line: 4, column: 3 };
  const error = new UserError('CONFIG_TYPE', 'account is 12, not 12 digits', { at, next: 'slipway lint' });
  const done = await failing(error, { inputs: { 'working-directory': 'infra' } });
  expect(done.exitCode).toBe(1);
  expect(commandsOf(done.log, 'error')).toEqual([
    {
      properties: { title: 'CONFIG_TYPE', file: 'infra/params/photos/dev.yml', line: '4', col: '3' },
      message: 'account is 12, not 12 digits [CONFIG_TYPE]\nNext: slipway lint',
    },
  ]);
  expect(done.log).not.toMatch(/^\s+at /m);
  expect(done.summary).toContain('### lint failed · `CONFIG_TYPE`');
  expect(done.summary).toContain('Next: `slipway lint`');
});

test('several mistakes are as many annotations', async () => {
  const errors = ['one', 'two'].map((message) => new UserError('CONFIG_TYPE', message));
  const done = await failing(new UserErrors('CONFIG_INVALID', '2 mistakes in dev.yml', errors));
  expect(done.errors).toEqual(['one [CONFIG_TYPE]', 'two [CONFIG_TYPE]']);
  expect(done.log).toContain('2 mistakes in dev.yml\n');
});

test('a mistake of Slipway’s own comes with its stack', async () => {
  const done = await failing(new SlipwayError('EDGE_STALE', 'the edge lags', 'slipway'));
  expect(done.errors[0]).toMatch(/^the edge lags \[EDGE_STALE\]\n\s*SlipwayError: the edge lags\n\s+at /);
});

test('what nobody knows comes with its stack, too', async () => {
  const done = await failing(new TypeError('x is not a function'));
  expect(done.exitCode).toBe(1);
  expect(done.errors[0]).toMatch(/^TypeError: x is not a function\n\s+at /);
});

test('a message with workflow commands in it stays a message', async () => {
  const done = await failing(
    new UserError('CONFIG_TYPE', 'value is "a\n::add-mask::b\n::set-output name=x::y"'),
  );
  expect(done.masks).toEqual([]);
  expect(done.errors).toHaveLength(1);
});

test('a job that was cancelled says that it can be run again, and shows no error', async () => {
  const signal = AbortSignal.abort(new Error('received SIGINT'));
  const done = await failing(new Error('aborted'), { signal });
  expect(done).toMatchObject({ exitCode: 1, errors: [] });
  expect(done.log).toContain('cancelled; run the job again to go on');
});

test('what was said before a failure is not lost', async () => {
  const done = await step((action) => {
    action.output('verdict', 'stop');
    action.summarize('### Plan');
    throw new UserError('GATE_STOPPED', 'the gate stops');
  });
  expect(done.outputs).toEqual({ verdict: 'stop' });
  expect(done.summary).toMatch(/^### Plan\n\n### lint failed/);
});
