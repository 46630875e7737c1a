import { withParameter } from '../config/edit-parameter.ts';
import type { EnvironmentDefinition, SwitchDefinition, SystemDefinition } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import { openRelease, readReleasedText } from '../release/open-release.ts';
import { copyRelease } from '../release/copy-release.ts';
import type { Release } from '../release/release.ts';
import { withEnvironment } from '../release/with-environment.ts';
import { suggestion, withHint } from '../template/nearest.ts';
import { environmentLedger } from './environment-ledger.ts';
import { guardTarget } from './guard-target.ts';
import { readTarget } from './read-target.ts';
import { artifactStores, homeStore } from './stores.ts';
import type { Session, Target } from './target.ts';

export interface SwitchWish {
  readonly parameter: string;
  readonly value: string;
}

export interface TurnedSwitch {
  readonly target: Target;
  readonly definition: SwitchDefinition;
  /** What runs there now, and is the same but for this one parameter. */
  readonly base: Release;
}

/**
 * Makes the release that turns a switch: the one that runs in the environment, with that parameter of that environment changed
 * and nothing else, so that nothing else ships with it. It goes to this environment alone and has passed nowhere before; that is
 * why only what the running release itself declares as a switch can be turned. Its few new bytes are put beside the others.
 *
 * @throws UserError NOTHING_DEPLOYED, SWITCH_UNKNOWN and SWITCH_VALUE with the choices, PARAMETER_EDIT, and what reading the
 *   ledger and the release throws
 */
export async function turnSwitch(
  environment: EnvironmentDefinition,
  session: Session,
  wish: SwitchWish,
): Promise<TurnedSwitch> {
  const { environment: name, system } = environment;
  // the plan role adds artifacts; the deploy role only takes them
  const clients = session.clients(environment, 'plan');
  await guardTarget({ environment }, clients);
  const head = await (await environmentLedger(environment, clients, session)).readHead();
  if (head.release === null) {
    throw new UserError(
      'NOTHING_DEPLOYED',
      `${system} ${name} runs nothing, so no switch of it can be turned`,
      {
        next: `slipway status ${system}`,
      },
    );
  }
  const base = await openRelease(head.release, await homeStore(environment, clients, session.clock));
  const running = await readTarget(base, name);
  const definition = findSwitch(running.system, wish);
  const released = base.manifest.environments[name];
  const text = withParameter(await readReleasedText(base, released), released.path, running.system, name, {
    ...wish,
    stack: definition.stack,
  });
  const release = withEnvironment(base, name, text);
  const stores = await artifactStores(environment, clients, session.clock);
  await copyRelease(release, stores, { logger: session.logger });
  return { target: await readTarget(release, name), definition, base };
}

/** @throws UserError SWITCH_UNKNOWN, SWITCH_VALUE */
export function findSwitch(system: SystemDefinition, { parameter, value }: SwitchWish): SwitchDefinition {
  const choices = system.switches.map((each) => each.parameter);
  const found = system.switches.find((each) => each.parameter === parameter);
  if (found === undefined) {
    throw new UserError(
      'SWITCH_UNKNOWN',
      withHint(
        `${system.system} has no switch ${parameter}; it has ${choices.join(', ') || 'none'} (${system.file}, switches)`,
        suggestion(parameter, choices),
      ),
    );
  }
  if (found.values.includes(value)) return found;
  throw new UserError(
    'SWITCH_VALUE',
    `${parameter} is turned to ${found.values.join(' or ')}, not to "${value}"`,
    { next: `the same command with ${found.values.join(' or ')} at its end` },
  );
}
