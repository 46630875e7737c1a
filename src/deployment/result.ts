import type { EnvironmentName } from '../config/environment-name.ts';
import type { LedgerRecord } from '../ledger/ledger.ts';
import type { Plan } from '../plan/plan.ts';
import type { SiteDeployment } from '../site/deploy-site.ts';
import type { SmokeReport } from '../smoke/report.ts';
import type { FailureCause } from '../stacks/failure.ts';

export interface StepTime {
  readonly step: 'stacks' | 'site' | 'smoke';
  /** Milliseconds. */
  readonly took: number;
}

/** How a deployment ended. Only a mistake of the input throws; everything that ran has a result. */
export interface DeploymentResult {
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly release: string;
  readonly plan: Plan;
  readonly outcome: 'succeeded' | 'no-changes' | 'deploy-failed' | 'site-failed' | 'smoke-failed';
  /** The stack that failed and why; only with `deploy-failed`. */
  readonly failure: {
    readonly stack: string;
    readonly cause: FailureCause;
    readonly rolledBack: boolean;
  } | null;
  /** One line for the site's failure; only with `site-failed`. */
  readonly siteFailure: string | null;
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What was published; `null` where it did not come to that. */
  readonly site: SiteDeployment | null;
  readonly smoke: SmokeReport | null;
  /** What was written to the ledger; `null` where there was nothing to record. */
  readonly record: LedgerRecord | null;
  readonly times: readonly StepTime[];
}
