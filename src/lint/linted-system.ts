import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareEnvironments } from '../config/compare-environments.ts';
import { environmentNames } from '../config/environment-name.ts';
import { environmentFile, readEnvironmentFile, readSystemFile, systemFile } from '../config/load.ts';
import type { Checked } from '../config/read-checked.ts';
import type { EnvironmentDefinition, SystemDefinition } from '../config/system.ts';
import type { Position } from '../errors/position.ts';
import { UserError, UserErrors } from '../errors/slipway-error.ts';
import { readTemplateTree } from '../template/read-template-tree.ts';
import type { TemplateTree } from '../template/template.ts';
import { finding, type Finding } from './finding.ts';

/** A system as the rules see it: as much of it as could be read. */
export interface LintedSystem {
  readonly definition: Checked<SystemDefinition>;
  /** In promotion order; one that could not be read is left out. */
  readonly environments: readonly Checked<EnvironmentDefinition>[];
  /** By the name of the stack; one that could not be read is left out. */
  readonly trees: ReadonlyMap<string, TemplateTree>;
}

/**
 * Reads a system with all its environments and templates. Mistakes of the files become findings, so that lint shows all of
 * them with what it finds in the rest; `system` is null where not even the definition could be read.
 */
export async function readLintedSystem(
  root: string,
  system: string,
): Promise<{ readonly system: LintedSystem | null; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const orFinding = async <T>(file: string, read: () => Promise<T>): Promise<T | null> => {
    try {
      return await read();
    } catch (error) {
      findings.push(...asFindings(error, { file, line: 1, column: 1 }));
      return null;
    }
  };

  const definition = await orFinding(systemFile(system), () => readSystemFile(root, system));
  if (definition === null) return { system: null, findings };
  const environments: Checked<EnvironmentDefinition>[] = [];
  for (const name of environmentNames) {
    const read = await orFinding(environmentFile(system, name), () =>
      readEnvironmentFile(root, definition.value, name),
    );
    if (read !== null) environments.push(read);
  }
  findings.push(...compareEnvironments(environments).flatMap((error) => asFindings(error)));

  const trees = new Map<string, TemplateTree>();
  for (const stack of definition.value.stacks) {
    const tree = await orFinding(stack.template, () =>
      readTemplateTree(stack.template, (file) => readFile(join(root, file), 'utf8')),
    );
    if (tree !== null) trees.set(stack.name, tree);
  }
  return { system: { definition, environments, trees }, findings };
}

/** A user's mistake as findings; anything else is thrown on. */
function asFindings(error: unknown, fallback?: Position): readonly Finding[] {
  if (error instanceof UserErrors) return error.errors.flatMap((each) => asFindings(each, fallback));
  const at = error instanceof UserError ? (error.at ?? fallback) : undefined;
  if (!(error instanceof UserError) || at === undefined) throw error;
  return [finding(error.code, error.message, at, error.next ?? null)];
}
