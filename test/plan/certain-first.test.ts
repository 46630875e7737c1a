import { expect, test } from '@jest/globals';
import { certainFirst } from '../../src/plan/certain-first.ts';
import { changeOf, makeWorld, nodeOf } from './world.ts';
import { change, property } from './stack-plans.ts';

test('what is certain stands first, of changes and of their properties; else the order stays', () => {
  const possible = { certainty: 'possible' } as const;
  const sorted = certainFirst([
    change({ logicalId: 'A', ...possible }),
    change({
      logicalId: 'B',
      properties: [property({ path: 'x', ...possible }), property({ path: 'y' }), property({ path: 'z' })],
    }),
    change({ logicalId: 'C', ...possible }),
    change({ logicalId: 'D' }),
  ]);
  expect(sorted.map(({ logicalId }) => logicalId)).toEqual(['B', 'D', 'A', 'C']);
  expect(sorted[0]?.properties.map(({ path }) => path)).toEqual(['y', 'z', 'x']);
});

test('so in a plan, whatever the order in which CloudFormation lists them', async () => {
  const world = makeWorld();
  const sources = (bucket: string, delay: number) => ({
    'root.yml': {
      Resources: {
        Policy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { Bucket: { Ref: 'Bucket' }, Resource: { 'Fn::Sub': '${Bucket.Arn}/*' } },
        },
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: bucket } },
        Queue: {
          Type: 'AWS::SQS::Queue',
          Properties: { Target: { 'Fn::GetAtt': ['Bucket', 'Arn'] }, Delay: delay },
        },
      },
    },
  });
  world.deploy(world.release(sources('photos', 1)));
  const plan = await world.plan(world.release(sources('pictures', 2)));
  const [set] = world.api.sets.values();
  expect(set?.changes.map((each) => each.LogicalResourceId)).toEqual(['Policy', 'Bucket', 'Queue']);
  expect(nodeOf(plan, '').changes.map(({ logicalId, certainty }) => [logicalId, certainty])).toEqual([
    ['Bucket', 'certain'],
    ['Queue', 'certain'],
    ['Policy', 'possible'],
  ]);
  expect(changeOf(plan, 'Queue').properties.map(({ path }) => path)).toEqual(['Delay', 'Target']);
});
