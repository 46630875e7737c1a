import { expect, test } from '@jest/globals';
import type { GitHubEnvironment } from '../../src/bootstrap/bootstrap.ts';
import { bootstrapPlanText, bootstrapText } from '../../src/report/bootstrap-text.ts';
import { plainPaint } from '../../src/report/paint.ts';

const account = '333333333333';

test('a plan names every resource and every value that differs', () => {
  const text = bootstrapPlanText(
    [
      {
        account,
        region: 'eu-west-1',
        stack: 'slipway-bootstrap',
        handsOverTo: ['slipway-bootstrap-execution', 'slipway-bootstrap-upkeep'],
        change: {
          kind: 'update',
          changeSetArn: 'arn',
          stackId: 'id',
          madeStack: false,
          resources: [
            { action: 'Modify', logicalId: 'DeployRole', type: 'AWS::IAM::Role', replacement: 'False' },
            { action: 'Modify', logicalId: 'Ledger', type: 'AWS::S3::Bucket', replacement: 'True' },
          ],
          parameters: [{ name: 'RepositoryId', before: '', after: '42' }],
        },
      },
      {
        account,
        region: 'us-east-1',
        stack: 'slipway-bootstrap',
        handsOverTo: [],
        change: { kind: 'no-changes' },
      },
    ],
    plainPaint,
  );
  expect(text).toBe(
    [
      ' 333333333333 eu-west-1  slipway-bootstrap is changed: 2 resources',
      '   modify   DeployRole  AWS::IAM::Role',
      '   replace  Ledger  AWS::S3::Bucket',
      '   value    RepositoryId: (empty) → 42',
      '   then     slipway-bootstrap-execution and slipway-bootstrap-upkeep make anew what is removed here; until then nothing is deployed',
      ' 333333333333 us-east-1  slipway-bootstrap  no changes',
    ].join('\n'),
  );
});

const production: GitHubEnvironment = {
  name: 'shop-prod',
  account,
  branches: ['main'],
  needsReviewers: true,
  roles: {
    preview: 'arn:preview',
    plan: 'arn:plan',
    deploy: 'arn:deploy',
    watch: 'arn:watch',
    janitor: 'arn:janitor',
  },
};

test('the end says what to enter at GitHub', () => {
  const text = bootstrapText(
    [
      {
        account,
        region: 'eu-west-1',
        stack: 'slipway-bootstrap-upkeep',
        outcome: { kind: 'no-changes', outputs: {} },
      },
    ],
    [production],
    plainPaint,
  );
  expect(text).toBe(
    [
      ' 333333333333 eu-west-1  slipway-bootstrap-upkeep  no changes',
      '',
      ' At GitHub, under Settings → Environments, make:',
      '   shop-prod',
      '     deployment branches  main only',
      '     required reviewers   yes: somebody approves every deployment',
      '     preview role         arn:preview',
      '     plan role            arn:plan',
      '     deploy role          arn:deploy',
      '     watch role           arn:watch',
      '     janitor role         arn:janitor',
    ].join('\n'),
  );
});

test('a failure names its cause and the option that helps, and nothing to enter', () => {
  const text = bootstrapText(
    [
      {
        account,
        region: 'eu-west-1',
        stack: 'slipway-bootstrap',
        outcome: {
          kind: 'failed',
          status: 'ROLLBACK_COMPLETE',
          rolledBack: true,
          cause: {
            path: [],
            logicalId: 'GitHubProvider',
            type: 'AWS::IAM::OIDCProvider',
            status: 'CREATE_FAILED',
            reason: 'EntityAlreadyExists',
            at: null,
            sourceLine: null,
            cancelled: 3,
            others: [],
          },
        },
      },
    ],
    [production],
    plainPaint,
  );
  expect(text).toBe(
    [
      ' 333333333333 eu-west-1  slipway-bootstrap  failed, rolled back',
      '   GitHubProvider: EntityAlreadyExists',
      '   Next: add --existing-oidc-provider',
    ].join('\n'),
  );
});
