import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { findLeftovers } from '../../../scripts/conformance/clean-up.ts';
import { play } from '../../../scripts/conformance/run.ts';
import { scenarios } from '../../../scripts/conformance/scenarios/all.ts';
import type { Answer, Clients, World } from '../../../scripts/conformance/world.ts';
import { startTestAws, type TestAws } from '../front/local.ts';
import { account, localWorld } from './world.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(120_000);

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws([account]);
});
afterAll(() => aws.end());

/** What an SDK call came to. */
interface Came {
  output: Record<string, unknown>;
  refusal: unknown;
}

type Change = (came: Came) => void;

/** The world with one rule changed: what one operation answers, whoever asks. */
function withAnswers(world: World, command: string, change: Change): World {
  const bend = (clients: Clients): Clients => {
    for (const client of [clients.cloudFormation, clients.s3]) {
      // Each client has a stack of its own type; what is done here is the same for all.
      const stack = client.middlewareStack as unknown as {
        add(middleware: unknown, options: object): void;
      };
      stack.add(
        (
          next: (args: unknown) => Promise<{ output: Record<string, unknown> }>,
          context: { commandName?: string },
        ) =>
          async (args: unknown) => {
            if (context.commandName !== command) return next(args);
            const came: Came = { output: {}, refusal: undefined };
            const result = await next(args).catch((error: unknown) => {
              came.refusal = error;
              return undefined;
            });
            came.output = result?.output ?? {};
            change(came);
            if (came.refusal !== undefined) throw came.refusal as Error;
            return { ...result, output: came.output };
          },
        { step: 'initialize', priority: 'high', name: 'plant' },
      );
    }
    return clients;
  };
  return { ...world, clients: bend(world.clients), as: (keys) => bend(world.as(keys)) };
}

/** The world with one rule changed: what an address answers. */
function withHttp(world: World, change: (answer: Answer) => Answer): World {
  return { ...world, ask: async (...asked) => change(await world.ask(...asked)) };
}

const without =
  (name: string): Change =>
  ({ output }) => {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the field is what the plant names
    delete output[name];
  };
const granted =
  (name: string): Change =>
  (came) => {
    if ((came.refusal as Error | undefined)?.name.startsWith(name) === true) came.refusal = undefined;
  };
const status = (from: number, to: number) => (answer: Answer) =>
  answer.status === from ? { ...answer, status: to } : answer;

const plants: readonly (readonly [string, string, string, (world: World) => World])[] = [
  [
    'nested',
    'nested sets do not name their parent',
    'change-sets/2',
    (world) => withAnswers(world, 'DescribeChangeSetCommand', without('ParentChangeSetId')),
  ],
  [
    'nested',
    'what is unresolved reads as a value',
    'change-sets/3',
    (world) =>
      withAnswers(world, 'DescribeChangeSetCommand', ({ output }) => {
        const parameters = (output['Parameters'] ?? []) as { ParameterValue?: string }[];
        for (const one of parameters)
          if (one.ParameterValue?.startsWith('{{') === true) one.ParameterValue = 'app-Queue';
      }),
  ],
  [
    'change-sets',
    'the stack names no change set',
    'change-sets/16',
    (world) =>
      withAnswers(world, 'DescribeStacksCommand', ({ output }) => {
        for (const stack of (output['Stacks'] ?? []) as { ChangeSetId?: string }[]) delete stack.ChangeSetId;
      }),
  ],
  [
    'failures',
    'nothing is skipped at deletion',
    'emulator/nested_deletion',
    (world) =>
      withAnswers(world, 'DescribeStackEventsCommand', ({ output }) => {
        const events = (output['StackEvents'] ?? []) as { ResourceStatus?: string }[];
        output['StackEvents'] = events.filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_SKIPPED');
      }),
  ],
  [
    'objects',
    'If-None-Match is not looked at',
    'fakes/s3/2',
    (world) => withAnswers(world, 'PutObjectCommand', granted('PreconditionFailed')),
  ],
  [
    'bucket-access',
    'signatures are not checked',
    'fakes/photo-api/1',
    (world) => withHttp(world, status(403, 200)),
  ],
  [
    'names-and-roles',
    'the name of a change set is not looked at',
    'identity/3',
    (world) => withAnswers(world, 'CreateChangeSetCommand', granted('AccessDenied')),
  ],
  ['usage-keys', 'nobody is throttled', 'emulator/usage_keys', (world) => withHttp(world, status(429, 200))],
  ['edge', 'what is missing is always 404', 'the-edge/7', (world) => withHttp(world, status(403, 404))],
];

describe('a stand-in with one rule changed is told by the scenario', () => {
  test.each(plants)('%s: %s', async (name, _what, rule, plant) => {
    const scenario = scenarios.find((one) => one.name === name);
    if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);
    const { observations, left } = await play(plant(localWorld(aws)), scenario, 'slipway-conformance-plant');
    const differing = observations.filter(({ outcome }) => outcome === 'differs');
    expect(differing.flatMap(({ rules }) => rules)).toContain(rule);
    expect(left).toEqual([]);
  });

  test('each scenario has one', () => {
    expect([...new Set(plants.map(([name]) => name))].sort()).toEqual(
      scenarios.map(({ name }) => name).sort(),
    );
  });
});

describe('a scenario that breaks off', () => {
  const [scenario] = scenarios.filter(({ name }) => name === 'failures');

  test('says which rules it did not see, and removes what it made', async () => {
    const world = withAnswers(localWorld(aws), 'DescribeStackEventsCommand', (came) => {
      came.refusal = new Error('cut off');
    });
    if (scenario === undefined) throw new Error('There is no such scenario.');
    const { observations, left } = await play(world, scenario, 'slipway-conformance-cut');
    expect(observations.at(-1)).toMatchObject({
      outcome: 'not-seen',
      seen: 'Error: cut off',
      rules: expect.arrayContaining(['emulator/nested_deletion']),
    });
    expect(left).toEqual([]);
    expect(await findLeftovers(localWorld(aws))).toEqual({ stacks: [], buckets: [] });
  });
});
