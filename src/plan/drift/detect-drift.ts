import pLimit from 'p-limit';
import type { DriftApi } from '../../aws/apis.ts';
import type { Clock } from '../../runtime/clock.ts';
import { createPacer } from '../../stacks/pacer.ts';
import { isTransient } from '../../stacks/transient-error.ts';
import type { StackTargets } from './drift-targets.ts';
import { readDrifts, refusal, type DriftFinding } from './read-drifts.ts';

export interface DetectDriftOptions {
  readonly api: DriftApi;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Between 0 and 1; spreads the polling of several planners. */
  readonly jitter?: (() => number) | undefined;
  /** Milliseconds since the epoch; what has not ended then is unknown. */
  readonly until: number;
}

/** "Maximum number of 200 items" (API reference, DetectStackDrift, LogicalResourceIds). */
const mostIds = 200;
/** Calls at once in a round: detection is throttled like every other call. */
const concurrency = 4;

/**
 * Detects drift in stacks, each by itself: DetectStackDrift does not go into nested stacks (API reference). Only what is to be
 * looked at is compared, unless that is more than one call takes. A stack that someone else is looking at is waited for and then
 * looked at. One poller asks for all, with pauses that grow. What is refused, fails or takes too long is unknown, with
 * the reason; nothing is thrown for it.
 *
 * @returns a finding for each stack, in their order
 */
export async function detectDrift(
  stacks: readonly StackTargets[],
  options: DetectDriftOptions,
): Promise<readonly DriftFinding[]> {
  const { clock, signal, until, jitter: random = Math.random } = options;
  const pacer = createPacer({ clock, random, signal });
  const limit = pLimit(concurrency);
  const watches = stacks.map((stack) => new Detection(stack, options));
  for (;;) {
    signal?.throwIfAborted();
    const open = watches.filter(({ finding }) => finding === null);
    const rounds = await Promise.all(open.map((watch) => limit(() => watch.advance())));
    const left = open.filter(({ finding }) => finding === null);
    if (left.length === 0 || clock.now() >= until) return watches.map((watch) => watch.finding ?? tooLong);
    if (rounds.includes('throttled')) await pacer.backOff();
    else await pacer.rest({ moved: rounds.includes('moved'), stacks: left.length });
  }
}

const tooLong: DriftFinding = {
  kind: 'unknown',
  because: 'detection had not ended after the time it was given',
};

type Round = 'moved' | 'waiting' | 'throttled';

/** One stack's detection: started, asked for, read. */
class Detection {
  finding: DriftFinding | null = null;
  readonly #stack: StackTargets;
  readonly #options: DetectDriftOptions;
  #id: string | null = null;

  constructor(stack: StackTargets, options: DetectDriftOptions) {
    this.#stack = stack;
    this.#options = options;
  }

  async advance(): Promise<Round> {
    try {
      return this.#id === null ? await this.#start() : await this.#ask(this.#id);
    } catch (error) {
      if (isTransient(error)) return 'throttled';
      // Words of the service, as clients of it match them: "Drift detection is already in progress for stack […]".
      if (error instanceof Error && /already in progress/i.test(error.message)) return 'waiting';
      this.finding = refusal(error, this.#options.signal);
      return 'moved';
    }
  }

  async #start(): Promise<Round> {
    const { stackId, targets } = this.#stack;
    const ids = targets.map(({ logicalId }) => logicalId);
    const { StackDriftDetectionId } = await this.#options.api.detectStackDrift({
      StackName: stackId,
      ...(ids.length <= mostIds ? { LogicalResourceIds: ids } : {}),
    });
    this.#id = StackDriftDetectionId ?? '';
    return 'moved';
  }

  async #ask(id: string): Promise<Round> {
    const { api } = this.#options;
    const told = await api.describeStackDriftDetectionStatus({ StackDriftDetectionId: id });
    if (told.DetectionStatus === 'DETECTION_IN_PROGRESS') return 'waiting';
    // A detection that failed has results all the same, of the resources for which it did not (API reference).
    const drifts = await readDrifts(api, this.#stack.stackId, told.Timestamp?.getTime() ?? 0);
    const absent =
      told.DetectionStatus === 'DETECTION_COMPLETE'
        ? 'drift detection does not know its type'
        : (told.DetectionStatusReason ?? 'detection failed, for no reason that is given');
    this.finding = { kind: 'read', drifts, absent };
    return 'moved';
  }
}
