import { canonicalJson } from '../runtime/canonical-json.ts';
import type { Clock } from '../runtime/clock.ts';
import { failed } from './check.ts';
import type { Check, Verdict } from './check.ts';
import { redact } from './evidence.ts';
import type { Probe } from './probe.ts';
import type { SmokeEvidence, SmokeResult } from './report.ts';

/** Exchanges that a report shows of one check. */
const mostEvidence = 6;

/** Runs one check and tells it as a result. Whatever it throws is a failure of the check, never of the run. */
export async function runCheck(
  check: Check,
  probe: Probe,
  clock: Clock,
  signal: AbortSignal,
): Promise<SmokeResult> {
  const started = clock.now();
  let verdict: Verdict;
  try {
    signal.throwIfAborted();
    verdict = await untilAborted(check.run(probe), signal);
  } catch (error) {
    verdict = failed(signal.aborted ? reasonOf(signal.reason) : reasonOf(error));
  }
  return {
    id: check.id,
    group: check.group,
    severity: check.severity,
    outcome: verdict.outcome,
    pairedWith: check.pairedWith,
    took: clock.now() - started,
    got:
      verdict.outcome === 'failed' ? redact(verdict.got) : verdict.outcome === 'passed' ? verdict.note : null,
    want: check.want,
    hint: check.hint,
    reason: verdict.outcome === 'not-enforceable' ? redact(verdict.reason) : null,
    // The newest first: a check stops at the exchange that it does not like. A retry that saw the same says nothing new.
    evidence: probe.evidence.filter(isNew).slice(-mostEvidence).reverse(),
  };
}

function isNew(entry: SmokeEvidence, index: number, all: readonly SmokeEvidence[]): boolean {
  return index === 0 || canonicalJson(entry) !== canonicalJson(all[index - 1]);
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(new Error('interrupted'));
    };
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Results seen beside each other. A negative says nothing when its positive did not pass: what refuses everything is not
 * secure, it is dead. Such a result is never `passed`; it fails, or is not enforceable, as its positive did. A failure
 * that another one implies is marked, so that the cause can stand alone.
 */
export function judgeTogether(
  results: readonly SmokeResult[],
  checks: readonly Pick<Check, 'id' | 'impliedBy'>[],
): readonly SmokeResult[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const impliedBy = new Map(checks.map((check) => [check.id, check.impliedBy]));
  return results.map((result) => {
    const cause = impliedBy.get(result.id);
    if (result.outcome === 'failed' && cause !== undefined && byId.get(cause)?.outcome === 'failed') {
      return { ...result, followsFrom: cause };
    }
    return judgePair(result, result.pairedWith === null ? undefined : byId.get(result.pairedWith));
  });
}

function judgePair(result: SmokeResult, positive: SmokeResult | undefined): SmokeResult {
  if (result.pairedWith === null || result.outcome !== 'passed' || positive?.outcome === 'passed')
    return result;
  if (positive?.outcome === 'not-enforceable') {
    return {
      ...result,
      outcome: 'not-enforceable',
      got: null,
      reason: `${positive.id} is not enforceable here, so this says nothing`,
    };
  }
  const why = positive === undefined ? 'was not run' : 'did not pass';
  return {
    ...result,
    outcome: 'failed',
    got: `not meaningful: ${result.pairedWith} ${why}`,
    followsFrom: result.pairedWith,
  };
}
