import type { SmokeReport } from './report.ts';

/** A report in one line of the ledger. */
export function toSummary(report: SmokeReport): {
  readonly passed: number;
  readonly failed: number;
  readonly notEnforceable: number;
  readonly failures: readonly string[];
} {
  return {
    passed: report.passed,
    failed: report.failed,
    notEnforceable: report.notEnforceable,
    failures: report.results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
  };
}
