import { expect, test } from '@jest/globals';
import type { CloudFormationApi } from '../../src/aws/apis.ts';
import { withMaskedWords } from '../../src/plan/masked-words.ts';
import { maskedSecret } from '../../src/template/evaluated.ts';

const arn = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/photos-canary-Storage-1/2f';
const at = new Date(0);

/** CloudFormation that answers a listing, and refuses to describe. */
const api = withMaskedWords(
  {
    listStackResources: () =>
      Promise.resolve({
        $metadata: {},
        StackResourceSummaries: [
          {
            LogicalResourceId: 'Bucket',
            PhysicalResourceId: 'photos-canary',
            ResourceStatusReason: 'canary is not a name',
            LastUpdatedTimestamp: at,
          },
          { LogicalResourceId: 'Storage', PhysicalResourceId: arn },
        ],
      }),
    describeStacks: () => Promise.reject(Object.assign(new Error('no canary'), { name: 'ValidationError' })),
  } as unknown as CloudFormationApi,
  ['canary'],
);

test('a known secret is in no reason and in no name of a resource; what a nested stack is followed by stays', async () => {
  expect(await api.listStackResources({ StackName: 'photos' })).toMatchObject({
    StackResourceSummaries: [
      {
        LogicalResourceId: 'Bucket',
        PhysicalResourceId: `photos-${maskedSecret}`,
        ResourceStatusReason: `${maskedSecret} is not a name`,
        LastUpdatedTimestamp: at,
      },
      { LogicalResourceId: 'Storage', PhysicalResourceId: arn },
    ],
  });
});

test('nor in a refusal, which keeps its name', async () => {
  const refused: unknown = await api.describeStacks({ StackName: 'photos' }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'ValidationError', message: `no ${maskedSecret}` });
  expect((refused as Error).stack).not.toContain('canary');
});
