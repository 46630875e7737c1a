import { expect, test } from '@jest/globals';
import { play } from '../../../scripts/conformance/run.ts';
import type { Scenario, World } from '../../../scripts/conformance/world.ts';

test('a scenario whose clean-up can’t even look is told by its name, and breaks off no other', async () => {
  const refuse = () => Promise.reject(new Error('the token is expired'));
  const world = {
    account: '111111111111',
    isLocal: false,
    clients: { cloudFormation: { describeStacks: refuse } },
  } as unknown as World;
  const scenario: Scenario = {
    name: 'objects',
    title: 'objects',
    creates: [],
    verifies: ['fakes/s3/1'],
    minutes: 1,
    run: refuse,
  };
  const played = await play(world, scenario, 'slipway-conformance-0ff1ce');
  expect(played.left).toEqual(['what begins with slipway-conformance-0ff1ce-objects (the token is expired)']);
  expect(played.observations).toMatchObject([{ outcome: 'not-seen', seen: 'Error: the token is expired' }]);
});
