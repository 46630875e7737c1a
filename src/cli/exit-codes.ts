/** What a script can rely on; `slipway --help` prints the same table. */
export const exitCodes = {
  /** Done, or nothing to do. */
  ok: 0,
  /** It ran and failed: a finding of lint, a failed deployment, a failed smoke check. */
  failed: 1,
  /** The input is wrong; nothing was changed. */
  userError: 2,
  /** The gate stopped the plan, or nobody approved it; nothing was changed. */
  stopped: 3,
  /** The plan is no longer the one that was approved; nothing was changed. */
  planChanged: 4,
  /** A newer release has overtaken this one, or another deployment holds the environment; nothing was changed. */
  overtaken: 5,
  /** A mistake of Slipway's own. */
  internal: 70,
  /** Interrupted by a signal. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Error codes that have an exit code of their own; every other user's mistake is `userError`. */
const byErrorCode: Readonly<Record<string, ExitCode>> = {
  GATE_STOPPED: exitCodes.stopped,
  NOT_APPROVED: exitCodes.stopped,
  PLAN_CHANGED: exitCodes.planChanged,
  SUPERSEDED: exitCodes.overtaken,
  LEDGER_LOCKED: exitCodes.overtaken,
  // whatever came before it was done
  AWS_DENIED: exitCodes.failed,
  AWS_SIGNED_OUT: exitCodes.failed,
};

export function exitCodeFor(errorCode: string): ExitCode {
  return byErrorCode[errorCode] ?? exitCodes.userError;
}
