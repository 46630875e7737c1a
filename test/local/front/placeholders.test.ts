import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { settled, startTestAws, type TestAws } from './local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(30_000);

interface Listed {
  readonly type: string;
  readonly refusal: string;
}

const file = join(import.meta.dirname, '../../../local/emulator/placeholders.json');
const { types } = JSON.parse(readFileSync(file, 'utf8')) as { readonly types: readonly Listed[] };
const account = '111111111111';

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws([account], { placeholders: false });
});

afterAll(() => aws.end());

test.each(types.map(({ type, refusal }) => [type, refusal]))(
  'the emulator itself refuses %s in the recorded words',
  async (type, refusal) => {
    const TemplateBody = JSON.stringify({ Resources: { It: { Type: type } } });
    await expect(
      aws.cloudFormation(account).createStack({ StackName: 'refused', TemplateBody }),
    ).rejects.toMatchObject({
      message: refusal,
    });
  },
);

test('with the list they are accepted, with Ref and attributes of the right form, and others are still refused', async () => {
  const listed = await startTestAws([account]);
  try {
    const cloudFormation = listed.cloudFormation(account);
    const Resources = Object.fromEntries(types.map(({ type }, index) => [`R${index}`, { Type: type }]));
    const TemplateBody = JSON.stringify({
      Resources: {
        ...Resources,
        Address: { Type: 'AWS::EC2::EIP' },
        Gateway: { Type: 'AWS::EC2::NatGateway' },
      },
      Outputs: {
        Address: { Value: { Ref: 'Address' } },
        Allocation: { Value: { 'Fn::GetAtt': ['Address', 'AllocationId'] } },
        Gateway: { Value: { Ref: 'Gateway' } },
      },
    });
    await cloudFormation.createStack({ StackName: 'inert', TemplateBody });
    const stack = await settled(cloudFormation, 'inert');
    expect(stack.StackStatus).toBe('CREATE_COMPLETE');
    const output = (key: string) => stack.Outputs?.find(({ OutputKey }) => OutputKey === key)?.OutputValue;
    expect(output('Address')).toMatch(/^203\.0\.113\.\d+$/);
    expect(output('Allocation')).toMatch(/^eipalloc-[0-9a-f]{17}$/);
    expect(output('Gateway')).toMatch(/^nat-[0-9a-f]{17}$/);
    expect(new Set((await listed.local.placeholders()).map(({ type }) => type))).toEqual(
      new Set(types.map(({ type }) => type)),
    );
    const unlisted = JSON.stringify({ Resources: { It: { Type: 'AWS::Synthetics::Canary' } } });
    await expect(
      cloudFormation.createStack({ StackName: 'other', TemplateBody: unlisted }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('Unrecognized resource types: [AWS::Synthetics::Canary]'),
    });
  } finally {
    await listed.end();
  }
});
