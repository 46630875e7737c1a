import { silentLogger } from '../../src/runtime/logger.ts';
import { executeChangeSet } from '../../src/stacks/execute-change-set.ts';
import type { StackEvent } from '../../src/stacks/stack-event.ts';
import { FakeClock } from '../fakes/cloudformation/stacks/fake-clock.ts';
import { FakeStacks, type FakeStacksOptions } from '../fakes/cloudformation/stacks/fake-stacks.ts';
import type { FakeTemplate } from '../fakes/cloudformation/stacks/model.ts';

/** The stack that is executed on. */
export const name = 'companycam-dev-app';
/** One resource and one output. */
export const plain: FakeTemplate = { resources: { Topic: {} }, outputs: { ApiUrl: 'https://api' } };

/** A root with two nested stacks that wait for each other; another version changes every resource. */
export function tree(version: number, changes: Readonly<Record<string, object>> = {}): FakeTemplate {
  return {
    outputs: { ApiUrl: `https://api/${version}` },
    resources: {
      storage: {
        stack: {
          resources: { PhotosBucket: { type: 'AWS::S3::Bucket', version, ...changes['PhotosBucket'] } },
        },
      },
      api: {
        dependsOn: ['storage'],
        stack: {
          resources: {
            PresignRole: { type: 'AWS::IAM::Role', version },
            PresignFunction: {
              type: 'AWS::Lambda::Function',
              version,
              dependsOn: ['PresignRole'],
              ...changes['PresignFunction'],
            },
            Alarm: { version, dependsOn: ['PresignRole'], takes: 20_000, ...changes['Alarm'] },
            Late: { version, dependsOn: ['Alarm'] },
          },
        },
      },
      Dashboard: { version, takes: 60_000 },
    },
  };
}

/** A region, and how a change set is executed in it. */
export function setUp(options: Omit<FakeStacksOptions, 'clock'> = {}) {
  const clock = new FakeClock();
  const api = new FakeStacks({ clock, ...options });
  const events: StackEvent[] = [];
  const run = (ids: { changeSetArn: string; stackId: string }, more: object = {}) =>
    executeChangeSet({
      api,
      clock,
      logger: silentLogger,
      clientRequestToken: 'attempt-1',
      random: () => 0.5,
      onEvent: (event) => events.push(event),
      ...ids,
      ...more,
    });
  return { clock, api, events, run };
}
