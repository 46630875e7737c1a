import type { EnvironmentDefinition, SecretDefinition, SystemDefinition } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import { suggestion, withHint } from '../template/nearest.ts';

/** A declared secret in one environment. */
export interface PlacedSecret {
  readonly definition: SecretDefinition;
  /** Its name in Secrets Manager. */
  readonly id: string;
  readonly region: string;
}

/** The secrets that people bring to an environment. */
export function secretsOf(
  system: SystemDefinition,
  environment: EnvironmentDefinition,
): readonly PlacedSecret[] {
  return system.secrets
    .filter(({ environments }) => environments.includes(environment.environment))
    .map((definition) => ({
      definition,
      id: definition.name.replaceAll('{env}', environment.environment),
      region: environment.regions[definition.region],
    }));
}

/** @throws UserError SECRET_UNKNOWN with the choices */
export function findSecret(
  system: SystemDefinition,
  environment: EnvironmentDefinition,
  key: string,
): PlacedSecret {
  const secrets = secretsOf(system, environment);
  const found = secrets.find(({ definition }) => definition.key === key);
  if (found !== undefined) return found;
  const choices = secrets.map(({ definition }) => definition.key);
  const has = choices.length === 0 ? 'none' : choices.join(', ');
  throw new UserError(
    'SECRET_UNKNOWN',
    withHint(
      `${system.system} ${environment.environment} has no secret ${key}; it has ${has} (${system.file}, secrets)`,
      suggestion(key, choices),
    ),
  );
}
