import { addAbortSignal, type Readable } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { UserError } from '../errors/slipway-error.ts';

/** Where a value comes from that must stand in no command line: a person at a terminal, or another program's output. */
export type SecretInput =
  | { readonly kind: 'terminal'; readonly ask: (question: string, echo: boolean) => Promise<string> }
  | { readonly kind: 'pipe'; readonly read: () => Promise<string> };

/** More is nobody's secret: Secrets Manager takes 65,536 bytes. */
const mostRead = 131_072;

/** @param input the process's own, or another stream in tests */
export function secretInput(
  input: ReadStream | Readable,
  output: WriteStream | NodeJS.WritableStream,
  signal: AbortSignal,
): SecretInput {
  if ('setRawMode' in input) {
    return {
      kind: 'terminal',
      ask: (question, echo) => askTerminal(input, output, { question, echo, signal }),
    };
  }
  return { kind: 'pipe', read: () => readPipe(input, signal) };
}

/**
 * All that another program writes, without the line's end that most of them put last; an interruption ends the wait.
 * @throws UserError SECRET_INPUT where nothing comes, or far too much
 */
async function readPipe(input: Readable, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of addAbortSignal(signal, input)) {
    const bytes = Buffer.from(chunk as Buffer);
    size += bytes.length;
    if (size > mostRead) throw new UserError('SECRET_INPUT', 'standard input holds far more than a secret');
    chunks.push(bytes);
  }
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  if (text !== '') return text;
  throw new UserError(
    'SECRET_INPUT',
    'standard input is empty, and there is no terminal to ask at; nothing was changed',
    { next: 'the same command at a terminal, or with the value piped in: … | slipway secret set …' },
  );
}

/**
 * One line of a person. The terminal's own echo is off in raw mode, so what is to be seen is written here.
 * @throws UserError SECRET_INPUT where the person breaks off
 */
async function askTerminal(
  input: ReadStream,
  output: WriteStream | NodeJS.WritableStream,
  {
    question,
    echo,
    signal,
  }: { readonly question: string; readonly echo: boolean; readonly signal: AbortSignal },
): Promise<string> {
  signal.throwIfAborted();
  // before the question, or what is typed or pasted as soon as it stands there is echoed by the terminal
  input.setRawMode(true);
  output.write(question);
  input.setEncoding('utf8');
  input.resume();
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = '';
      const end = (settle: () => void): void => {
        input.off('data', onData);
        input.off('end', broken);
        signal.removeEventListener('abort', broken);
        settle();
      };
      const broken = (): void => {
        end(() => {
          reject(new UserError('SECRET_INPUT', 'broken off; nothing was changed'));
        });
      };
      const onData = (chunk: string): void => {
        const characters = Array.from(chunk);
        for (const [index, character] of characters.entries()) {
          if (character === '\r' || character === '\n') {
            // pasted along: the answer to the next question; the end of a line of Windows is one end
            const isPair = character === '\r' && characters[index + 1] === '\n';
            const rest = characters.slice(index + (isPair ? 2 : 1)).join('');
            end(() => {
              input.pause();
              if (rest !== '') input.unshift(rest, 'utf8');
              resolve(typed);
            });
            return;
          }
          if (character === '\u0003' || character === '\u0004') {
            broken();
            return;
          }
          const isErasure = character === '\u007f' || character === '\b';
          if (isErasure && typed === '') continue;
          typed = isErasure ? Array.from(typed).slice(0, -1).join('') : typed + character;
          if (echo) output.write(isErasure ? '\b \b' : character);
        }
      };
      input.on('data', onData);
      input.on('end', broken);
      signal.addEventListener('abort', broken);
    });
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write('\n');
  }
}
