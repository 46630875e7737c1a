import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Clock } from '../../src/runtime/clock.ts';

/** A process told apart from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in whatever unit the system tells; only compared for equality. */
  readonly started: string;
}

/** The identity of a running process; `undefined` when there is none with that number. */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedByPs(pid);
  return started === undefined ? undefined : { pid, started };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.started === identity.started;
}

/** proc(5): state is field 3 and the start time field 22 of `stat`, counted after the name in parentheses. */
function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startedByPs(pid: number): string | undefined {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return started === '' ? undefined : started;
  } catch {
    return undefined;
  }
}

/**
 * Ends a process and, when it leads a group, its group: asks first, insists after `graceMilliseconds`. A process that
 * is gone, or whose number now belongs to another, is left alone.
 */
export async function endProcess(
  identity: ProcessIdentity,
  { group, graceMilliseconds, clock }: { group: boolean; graceMilliseconds: number; clock: Clock },
): Promise<void> {
  const target = group ? -identity.pid : identity.pid;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isRunning(identity)) return;
    try {
      process.kill(target, signal);
    } catch {
      return;
    }
    const deadline = clock.now() + graceMilliseconds;
    while (isRunning(identity) && clock.now() < deadline) await clock.sleep(20);
  }
}
