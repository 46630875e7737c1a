import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { cfnLintRunner } from '../../lint/cfn-lint.ts';
import { stops, type Finding } from '../../lint/finding.ts';
import { findingsMarkdown, findingsText } from '../../report/findings.ts';
import { plainPaint } from '../../report/paint.ts';
import { sarif } from '../../report/sarif.ts';
import { version } from '../../runtime/version.ts';
import { lintChange } from '../../source-changes/lint-change.ts';
import type { Action } from '../action.ts';
import type { Annotation } from '../annotations.ts';
import { cfnLintTool } from './cfn-lint-tool.ts';

export interface LintInputs {
  /** Names or globs; none: all. */
  readonly systems: readonly string[];
  /** The commit before the change; empty: everything is linted. */
  readonly since: string;
  readonly cfnLint: string | null;
}

export interface Linted {
  readonly systems: readonly string[];
  readonly findings: readonly Finding[];
  /** The SARIF file, relative to the workspace. */
  readonly sarif: string;
  /** Whether anything worse than a note was found. */
  readonly stopped: boolean;
}

/**
 * Lints the systems that a change touches, and tells what is found: at the lines, in the log, in the summary, as SARIF.
 * @throws as `lintChange` and `cfnLintTool`
 */
export async function lint(action: Action, inputs: LintInputs): Promise<Linted> {
  const { root, workspace, log } = action;
  const { env, signal, program } = action.io;
  const executable = await cfnLintTool({
    wanted: inputs.cfnLint,
    requirements: requirementsOf(program),
    env,
    logger: log,
    signal,
  });
  const { systems, findings } = await lintChange({
    root,
    patterns: inputs.systems,
    since: inputs.since,
    runCfnLint: cfnLintRunner(executable),
    logger: log,
  });
  log.text(findingsText(findings, plainPaint));
  action.annotate(...findings.map((finding) => annotation(finding, action)));
  action.summarize(findingsMarkdown(findings, systems));
  const file = join(workspace, 'out', 'lint', 'slipway.sarif');
  await mkdir(dirname(file), { recursive: true });
  const prefix = relative(workspace, root).replaceAll('\\', '/');
  await writeFile(file, sarif(findings, { version, prefix: prefix === '' ? '' : `${prefix}/` }));
  return { systems, findings, sarif: relative(workspace, file), stopped: stops(findings) };
}

/** `actions/lint/requirements.txt`, from `dist/lint.js` or from `actions/lint/index.ts`. */
function requirementsOf(program: string): string {
  const above = program.endsWith('.ts') ? join(dirname(program), '..', '..') : join(dirname(program), '..');
  return join(above, 'actions', 'lint', 'requirements.txt');
}

function annotation({ rule, severity, message, at, hint }: Finding, action: Action): Annotation {
  const kinds = { error: 'error', warning: 'warning', info: 'notice' } as const;
  return {
    kind: kinds[severity],
    title: rule,
    message: hint === null ? message : `${message}\n${hint}`,
    at: action.place(at),
  };
}
