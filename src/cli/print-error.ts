import { SlipwayError, UserErrors } from '../errors/slipway-error.ts';
import { awsRefusal } from './aws-refusal.ts';
import { exitCodeFor, exitCodes, type ExitCode } from './exit-codes.ts';
import type { CliIo } from './io.ts';

/** The one place where an error becomes text and an exit code. A user's mistake prints without a stack trace. */
export function printError(thrown: unknown, io: CliIo): ExitCode {
  if (io.signal.aborted) {
    io.err(' interrupted; run the same command again to go on\n');
    return exitCodes.interrupted;
  }
  const error = awsRefusal(thrown) ?? thrown;
  if (error instanceof UserErrors) {
    for (const one of error.errors) printOne(one, io);
    io.err(`\n ${error.message}\n`);
    return exitCodeFor(error.code);
  }
  if (error instanceof SlipwayError) {
    printOne(error, io);
    return error.blame === 'user' ? exitCodeFor(error.code) : exitCodes.internal;
  }
  io.err(
    ` Slipway failed in a way it does not know: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return exitCodes.internal;
}

function printOne(error: SlipwayError, io: CliIo): void {
  const place = error.at ? `${error.at.file}:${error.at.line}:${error.at.column}  ` : '';
  io.err(` ${place}${error.message}  [${error.code}]\n`);
  if (error.next !== undefined) io.err(`   Next: ${error.next}\n`);
}
