import { randomUUID } from 'node:crypto';
import type { AppliedOverride, Ledger, LedgerDraft } from '../ledger/ledger.ts';
import { withLock } from '../ledger/with-lock.ts';
import type { Plan } from '../plan/plan.ts';
import type { SiteDeployment } from '../site/deploy-site.ts';
import { toSummary } from '../smoke/summary.ts';
import type { Caller } from '../aws/account-guard.ts';
import { checkArtifacts } from './check-artifacts.ts';
import { checkPlan } from './check-plan.ts';
import { currentOutputs } from './current-outputs.ts';
import { environmentLedger } from './environment-ledger.ts';
import { executeStacks, type StacksResult } from './execute-stacks.ts';
import { guardTarget } from './guard-target.ts';
import { lockRequest } from './lock-request.ts';
import { planChanged } from './plan-changed.ts';
import { pendingOf, planSiteOf, siteDifferences } from './plan-site-of.ts';
import type { OnDeploymentEvent } from './progress.ts';
import { publishSite } from './publish-site.ts';
import { requireProven } from './require-proven.ts';
import type { DeploymentResult, StepTime } from './result.ts';
import { runSmokeChecks } from './run-smoke-checks.ts';
import type { Session, Target } from './target.ts';

export interface DeployEnvironmentOptions {
  readonly target: Target;
  readonly session: Session;
  /** What was approved, or was made a moment ago where nobody has to approve; nothing else runs. */
  readonly plan: Plan;
  readonly kind: 'deploy' | 'rollback' | 'switch';
  readonly overrides: readonly AppliedOverride[];
  readonly onEvent: OnDeploymentEvent;
}

/**
 * Deploys a plan: executes its stacks, publishes the site and proves it at the edge, runs the smoke checks, writes the
 * ledger. All under the environment's lock.
 *
 * @returns how it ended; a failure of what ran is a result
 * @throws UserError GATE_STOPPED, PLAN_MISMATCH, PLAN_CHANGED, NOT_PROVEN, SUPERSEDED, LEDGER_LOCKED, WRONG_ACCOUNT,
 *   ARTIFACT_DIGEST and what reading and planning throw; with any of these nothing, or nothing more, was changed
 */
export async function deployEnvironment(options: DeployEnvironmentOptions): Promise<DeploymentResult> {
  const { target, session, plan, kind } = options;
  const { release, environment } = target;
  const clients = session.clients(environment, 'deploy');
  const caller = await guardTarget(target, clients);
  const ledger = await environmentLedger(environment, clients, session);
  const head = await ledger.readHead();
  checkPlan(options, head);
  if (!plan.hasChanges && head.release === release.id && head.state === 'green') return nothingToDo(options);
  if (kind === 'deploy') await requireProven(target, session);
  const { clock, logger } = session;
  const lock = lockRequest(session, release.id);
  return withLock({ ...lock, ledger, clock, logger, signal: session.signal }, async (signal) => {
    checkPlan(options, await ledger.readHead());
    // under the lock, whose release the clean-up keeps: what is there now stays
    await checkArtifacts(target, clients, clock);
    await checkSite(options);
    return new Deployment({ ...options, session: { ...session, signal } }, ledger, lock.holder, caller).run();
  });
}

/** What the site's bucket holds may have changed since the plan was approved. */
async function checkSite({ target, session, plan }: DeployEnvironmentOptions): Promise<void> {
  const clients = session.clients(target.environment, 'deploy');
  const outputs = await currentOutputs(target.instances, clients);
  const now = await planSiteOf({ target, session, clients }, outputs, pendingOf(plan.stacks));
  const differences = siteDifferences(plan.site, now);
  if (differences.length > 0) throw planChanged(plan, differences);
}

function nothingToDo({ target, plan }: DeployEnvironmentOptions): DeploymentResult {
  const { system, environment } = plan;
  return {
    system,
    environment,
    release: target.release.id,
    plan,
    outcome: 'no-changes',
    failure: null,
    siteFailure: null,
    outputs: {},
    site: null,
    smoke: null,
    record: null,
    times: [],
  };
}

type Parts = Pick<DeploymentResult, 'outcome'> & Partial<DeploymentResult>;

/** One run of the steps, with what it has done so far: the ledger must tell that even where a step throws. */
class Deployment {
  readonly #options: DeployEnvironmentOptions;
  readonly #ledger: Ledger;
  readonly #holder: string;
  readonly #caller: Caller;
  readonly #startedAt: number;
  readonly #attempt = `slipway-${randomUUID()}`;
  readonly #times: StepTime[] = [];
  /** Whether stacks or site may not be what the ledger says any more. */
  #touched = false;

