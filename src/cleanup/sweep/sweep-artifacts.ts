import type { EnvironmentDefinition } from '../../config/system.ts';
import { sweepAccount, type SweepAccountOptions } from './sweep-account.ts';
import type { SweepReport } from './sweep.ts';

/**
 * Longer than anything waits that a release is on its way to: GitHub fails a job that has waited 30 days for its approval (Docs,
 * "Reviewing deployments").
 */
const guardDays = 35;

/** Deletions of one run in a bucket. */
const budget = 10_000;

export interface SweepArtifactsOptions extends Omit<
  SweepAccountOptions,
  'environments' | 'clients' | 'rules'
> {
  /** Every environment of every system. */
  readonly environments: readonly EnvironmentDefinition[];
  clients(environment: EnvironmentDefinition): SweepAccountOptions['clients'];
}

/** Sweeps the artifact buckets of all accounts, one account after the other. */
export async function sweepArtifacts(options: SweepArtifactsOptions): Promise<readonly SweepReport[]> {
  const reports: SweepReport[] = [];
  const rules = { now: options.clock.now(), guardDays, budget };
  for (const [, environments] of Map.groupBy(options.environments, ({ account }) => account)) {
    const [first, ...others] = environments;
    if (first === undefined) continue;
    const clients = options.clients(first);
    reports.push(...(await sweepAccount({ ...options, environments: [first, ...others], clients, rules })));
  }
  return reports;
}
