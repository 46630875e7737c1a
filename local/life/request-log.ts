import { createWriteStream } from 'node:fs';
import type { Clock } from '../../src/runtime/clock.ts';

/** The front's own log: one line a request, and what went wrong. */
export interface RequestLog {
  line(text: string): void;
  close(): Promise<void>;
}

/** Starts the file anew. What can't be written is lost: a log must not stop the local AWS. */
export function openRequestLog(file: string, clock: Clock): RequestLog {
  const stream = createWriteStream(file, { flags: 'w' });
  stream.on('error', () => undefined);
  return {
    line: (text) => {
      if (!stream.writableEnded) stream.write(`${new Date(clock.now()).toISOString()} ${text}\n`);
    },
    close: () =>
      new Promise((resolve) => {
        stream.end(() => {
          resolve();
        });
      }),
  };
}