  constructor(options: DeployEnvironmentOptions, ledger: Ledger, holder: string, caller: Caller) {
    this.#options = options;
    this.#ledger = ledger;
    this.#holder = holder;
    this.#caller = caller;
    this.#startedAt = options.session.clock.now();
  }

  async run(): Promise<DeploymentResult> {
    try {
      return await this.#steps();
    } catch (error) {
      // What runs is of two releases by now, or an operation is under way: whoever looks next must see it.
      if (this.#touched) {
        const interrupted = this.#options.session.signal.aborted;
        await this.#record(interrupted ? 'interrupted' : 'deploy-failed', {
          cause: firstLine(error),
          partial: true,
        });
      }
      throw error;
    }
  }

  async #steps(): Promise<DeploymentResult> {
    const { target, session, plan, onEvent } = this.#options;
    const stacks = await this.#timed('stacks', () =>
      executeStacks({
        target,
        session,
        plan,
        overrides: this.#options.overrides.map(({ override }) => override),
        attempt: this.#attempt,
        onEvent: (event) => {
          if (event.kind === 'stack-started') this.#touched = true;
          onEvent(event);
        },
      }),
    );
    if (stacks.kind === 'failed') return this.#failed(stacks);
    const { outputs } = stacks;

    let site: DeploymentResult['site'];
    try {
      site = await this.#timed('site', () => publishSite(target, session, outputs, this.#attempt));
    } catch (error) {
      // whatever went wrong, the stacks are deployed and the site is not
      if (session.signal.aborted) throw error;
      const cause = firstLine(error);
      return this.#finish({ outcome: 'site-failed', siteFailure: cause, outputs }, { cause });
    }
    if (site !== null) {
      this.#touched ||= site.kind === 'published';
      tellOfSite(site, onEvent);
    }

    const smoke = await this.#timed('smoke', () => runSmokeChecks(target, session, outputs));
    // checks that were cut short have judged nothing
    session.signal.throwIfAborted();
    if (smoke !== null) onEvent({ kind: 'smoke-finished', report: smoke });
    const failed = smoke !== null && smoke.failed > 0;
    const outcome = failed ? 'smoke-failed' : plan.hasChanges ? 'succeeded' : 'no-changes';
    return this.#finish(
      { outcome, outputs, site, smoke },
      { smoke: smoke && toSummary(smoke), cause: failed ? `${smoke.failed} smoke checks failed` : null },
    );
  }

  #failed(stacks: Extract<StacksResult, { kind: 'failed' }>): Promise<DeploymentResult> {
    const { stack, cause, rolledBack, outputs, changed } = stacks;
    const partial = changed > 0 || !rolledBack;
    return this.#finish(
      { outcome: 'deploy-failed', failure: { stack, cause, rolledBack }, outputs },
      { cause: `${[...cause.path, cause.logicalId].join('/')}: ${cause.reason}`, partial },
    );
  }

  async #finish(parts: Parts, entry: Partial<LedgerDraft>): Promise<DeploymentResult> {
    const { target, plan } = this.#options;
    const record = await this.#record(parts.outcome, entry);
    return {
      ...nothingToDo(this.#options),
      system: target.system.system,
      plan,
      ...parts,
      record,
      times: this.#times,
    };
  }

  async #record(
    outcome: LedgerDraft['outcome'],
    entry: Partial<LedgerDraft>,
  ): Promise<DeploymentResult['record']> {
    const { session, target, plan, kind, overrides } = this.#options;
    const draft: LedgerDraft = {
      kind,
      release: target.release.id,
      fingerprint: plan.fingerprint,
      outcome,
      startedAt: new Date(this.#startedAt).toISOString(),
      finishedAt: new Date(session.clock.now()).toISOString(),
      by: session.by ?? this.#caller.arn,
      commit: session.commit,
      overrides,
      smoke: null,
      cause: null,
      ...entry,
    };
    return (await this.#ledger.append({ holder: this.#holder, record: draft })).record;
  }

  async #timed<T>(step: StepTime['step'], work: () => Promise<T>): Promise<T> {
    const { clock } = this.#options.session;
    const started = clock.now();
    try {
      return await work();
    } finally {
      this.#times.push({ step, took: clock.now() - started });
    }
  }
}

function tellOfSite(site: SiteDeployment, onEvent: OnDeploymentEvent): void {
  const { written, files, bytes, took, invalidation } = site;
  onEvent({ kind: 'site-published', written: written.length, total: files, bytes, took: took.publish });
  const invalidated = invalidation.kind === 'none' ? 0 : invalidation.paths.length;
  onEvent({ kind: 'edge-serving', invalidated, took: took.edge });
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}
