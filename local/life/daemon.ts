import { writeFileSync } from 'node:fs';
import { SlipwayError } from '../../src/errors/slipway-error.ts';
import type { Logger } from '../../src/runtime/logger.ts';
import { startLocalAws } from '../local-aws.ts';
import { failureFileOf, type DetachedOptions, type StartFailure } from './detached.ts';

/** The process that `startDetached` leaves running; its output is the front's log. */
const options = JSON.parse(process.argv[2] ?? '{}') as DetachedOptions;
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString()} ${line}\n`);
const logger: Logger = { info: say, warn: say, debug: say };

try {
  const local = await startLocalAws({ ...options, logger });
  const stop = (): void => {
    void local.stop().finally(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (reason) {
  const failure: StartFailure =
    reason instanceof SlipwayError
      ? { code: reason.code, message: reason.message, next: reason.next }
      : { code: 'LOCAL_START_FAILED', message: reason instanceof Error ? reason.message : String(reason) };
  writeFileSync(failureFileOf(options.stateDir), JSON.stringify(failure));
  process.exitCode = 1;
}
