import { secretsOf } from '../../../secrets/find-secret.ts';
import { readState } from '../../../secrets/secret-store.ts';
import type { CommandOutcome, Invocation } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { openEnvironment } from './open.ts';

export async function list(
  invocation: Invocation<object>,
  systemName: string,
  environmentName: string,
): Promise<CommandOutcome> {
  const { system, environment, clients, guard } = await openEnvironment(
    invocation,
    systemName,
    environmentName,
  );
  await guard(environment);
  const rows = await Promise.all(
    secretsOf(system, environment).map(async ({ definition, id, region }) => {
      const state = await readState(await clients.secretStore(region), id);
      const isSet = state !== null && state.current !== null;
      return {
        secret: definition.key,
        name: id,
        region,
        description: definition.description,
        state: state === null ? 'absent' : isSet ? 'set' : 'empty',
        changedAt: isSet && state.changedAt !== null ? new Date(state.changedAt).toISOString() : null,
        hasPrevious: state !== null && state.previous !== null,
      };
    }),
  );
  const width = Math.max(0, ...rows.map(({ secret }) => secret.length));
  return {
    exitCode: exitCodes.ok,
    result: { system: system.system, environment: environment.environment, secrets: rows },
    text:
      rows.length === 0
        ? ` secrets  ${system.system} names none in ${system.file}`
        : rows
            .map(
              ({ secret, state, changedAt, name, region }) =>
                ` ${secret.padEnd(width)}  ${(changedAt === null ? state : `set ${changedAt.slice(0, 10)}`).padEnd(14)}  ${name} (${region})`,
            )
            .join('\n'),
  };
}
