import type { Position } from '../errors/position.ts';
import type { RuleText } from './rule-texts.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Something that lint found. */
export interface Finding {
  /** `E3002` of cfn-lint, or the name of one of our rules: `wiring/output-unknown`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Plain words: what is wrong, naming the value and the choices. */
  readonly message: string;
  readonly at: Position;
  /** What to do, where that is not plain from the message. */
  readonly hint: string | null;
  /** What the rule is about, where the tool that has it says so: cfn-lint. */
  readonly about?: RuleText;
}

/** An error of one of our rules. */
export function finding(rule: string, message: string, at: Position, hint: string | null = null): Finding {
  return { rule, severity: 'error', message, at, hint };
}

/** Whether a run of lint fails: by any error or warning. A note (cfn-lint's `I…`) is told and stops nobody. */
export function stops(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'info');
}

/** In the order of files and lines, each thing told once, however many environments or parents show it. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map(findings.map((each) => [JSON.stringify([each.rule, each.at, each.message]), each]));
  return [...seen.values()].sort(
    (a, b) =>
      compare(a.at.file, b.at.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
