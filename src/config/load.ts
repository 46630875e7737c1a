import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError, UserErrors } from '../errors/slipway-error.ts';
import { suggestion, withHint } from '../template/nearest.ts';
import { compareEnvironments } from './compare-environments.ts';
import { environmentNames, type EnvironmentName } from './environment-name.ts';
import { parseEnvironmentName, readEnvironment } from './parse-environment.ts';
import { readSystem } from './parse-system.ts';
import { throwAll, type Checked } from './read-checked.ts';
import type { EnvironmentDefinition, SystemDefinition } from './system.ts';

const parametersFolder = 'params';

/** Where the definition of a system stands, relative to the repository. */
export function systemFile(system: string): string {
  return `${parametersFolder}/${system}/system.yml`;
}

/** Where the parameters of an environment stand, relative to the repository. */
export function environmentFile(system: string, environment: EnvironmentName): string {
  return `${parametersFolder}/${system}/${environment}.yml`;
}

/** The systems of a repository, sorted: the folders in `params` that hold a `system.yml`. */
export async function listSystems(root: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, parametersFolder), { withFileTypes: true }).catch(
    (error: unknown) => {
      if (isNoEntry(error)) return [];
      throw error;
    },
  );
  const systems: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory() && (await exists(join(root, systemFile(entry.name))))) systems.push(entry.name);
  }
  return systems.sort();
}

/**
 * Reads a system's definition from the repository, and looks whether the files that it names are there.
 *
 * @param root the repository's folder
 * @throws UserError `SYSTEM_UNKNOWN` with the choices, `CONFIG_FILE_MISSING`, and what `parseSystem` throws
 */
export async function loadSystem(root: string, system: string): Promise<SystemDefinition> {
  return (await readSystemFile(root, system)).value;
}

/** As `loadSystem`, with positions in the file. */
export async function readSystemFile(root: string, system: string): Promise<Checked<SystemDefinition>> {
  const systems = await listSystems(root);
  if (!systems.includes(system)) throw unknownSystem(system, systems);
  const file = systemFile(system);
  const checked = readSystem(await readFile(join(root, file), 'utf8'), file);
  const { stacks, smoke } = checked.value;
  const named = [
    ...stacks.map(({ name, template }) => ({ path: ['stacks', name, 'template'], named: template })),
    ...(smoke === null ? [] : [{ path: ['smoke'], named: smoke }]),
  ];
  const errors: UserError[] = [];
  for (const { path, named: target } of named) {
    if (await exists(join(root, target))) continue;
    errors.push(
      new UserError('CONFIG_FILE_MISSING', `${path.join('.')} names ${target}, which is not there`, {
        at: checked.locate(path),
      }),
    );
  }
  throwAll(errors, file);
  return checked;
}

/**
 * Reads one environment of a system from the repository.
 *
 * @param environment `dev`, `sit` or `prod`; anything else is an error with the choices
 * @throws UserError `ENVIRONMENT_UNKNOWN`, `CONFIG_FILE_MISSING`, and what `parseEnvironment` throws
 */
export async function loadEnvironment(
  root: string,
  system: SystemDefinition,
  environment: string,
): Promise<EnvironmentDefinition> {
  return (await readEnvironmentFile(root, system, environment)).value;
}

/** As `loadEnvironment`, with positions in the file. */
export async function readEnvironmentFile(
  root: string,
  system: SystemDefinition,
  environment: string,
): Promise<Checked<EnvironmentDefinition>> {
  const name = parseEnvironmentName(environment);
  const file = environmentFile(system.system, name);
  const source = await readFile(join(root, file), 'utf8').catch((error: unknown) => {
    if (!isNoEntry(error)) throw error;
    throw new UserError(
      'CONFIG_FILE_MISSING',
      `There is no ${file}; a system has one file for each of ${environmentNames.join(', ')}`,
    );
  });
  return readEnvironment(source, file, system, name);
}

/**
 * Reads all environments of a system in promotion order, and compares them: the same stacks with the same parameters in each.
 *
 * @throws as `loadEnvironment` for each, all mistakes at once; UserError `CONFIG_PARAMETER_KEYS`
 */
export async function loadEnvironments(
  root: string,
  system: SystemDefinition,
): Promise<readonly EnvironmentDefinition[]> {
  const errors: UserError[] = [];
  const read: Checked<EnvironmentDefinition>[] = [];
  for (const name of environmentNames) {
    try {
      read.push(await readEnvironmentFile(root, system, name));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(...(error instanceof UserErrors ? error.errors : [error]));
    }
  }
  throwAll([...errors, ...compareEnvironments(read)], `${parametersFolder}/${system.system}`);
  return read.map(({ value }) => value);
}

function unknownSystem(system: string, systems: readonly string[]): UserError {
  if (systems.length === 0) {
    return new UserError(
      'SYSTEM_UNKNOWN',
      `There is no system ${system}: ${parametersFolder} holds no system.yml`,
      {
        next: `Write ${systemFile('<system>')}, or run the command in the repository's folder`,
      },
    );
  }
  return new UserError(
    'SYSTEM_UNKNOWN',
    withHint(
      `There is no system ${system}; the systems are ${systems.join(', ')}`,
      suggestion(system, systems),
    ),
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: unknown) => {
      if (isNoEntry(error)) return false;
      throw error;
    },
  );
}

function isNoEntry(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
