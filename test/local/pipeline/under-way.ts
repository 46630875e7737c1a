import { systemClock } from '../../../src/runtime/clock.ts';
import type { EnvironmentName } from '../../../src/config/environment-name.ts';
import type { LedgerLock } from '../../../src/ledger/ledger.ts';
import type { Notes } from './notes.ts';

/** Waits for what another process does; rejects after a minute. */
export async function soon<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await systemClock.sleep(100);
  }
  throw new Error('It did not happen within a minute.');
}

/** Ends an update that waits for a signal (`edits.waits`). */
export type Signal = (status: 'SUCCESS' | 'FAILURE') => Promise<void>;

/** Waits until the nested stack of an environment waits for its signal. */
export async function waiting(notes: Notes, environment: EnvironmentName): Promise<Signal> {
  const client = notes.cloudFormation(environment);
  const StackName = await soon(async () => {
    const { StackResources: [store] = [] } = await client.describeStackResources({
      StackName: `notes-${environment}-app`,
      LogicalResourceId: 'Store',
    });
    const nested = store?.PhysicalResourceId;
    const { StackEvents: [newest] = [] } = await client.describeStackEvents({ StackName: nested });
    const waits = newest?.LogicalResourceId === 'Gate' && newest.ResourceStatus?.endsWith('_IN_PROGRESS');
    return waits === true ? nested : undefined;
  });
  return async (Status) => {
    const signal = { StackName, LogicalResourceId: 'Gate', UniqueId: 'the test', Status };
    await soon(() => client.signalResource(signal).then(() => true, notYet));
  };
}

/** The event comes first, the waiting a moment later. */
function notYet(error: unknown): undefined {
  if (!(error instanceof Error && error.message.includes('is not waiting for signals'))) throw error;
}

export async function lockOf(
  notes: Notes,
  environment: EnvironmentName,
): Promise<LedgerLock | null | undefined> {
  return (await notes.status(environment)).head?.lock;
}

/** Waits until whoever runs has renewed the lock that was `before`. */
export async function renewed(
  notes: Notes,
  environment: EnvironmentName,
  before: LedgerLock | null | undefined,
): Promise<void> {
  await soon(async () => ((await lockOf(notes, environment))?.until === before?.until ? undefined : true));
}
