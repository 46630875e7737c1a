import type { EnvironmentDefinition } from '../config/system.ts';
import { SlipwayError } from '../errors/slipway-error.ts';
import type { LedgerHead, LedgerRecord } from '../ledger/ledger.ts';
import { environmentLedger } from './environment-ledger.ts';
import { guardTarget } from './guard-target.ts';
import type { Session } from './target.ts';

/** What runs in one environment, and how it came there. */
export interface EnvironmentStatus {
  readonly environment: EnvironmentDefinition['environment'];
  /** `null` where it can't be read; `problem` says why. */
  readonly head: LedgerHead | null;
  readonly problem: string | null;
  /** Newest first. */
  readonly records: readonly LedgerRecord[];
}

/** Reads one environment's ledger. What stands in the way (credentials, a damaged entry) is told, not thrown. */
export async function readStatus(
  environment: EnvironmentDefinition,
  session: Session,
): Promise<EnvironmentStatus> {
  const name = environment.environment;
  try {
    const clients = session.clients(environment, 'plan');
    await guardTarget({ environment }, clients);
    const ledger = await environmentLedger(environment, clients, session);
    return {
      environment: name,
      head: await ledger.readHead(),
      problem: null,
      records: await ledger.records({ limit: 20 }),
    };
  } catch (error) {
    if (!(error instanceof SlipwayError)) throw error;
    return { environment: name, head: null, problem: error.message, records: [] };
  }
}
