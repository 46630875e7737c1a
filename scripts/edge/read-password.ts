import type { ReadStream, WriteStream } from 'node:tty';
import { createInterface } from 'node:readline';

/** A terminal, or a pipe that holds one line. */
export interface PasswordInput {
  readonly input: ReadStream | NodeJS.ReadableStream;
  readonly output: WriteStream | NodeJS.WritableStream;
}

/** Asks for a password: without echo on a terminal, else the first line of the input. */
export async function readPassword({ input, output }: PasswordInput, question: string): Promise<string> {
  if (!('setRawMode' in input)) {
    const lines = createInterface({ input });
    for await (const line of lines) return line;
    return '';
  }
  output.write(question);
  input.setRawMode(true);
  input.setEncoding('utf8');
  let typed = '';
  try {
    for await (const chunk of input as AsyncIterable<string>) {
      for (const character of chunk) {
        if (character === '\r' || character === '\n') return typed;
        if (character === '\u0003' || character === '\u0004') throw new Error('nothing was set');
        typed = character === '\u007f' ? typed.slice(0, -1) : typed + character;
      }
    }
    return typed;
  } finally {
    input.setRawMode(false);
    output.write('\n');
  }
}
