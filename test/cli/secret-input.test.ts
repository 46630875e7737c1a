import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { secretInput, type SecretInput } from '../../src/cli/secret-input.ts';

interface Terminal {
  readonly ask: Extract<SecretInput, { kind: 'terminal' }>['ask'];
  /** What a person sees. */
  readonly seen: () => string;
  readonly modes: readonly boolean[];
  readonly type: (keys: string) => void;
  readonly stop: () => void;
}

function terminal(): Terminal {
  const modes: boolean[] = [];
  const input = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => void modes.push(on) });
  const output = new PassThrough().setEncoding('utf8');
  const abort = new AbortController();
  const read = secretInput(input, output, abort.signal);
  if (read.kind !== 'terminal') throw new Error('it is no terminal');
  return {
    ask: read.ask,
    seen: () => String(output.read() ?? ''),
    modes,
    type: (keys) => void input.write(keys),
    stop: () => {
      abort.abort();
    },
  };
}

describe('at a terminal', () => {
  test('a value is typed without echo, with the key that takes back; the terminal is left as it was', async () => {
    const at = terminal();
    at.type('secrex\u007ft\r');
    expect(await at.ask('Key: ', false)).toBe('secret');
    expect(at.seen()).toBe('Key: \n');
    expect(at.modes).toEqual([true, false]);
  });

  test('the terminal has stopped to echo before the question stands there', async () => {
    const output = new PassThrough().setEncoding('utf8');
    const seen: unknown[] = [];
    const input = Object.assign(new PassThrough(), {
      setRawMode: (on: boolean) => void seen.push(on, output.read()),
    });
    const read = secretInput(input, output, new AbortController().signal);
    input.write('secret\r');
    if (read.kind === 'terminal') await read.ask('Key: ', false);
    expect(seen).toEqual([true, null, false, 'Key: ']);
  });

  test('what is no secret is echoed', async () => {
    const at = terminal();
    at.type('\bäx\bb\n');
    expect(await at.ask('Client: ', true)).toBe('äb');
    expect(at.seen()).toBe('Client: äx\b \bb\n');
  });

  test('what is pasted at once answers one question after the other', async () => {
    const at = terminal();
    at.type('one\ntwo\n');
    expect([await at.ask('1: ', false), await at.ask('2: ', false)]).toEqual(['one', 'two']);
  });

  test('the two characters that end a line of Windows answer one question', async () => {
    const at = terminal();
    at.type('one\r\ntwo\r\n');
    expect([await at.ask('1: ', false), await at.ask('2: ', false)]).toEqual(['one', 'two']);
  });

  test('nothing is asked after an interruption', async () => {
    const at = terminal();
    at.stop();
    await expect(at.ask('Key: ', false)).rejects.toMatchObject({ name: 'AbortError' });
    expect([at.seen(), at.modes]).toEqual(['', []]);
  });

  test.each([
    [
      'Ctrl-C',
      (at: Terminal) => {
        at.type('sec\u0003');
      },
    ],
    [
      'Ctrl-D',
      (at: Terminal) => {
        at.type('\u0004');
      },
    ],
    [
      'a signal',
      (at: Terminal) => {
        at.stop();
      },
    ],
  ])('%s breaks off, and leaves the terminal as it was', async (_, breakOff) => {
    const at = terminal();
    const asked = at.ask('Key: ', false);
    breakOff(at);
    await expect(asked).rejects.toMatchObject({ code: 'SECRET_INPUT' });
    expect(at.modes).toEqual([true, false]);
  });
});

describe('from a pipe', () => {
  const piped = (text: string): Promise<string> => {
    const input = new PassThrough();
    input.end(text);
    const read = secretInput(input, new PassThrough(), new AbortController().signal);
    if (read.kind !== 'pipe') throw new Error('it is a terminal');
    return read.read();
  };

  test.each([
    ['a line', 'key\n', 'key'],
    ['a line of Windows', 'key\r\n', 'key'],
    ['a text without an end', 'key', 'key'],
    ['several lines, which are one value', '{\n"a": 1\n}\n', '{\n"a": 1\n}'],
  ])('%s is the value', async (_, text, value) => {
    expect(await piped(text)).toBe(value);
  });

  test('that never ends, an interruption ends the wait', async () => {
    const abort = new AbortController();
    const input = new PassThrough();
    const read = secretInput(input, new PassThrough(), abort.signal);
    input.write('sec');
    const reading = read.kind === 'pipe' ? read.read() : Promise.resolve('');
    abort.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  test.each([
    ['nothing', ''],
    ['far too much', 'x'.repeat(200_000)],
  ])('%s is refused', async (_, text) => {
    await expect(piped(text)).rejects.toMatchObject({ code: 'SECRET_INPUT' });
  });
});
