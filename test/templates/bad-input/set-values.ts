import { readFileSync } from 'node:fs';
import { dump, load } from 'js-yaml';
import { environmentFile } from '../../../src/config/load.ts';
import type { EnvironmentName } from '../../../src/config/environment-name.ts';
import { readEnvironment } from '../../../src/config/parse-environment.ts';
import { readSystem } from '../../../src/config/parse-system.ts';
import type { LintedSystem } from '../../../src/lint/linted-system.ts';
import { root } from '../evaluated.ts';
import type { RootParameter } from './constraints.ts';

export type Setting = RootParameter & { readonly value: string };

interface Files {
  /** As they would stand in the repository, by name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly system: LintedSystem;
}

/**
 * The system in one environment, with some values of its files changed as somebody would type them: in the environment's file, or
 * in `system.yml` for what is wired there.
 */
export function withValues(system: LintedSystem, environment: EnvironmentName, settings: readonly Setting[]): Files {
  const { file: systemFile, system: name } = system.definition.value;
  const own = environmentFile(name, environment);
  const wiring = parse(systemFile) as { stacks: Record<string, { parameters?: Record<string, string> }> };
  const values = parse(own) as { values: Record<string, Record<string, string> | null> };
  for (const { stack, name: parameter, value } of settings) {
    const wired = wiring.stacks[stack]?.parameters;
    if (wired !== undefined && parameter in wired) wired[parameter] = value;
    else values.values[stack] = { ...values.values[stack], [parameter]: value };
  }
  const texts = new Map([
    [systemFile, dump(wiring)],
    [own, dump(values)],
  ]);
  const definition = readSystem(texts.get(systemFile) ?? '', systemFile);
  const changed = readEnvironment(texts.get(own) ?? '', own, definition.value, environment);
  // what no value changes is left out, since each case costs an evaluation
  const trees = new Map([...system.trees].filter(([stack]) => settings.some((each) => each.stack === stack)));
  return { texts, system: { definition, environments: [changed], trees } };
}

function parse(file: string): unknown {
  return load(readFileSync(`${root}${file}`, 'utf8'));
}
