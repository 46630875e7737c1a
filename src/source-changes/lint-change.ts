import { listSystems } from '../config/load.ts';
import type { CfnLintRunner } from '../lint/cfn-lint.ts';
import type { Finding } from '../lint/finding.ts';
import { lint, matching } from '../lint/lint.ts';
import type { Logger } from '../runtime/logger.ts';
import { plainName } from './source-tree.ts';
import { touchedSystems, type TouchedSystems } from './touched-systems.ts';

export interface LintChangeOptions {
  /** The repository's folder. */
  readonly root: string;
  /** Names of systems or globs; none means all. */
  readonly patterns: readonly string[];
  /** The commit before the change; empty: everything is linted. */
  readonly since: string;
  readonly runCfnLint: CfnLintRunner;
  readonly logger: Logger;
}

export interface LintedChange {
  /** The systems that were linted, sorted: those asked for that the change touches. */
  readonly systems: readonly string[];
  readonly findings: readonly Finding[];
  readonly touched: TouchedSystems;
}

/**
 * Lints what a change touches. A changed template that no system is made of (the bootstrap's) is linted with all the
 * others, for only then what it misses shows; `systems` stays what the change touches.
 *
 * @throws as `lint` and `touchedSystems`
 */
export async function lintChange(options: LintChangeOptions): Promise<LintedChange> {
  const { root, patterns, since, runCfnLint, logger } = options;
  const wanted = matching(await listSystems(root), patterns);
  const touched = await touchedSystems({ root, since, systems: wanted, logger });
  const { systems, unclaimed } = touched;
  if (unclaimed.length > 0)
    logger.info(`all systems are linted: ${unclaimed.map(plainName).join(', ')} belongs to none`);
  const isWhole = unclaimed.length > 0 || touched.all !== null;
  const findings =
    isWhole || systems.length > 0 ? await lint(root, isWhole ? patterns : systems, runCfnLint) : [];
  return { systems, findings, touched };
}
