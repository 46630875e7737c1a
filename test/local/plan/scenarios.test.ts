import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { CloudFormation, Stack } from '@aws-sdk/client-cloudformation';
import { compareFacts, type PlanDifference } from '../../../src/plan/compare-plans.ts';
import { stackFacts } from '../../../src/plan/fingerprint.ts';
import { planStack } from '../../../src/plan/plan-stack.ts';
import type { StackPlan } from '../../../src/plan/plan.ts';
import type { Release } from '../../../src/release/release.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { readScenario, type Scenario } from '../../plan/scenarios/read-scenario.ts';
import { makeWorld } from '../../plan/world.ts';
import { home, settled, startTestAws, type TestAws } from '../front/local.ts';
import { differences, notPlayed } from './differences.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const account = '111111111111';
const artifacts = `slipway-artifacts-${account}-${home}`;
const folder = join(import.meta.dirname, '../../plan/scenarios');
const names = readdirSync(folder).flatMap((file) => /^\d\d-(.*)\.md$/.exec(file)?.[1] ?? []);
const fileOf = (name: string) => readdirSync(folder).find((file) => file.endsWith(`-${name}.md`)) ?? name;

let aws: TestAws;
let client: CloudFormation;

beforeAll(async () => {
  aws = await startTestAws([account]);
  client = aws.cloudFormation(account);
  const location = { LocationConstraint: home } as const;
  await aws.s3(account).createBucket({ Bucket: artifacts, CreateBucketConfiguration: location });
});
afterAll(() => aws.end());

/** Puts a release's templates where its stacks look for them; the root's text. */
async function upload(release: Release): Promise<string> {
  const { templates, stacks } = release.manifest;
  const s3 = aws.s3(account);
  for (const { sha256 } of templates)
    await s3.putObject({ Bucket: artifacts, Key: sha256, Body: await release.read(sha256) });
  return new TextDecoder().decode(await release.read(stacks['app']?.template ?? ''));
}

/** The plan of a scenario by the stand-in, and by the local AWS through the very same code. */
async function bothPlans(name: string, scenario: Scenario): Promise<readonly [StackPlan, StackPlan]> {
  const world = makeWorld();
  const root = 'templates/photos/app.yml';
  const old = world.release(scenario.before, root);
  const next = world.release(scenario.after, root);
  world.deploy(old, scenario.parameters.before);
  const byStandIn = await world.plan(next, scenario.parameters.after);

  const instance = { ...world.instance, stackName: `photos-${name}` };
  const TemplateBody = await upload(old);
  await upload(next);
  await client.createStack({
    StackName: instance.stackName,
    TemplateBody,
    Parameters: Object.entries({ ArtifactBucket: artifacts, ...scenario.parameters.before })
      .filter(([parameter]) => TemplateBody.includes(`${parameter}:`))
      .map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    Tags: Object.entries(instance.tags).map(([Key, Value]) => ({ Key, Value })),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
  });
  const { StackStatus } = await atRest(instance.stackName);
  if (StackStatus !== 'CREATE_COMPLETE') throw new Error(await reasonsOf(instance.stackName));
  const byLocalAws = await planStack({
    ...world.optionsFor(next, scenario.parameters.after),
    instance,
    api: client,
    clock: systemClock,
  });
  // The name of a bucket is everybody's, and the next scenario wants the same.
  const s3 = aws.s3(account);
  for (const { Name = '' } of (await s3.listBuckets()).Buckets ?? [])
    if (Name !== artifacts) await s3.deleteBucket({ Bucket: Name });
  return [byStandIn, { ...byLocalAws, stackName: byStandIn.stackName }];
}

/** A tree of forty nested stacks takes longer than `settled` waits on a busy machine. */
async function atRest(stack: string): Promise<Stack> {
  return settled(client, stack).catch(() => settled(client, stack));
}

async function reasonsOf(stack: string): Promise<string> {
  const { StackEvents = [] } = await client.describeStackEvents({ StackName: stack });
  return StackEvents.flatMap(({ LogicalResourceId, ResourceStatusReason: reason }) =>
    reason === undefined || reason === '' ? [] : [`${LogicalResourceId ?? ''}: ${reason}`],
  ).join('\n');
}

describe('the scenarios of a plan on the local AWS', () => {
  test('are all played, or stand among those that are not, with the reason', () => {
    expect([...Object.keys(differences), ...Object.keys(notPlayed)].sort()).toEqual([...names].sort());
  });

  test.each(Object.entries(differences))(
    '%s: the same plan, but for what is listed',
    async (name, listed) => {
      const scenario = readScenario(join(folder, fileOf(name)));
      const [byStandIn, byLocalAws] = await bothPlans(name, scenario);
      const seen = compareFacts(stackFacts(byStandIn), stackFacts(byLocalAws)).map(
        ({ kind, where, approved, now }: PlanDifference) => [`${kind} ${where}`, approved, now],
      );
      expect(seen).toEqual(listed.map(({ where, standIn, localAws }) => [where, standIn, localAws]));
      for (const text of scenario.hidden) expect(JSON.stringify(byLocalAws)).not.toContain(text);
    },
  );
});
