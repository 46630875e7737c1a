import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { findLeftovers } from '../../../scripts/conformance/clean-up.ts';
import { play } from '../../../scripts/conformance/run.ts';
import { scenarios } from '../../../scripts/conformance/scenarios/all.ts';
import type { World } from '../../../scripts/conformance/world.ts';
import { startTestAws, type TestAws } from '../front/local.ts';
import { account, localWorld } from './world.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(120_000);

let aws: TestAws;
let world: World;

beforeAll(async () => {
  aws = await startTestAws([account]);
  world = localWorld(aws);
});
afterAll(() => aws.end());

describe('the local AWS does what every scenario expects, and nothing is left', () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      const { observations, left } = await play(world, scenario, 'slipway-conformance-local');
      expect(observations.filter(({ outcome }) => outcome !== 'same')).toEqual([]);
      expect(observations.length).toBeGreaterThan(3);
      expect(left).toEqual([]);
      expect(await findLeftovers(world)).toEqual({ stacks: [], buckets: [] });
    },
  );
});
