import { listSystems, loadEnvironments, loadSystem } from '../../config/load.ts';
import { readStatus, type EnvironmentStatus } from '../../deployment/read-status.ts';
import type { Session } from '../../deployment/target.ts';
import { boardText, type BoardCell, type BoardRow } from '../../report/board.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeSession } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { paintFor } from '../paint-for.ts';

export const registerStatus: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('status [system]')
      .description('the board: which release is where, since when, and what is wrong')
      .addHelpText('after', '\nExample:\n  slipway status companycam --json'),
  ).action(action<[string | undefined], object>(io, finish, status));
};

async function status(invocation: Invocation<object>, system: string | undefined): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const systems = system === undefined ? await listSystems(root) : [system];
  const session = await makeSession(options, io, root);
  const rows: BoardRow[] = [];
  const result: Record<string, readonly EnvironmentStatus[]> = {};
  for (const name of systems) {
    const states = await statusOf(root, name, session);
    rows.push({ system: name, cells: states.map((state, index) => cellOf(state, states[index - 1])) });
    result[name] = states;
  }
  return {
    exitCode: exitCodes.ok,
    result,
    text: boardText(rows, { paint: paintFor(io), now: session.clock.now() }),
  };
}

async function statusOf(root: string, name: string, session: Session): Promise<readonly EnvironmentStatus[]> {
  const environments = await loadEnvironments(root, await loadSystem(root, name));
  return Promise.all(environments.map((environment) => readStatus(environment, session)));
}

/** One environment on the board; how far behind it is counts the releases that came to the one before it since. */
function cellOf(state: EnvironmentStatus, before: EnvironmentStatus | undefined): BoardCell {
  const { environment, head, problem, records } = state;
  const [newest] = records;
  const cause = newest?.cause ?? null;
  const notes = cause === null ? [] : [cause];
  return { environment, head, problem, behind: behindOf(state, before), notes };
}

function behindOf({ head }: EnvironmentStatus, before: EnvironmentStatus | undefined): number | null {
  const here = head?.release ?? null;
  if (here === null || before === undefined) return null;
  // what was rolled back never ran there
  const arrived = before.records.filter(
    ({ kind, outcome }) => outcome !== 'deploy-failed' && kind !== 'tear-down',
  );
  const position = [...new Set(arrived.map(({ release }) => release))].indexOf(here);
  return position === -1 ? null : position;
}
