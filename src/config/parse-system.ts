import { UserError } from '../errors/slipway-error.ts';
import { parameterSource, type FileValue } from './parameter-source.ts';
import { readSecrets, readSwitches } from './read-operations.ts';
import { readChecked, throwAll, type Checked, type FilePath } from './read-checked.ts';
import { systemSchema, type SystemFile } from './schemas.ts';
import { orderStacks, type StackEdge } from './stack-order.ts';
import type { ParameterSource, SystemDefinition } from './system.ts';

/** The parameter that Slipway feeds to root templates itself. */
export const artifactBucketParameter = 'ArtifactBucket';

/**
 * Reads `params/<system>/system.yml` from its text, out of the repository or a release.
 *
 * @param file its name, relative to the repository; the folder is the system's name
 * @throws as `readChecked`, and UserError `CONFIG_REFERENCE`, `CONFIG_CYCLE`, `CONFIG_VALUE`, `CONFIG_RESERVED`
 */
export function parseSystem(source: string, file: string): SystemDefinition {
  return readSystem(source, file).value;
}

/** As `parseSystem`, with positions in the file. */
export function readSystem(source: string, file: string): Checked<SystemDefinition> {
  const checked = readChecked(systemSchema, source, file);
  const { value: read } = checked;
  const errors: UserError[] = [];
  const stacks = Object.keys(read.stacks);
  const edges: StackEdge[] = [];

  const folder = file.split('/').at(-2);
  if (folder !== undefined && folder !== read.system) {
    errors.push(
      new UserError(
        'CONFIG_VALUE',
        `system is "${read.system}", but the folder is ${folder}; they have one name`,
        {
          at: checked.locate(['system']),
        },
      ),
    );
  }

  const sourceOf = (value: FileValue, path: FilePath, taker: string | null): ParameterSource => {
    const at = checked.locate(path);
    try {
      const found = parameterSource(value, { stacks, taker, field: path.join('.'), at });
      if (found.kind === 'output' && taker !== null) {
        edges.push({ taker, giver: found.stack, output: found.output, at });
      }
      return found;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
      return { kind: 'literal', value: '' };
    }
  };

  const definitions = Object.entries(read.stacks).map(([name, stack]) => ({
    name,
    template: stack.template,
    region: stack.region,
    parameters: mapValues(stack.parameters, (value, parameter) => {
      const path = ['stacks', name, 'parameters', parameter];
      errors.push(...reserved(parameter, path, checked));
      return sourceOf(value, path, name);
    }),
  }));
  const site = read.site === undefined ? null : readSite(read.site, sourceOf);
  if (typeof site?.build === 'object') errors.push(...badAddress(site.build.artifact, checked));
  const secrets = readSecrets(checked, errors);
  const switches = readSwitches(checked, errors);
  throwAll(errors, file);

  const order = orderStacks(stacks, edges);
  return {
    ...checked,
    value: {
      system: read.system,
      file,
      description: read.description,
      names: read.names,
      stacks: definitions.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
      site,
      smoke: read.smoke ?? null,
      promotion: read.promotion,
      secrets,
      switches,
    },
  };
}

type SourceAt = (value: FileValue, path: FilePath, taker: null) => ParameterSource;

function readSite(site: NonNullable<SystemFile['site']>, source: SourceAt): SystemDefinition['site'] {
  return {
    build:
      typeof site.build === 'string'
        ? site.build
        : { artifact: site.build.artifact, sha256: site.build.sha256.toLowerCase() },
    bucket: source(site.bucket, ['site', 'bucket'], null),
    distribution: source(site.distribution, ['site', 'distribution'], null),
    url: source(site.url, ['site', 'url'], null),
    config: mapValues(site.config, (value, key) => source(value, ['site', 'config', key], null)),
  };
}

/** Whether the repository names a file by its address rather than by its path. */
export function isAddress(artifact: string): boolean {
  return artifact.startsWith('https://');
}

/** The value is not shown: what it holds may be a password. */
function badAddress(artifact: string, checked: Checked<unknown>): readonly UserError[] {
  if (!isAddress(artifact)) return [];
  const url = URL.parse(artifact);
  const at = checked.locate(['site', 'build', 'artifact']);
  if (url === null) {
    return [
      new UserError('CONFIG_VALUE', 'site.build.artifact is not an address that a browser could open', {
        at,
      }),
    ];
  }
  if (url.username === '' && url.password === '') return [];
  return [
    new UserError(
      'CONFIG_VALUE',
      'site.build.artifact holds a user or a password; it must be an address that anybody may read, or the path of a ZIP in the repository',
      { at },
    ),
  ];
}

/** A mistake where a file sets what Slipway sets. */
export function reserved(parameter: string, path: FilePath, checked: Checked<unknown>): readonly UserError[] {
  if (parameter !== artifactBucketParameter) return [];
  return [
    new UserError(
      'CONFIG_RESERVED',
      `${path.join('.')} is set by Slipway: it is the artifact bucket of the account and region. Leave it out.`,
      { at: checked.locateKey(path) },
    ),
  ];
}

export function mapValues<A, B>(
  map: Readonly<Record<string, A>>,
  convert: (value: A, key: string) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, convert(value, key)]));
}
