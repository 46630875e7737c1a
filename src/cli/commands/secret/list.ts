import { secretsOf } from '../../../secrets/find-secret.ts';
import { readState, type SecretState } from '../../../secrets/secret-store.ts';
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
      const isSet = stateWord(state) === 'set';
      const changedAt = state?.changedAt ?? null;
      return {
        secret: definition.key,
        name: id,
        region,
        description: definition.description,
        state: stateWord(state),
        changedAt: isSet && changedAt !== null ? new Date(changedAt).toISOString() : null,
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
        ? ` secrets  ${system.system} names none of ${environment.environment} in ${system.file}`
        : rows
            .map(
              ({ secret, state, changedAt, name, region }) =>
                ` ${secret.padEnd(width)}  ${(changedAt === null ? state : `set ${changedAt.slice(0, 10)}`).padEnd(14)}  ${name} (${region})`,
            )
            .join('\n'),
  };
}

function stateWord(state: SecretState | null): 'absent' | 'to be deleted' | 'set' | 'empty' {
  if (state === null) return 'absent';
  if (state.isToBeDeleted) return 'to be deleted';
  return state.current === null ? 'empty' : 'set';
}
