import { expect, test } from '@jest/globals';
import { parsePlan } from '../../../src/plan/parse-plan.ts';
import { plainPaint } from '../../../src/report/paint.ts';
import { planMarkdown } from '../../../src/report/plan-markdown.ts';
import { planText } from '../../../src/report/plan-terminal.ts';
import { reportPage } from '../../../src/report/html/report-page.ts';
import { photos } from '../photos.ts';
import { composed } from '../stack-plans.ts';
import { makeWorld } from '../world.ts';

const key = { Key: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } } };

test('a plan tells what it costs in every form, and keeps it through its file', async () => {
  const world = makeWorld();
  world.deploy(world.release(photos()));
  const stack = await world.plan(world.release(photos({ extra: key })));
  expect(stack.cost).toMatchObject({ region: 'eu-west-1', usd: 1 });
  expect(stack.cost?.items).toMatchObject([{ type: 'AWS::KMS::Key', before: 0, after: 1 }]);
  const plan = composed([stack]);
  const { system, release, environment } = plan;
  const says =
    'Monthly cost at list prices: + $1.00 for 1 resource with a fixed price (USD, 730 hours, prices of 2026-11-21 and later); not in it: 1 resource paid by use.';
  expect(planText(plan, { paint: plainPaint, width: 120 })).toContain(says);
  expect(planMarkdown({ system, release, commit: null, entries: [{ environment, plan }] })).toMatch(
    /Monthly cost at list prices.*1\.00 for 1 resource/,
  );
  expect(reportPage({ title: 't', subtitle: '', sections: [{ kind: 'plan', plan }] })).toContain(says);
  expect(parsePlan(JSON.stringify(plan), 'plan.json').stacks[0]?.cost).toEqual(stack.cost);
  expect(composed([{ ...stack, cost: undefined }]).fingerprint).toBe(plan.fingerprint);
});

test('a plan says nothing of a cost where nothing changes that is paid for', async () => {
  const world = makeWorld();
  world.deploy(world.release(photos()));
  expect((await world.plan(world.release(photos({ memory: 512 })))).cost).toBeUndefined();
});

test('a plan tells of the old resource that a replacement keeps', async () => {
  const world = makeWorld();
  const store = (BucketName: string) => ({
    Store: { Type: 'AWS::S3::Bucket', UpdateReplacePolicy: 'Retain', Properties: { BucketName } },
  });
  world.deploy(world.release(photos({ extra: store('one') })));
  const { cost } = await world.plan(world.release(photos({ extra: store('two') })));
  expect(cost).toMatchObject({
    usd: 0,
    byUse: [
      {
        path: 'storage/Store',
        because: expect.stringContaining('is kept and goes on costing') as unknown as string,
      },
    ],
    notPriced: [],
  });
});
