import { describe, expect, test } from '@jest/globals';
import type { ResourceChangeDetail } from '@aws-sdk/client-cloudformation';
import { statedChanges } from '../../src/plan/change-details.ts';

const standIn = '{{IntrinsicFunction:app/Network.Outputs.RouteTableIds/Fn::GetAtt}}';

function detail(path: string, before?: string, after?: string): ResourceChangeDetail {
  return {
    Evaluation: 'Static',
    Target: {
      Attribute: 'Properties',
      Path: `/Properties/${path}`,
      ...(before === undefined ? {} : { BeforeValue: before }),
      ...(after === undefined ? {} : { AfterValue: after }),
    },
  };
}

const openPaths = (...details: ResourceChangeDetail[]): readonly string[] =>
  statedChanges({ Details: details })
    .filter(({ unresolved }) => unresolved)
    .map(({ path }) => path);

describe('a list that another stack feeds', () => {
  test('is open in every item, although only the first holds the stand-in', () => {
    expect(
      openPaths(detail('RouteTableIds/0', 'rtb-1', standIn), detail('RouteTableIds/1', 'rtb-2')),
    ).toEqual(['RouteTableIds.0', 'RouteTableIds.1']);
  });

  test('says nothing of another list, nor of what is no list', () => {
    expect(
      openPaths(
        detail('RouteTableIds/0', 'rtb-1', standIn),
        detail('SubnetIds/1', 'subnet-2'),
        detail('VpcId', 'vpc-1', 'vpc-2'),
      ),
    ).toEqual(['RouteTableIds.0']);
  });

  test('an item that goes from a list that is known is known to go', () => {
    expect(openPaths(detail('SubnetIds/1', 'subnet-2'))).toEqual([]);
  });
});
