import { describe, expect, test } from '@jest/globals';
import { exitCodeFor, exitCodes } from '../../src/cli/exit-codes.ts';
import { printError } from '../../src/cli/print-error.ts';
import { SlipwayError, UserError, UserErrors } from '../../src/errors/slipway-error.ts';
import { recordedIo, slipway } from './record.ts';

function printed(
  error: unknown,
  signal = new AbortController().signal,
): { code: number; err: string; out: string } {
  const { io, written } = recordedIo({ signal });
  return { code: printError(error, io), ...written };
}

describe('help', () => {
  test('lists every exit code', async () => {
    const { exitCode, out, err } = await slipway('/', ['--help']);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const table = out.slice(out.indexOf('Exit codes:'), out.indexOf('Examples:'));
    const listed = [...table.matchAll(/(?:^|\s{2,})(\d+)\s+[a-z]/gm)].map(([, code]) => Number(code));
    expect(listed.sort((a, b) => a - b)).toEqual(Object.values(exitCodes).sort((a, b) => a - b));
  });

  test.each([
    'lint',
    'release',
    'plan',
    'deploy',
    'site',
    'smoke',
    'promote',
    'rollback',
    'status',
    'outputs',
  ])('of %s shows an example of it', async (command) => {
    const { exitCode, out } = await slipway('/', [command, '--help']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(new RegExp(`Examples?:\\n {2}slipway ${command}\\b`));
    expect(out).toContain('--json');
  });
});

describe('an error', () => {
  test.each([
    ['GATE_STOPPED', 3],
    ['NOT_APPROVED', 3],
    ['PLAN_CHANGED', 4],
    ['SUPERSEDED', 5],
    ['LEDGER_LOCKED', 5],
    ['CONFIG_TYPE', 2],
  ])('%s exits with %d', (code, exit) => {
    expect(exitCodeFor(code)).toBe(exit);
    expect(printed(new UserError(code, 'no')).code).toBe(exit);
  });

  test('of the user prints place, message, code and what to do next, on the second stream alone', () => {
    const at = { file: 'params/shop/dev.yml', line: 3, column: 5 };
    expect(printed(new UserError('CONFIG_TYPE', 'account is 1', { at, next: 'quote it' }))).toEqual({
      code: 2,
      out: '',
      err: ' params/shop/dev.yml:3:5  account is 1  [CONFIG_TYPE]\n   Next: quote it\n',
    });
  });

  test('of several prints each and how many there are', () => {
    const errors = new UserErrors('CONFIG_INVALID', 'dev.yml has 2 mistakes.', [
      new UserError('CONFIG_TYPE', 'one'),
      new UserError('CONFIG_VALUE', 'two'),
    ]);
    expect(printed(errors)).toMatchObject({
      code: 2,
      err: ' one  [CONFIG_TYPE]\n two  [CONFIG_VALUE]\n\n dev.yml has 2 mistakes.\n',
    });
  });

  test('of AWS that Slipway knows is no mistake of the user’s, and prints no stack trace', () => {
    const { code, err } = printed(new SlipwayError('EDGE_STALE', 'the edge lags', 'slipway'));
    expect({ code, err }).toEqual({ code: 70, err: ' the edge lags  [EDGE_STALE]\n' });
  });

  test.each([
    [
      'AccessDeniedException',
      'User: ada may not perform: s3:GetObject',
      'AccessDeniedException: User: ada may not perform: s3:GetObject  [AWS_DENIED]',
    ],
    ['403', 'UnknownError', ': 403  [AWS_DENIED]'],
    [
      'ExpiredToken',
      'The security token is expired',
      'ExpiredToken: The security token is expired  [AWS_SIGNED_OUT]',
    ],
  ])('of AWS about the caller, %s, is told as AWS says it, without a stack trace', (name, message, words) => {
    const error = Object.assign(new Error(message), { name, $metadata: {} });
    const { code, err } = printed(error);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err).toContain('   Next: ');
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('that nobody thought of prints its stack trace, for whoever mends it', () => {
    const { code, err } = printed(new TypeError('x is not a function'));
    expect(code).toBe(70);
    expect(err).toMatch(/ Slipway failed in a way it does not know: TypeError: x is not a function\n\s+at /);
  });

  test('after an interruption is the interruption', () => {
    const interrupt = new AbortController();
    interrupt.abort(new Error('received SIGINT'));
    expect(printed(new Error('received SIGINT'), interrupt.signal)).toEqual({
      code: 130,
      out: '',
      err: ' interrupted; run the same command again to go on\n',
    });
  });
});
