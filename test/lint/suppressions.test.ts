import { describe, expect, test } from '@jest/globals';
import { found } from './linted-shop.ts';

const storage = 'templates/modules/storage.yml';
const rule = 'policy/suppression-without-reason';
const own = '    Type: AWS::S3::Bucket\n    Properties:';

/** The bucket of the nested stack with metadata; its first line is line 7. */
function bucketWith(metadata: string): Promise<string[]> {
  return found({
    [storage]: [[own, `    Type: AWS::S3::Bucket\n${metadata}    Properties:`]],
  });
}

function template(before: string): Promise<string[]> {
  return found({ [storage]: [['Parameters:', `${before}Parameters:`]] });
}

describe('checks of cfn-lint that a resource suppresses', () => {
  const without = (lines: string, more = '') =>
    bucketWith(`    Metadata:\n      cfn-lint:\n${more}        config:\n${lines}`);

  test('without a reason are an error at each check', async () => {
    expect(await without('          ignore_checks: [W3045, E3012]\n')).toEqual([
      `${storage}:10:27 ${rule} W3045 is suppressed for Bucket without a reason`,
      `${storage}:10:34 ${rule} E3012 is suppressed for Bucket without a reason`,
    ]);
  });

  test('are explained by a comment beside or above, in any place that leads to them', async () => {
    const list = '          ignore_checks: [W3045]';
    expect(await without(`${list} # the log bucket has owners\n`)).toEqual([]);
    expect(await without(`          # the log bucket\n          # has owners\n${list}\n`)).toEqual([]);
    expect(await without(`${list}\n`, '        # the log bucket has owners\n')).toEqual([]);
    const above = '    # the log bucket has owners\n    Metadata:\n      cfn-lint:\n        config:\n';
    expect(await bucketWith(`${above}${list}\n`)).toEqual([]);
  });

  test('are explained one by one where each has its line', async () => {
    const list =
      '          ignore_checks:\n            - W3045 # the log bucket has owners\n            - E3012\n';
    expect(await without(list)).toEqual([
      `${storage}:12:15 ${rule} E3012 is suppressed for Bucket without a reason`,
    ]);
  });

  test('are not explained by an empty comment, by a text with a number sign, or by what stands elsewhere', async () => {
    expect(await without('          ignore_checks: [W3045] # --\n')).toHaveLength(1);
    expect(await without("          ignore_checks: ['W3045 # not a comment']\n")).toHaveLength(1);
    expect(
      await bucketWith(
        '    # a bucket\n    Metadata:\n      Why: me\n      cfn-lint: { config: { ignore_checks: [W3045] } }\n',
      ),
    ).toHaveLength(1);
  });

  test('none is none', async () => {
    expect(await without('          ignore_checks: []\n')).toEqual([]);
  });
});

test('checks that a whole template suppresses need a reason, too', async () => {
  const text = 'Metadata:\n  cfn-lint:\n    config:\n      ignore_checks:\n        - W3045\n';
  expect(await template(text)).toEqual([
    `${storage}:5:11 ${rule} W3045 is suppressed for the whole template without a reason`,
  ]);
  expect(await template(text.replace('config:', 'config: # all buckets here have owners'))).toEqual([]);
});

test('a template in JSON, which has no comments, gives the reason beside', async () => {
  const json = (more: object) =>
    JSON.stringify({
      Parameters: { Stage: { Type: 'String' }, LogBucket: { Type: 'String' } },
      Resources: {
        Bucket: {
          Type: 'AWS::S3::Bucket',
          Metadata: { 'cfn-lint': { ...more, config: { ignore_checks: ['W3045'] } } },
          Properties: {
            BucketName: { Ref: 'Stage' },
            LoggingConfiguration: { DestinationBucketName: { Ref: 'LogBucket' } },
          },
        },
      },
      Outputs: { Name: { Value: { Ref: 'Bucket' } } },
    });
  expect(await found({ [storage]: json({}) })).toEqual([
    expect.stringContaining('W3045 is suppressed for Bucket without a reason'),
  ]);
  expect(await found({ [storage]: json({ comment: 'the log bucket has owners' }) })).toEqual([]);
});

describe('policies of checkov', () => {
  test('are skipped with a comment', async () => {
    const skip = (entry: string) =>
      bucketWith(`    Metadata:\n      checkov:\n        skip:\n          - id: CKV_AWS_18\n${entry}`);
    expect(await skip('            comment: CloudFront alone reads it\n')).toEqual([]);
    const message = `${storage}:10:13 ${rule} CKV_AWS_18 is suppressed for Bucket without a reason`;
    expect(await skip('')).toEqual([message]);
    expect(await skip("            comment: ' '\n")).toEqual([message]);
  });

  test('in a comment of the template give the reason behind a colon', async () => {
    const skip = (text: string) => bucketWith(`    # checkov:skip=${text}\n`);
    expect(await skip('CKV_AWS_18:CloudFront alone reads it')).toEqual([]);
    const message = (id: string) =>
      `${storage}:7:7 ${rule} ${id} is suppressed for a resource without a reason`;
    expect(await skip('CKV_AWS_18')).toEqual([message('CKV_AWS_18')]);
    expect(await skip('CKV_AWS_18,CKV_AWS_21: ')).toEqual([message('CKV_AWS_18,CKV_AWS_21')]);
  });
});

describe('what belongs to no system', () => {
  test('a template that sets accounts up is held to the same', async () => {
    const text = `Resources:
  Role:
    Type: AWS::IAM::Role
    Metadata: { cfn-lint: { config: { ignore_checks: [W3045] } } }
`;
    const file = 'templates/bootstrap/identity.yml';
    expect(await found({ [file]: text })).toEqual([
      `${file}:4:55 ${rule} W3045 is suppressed for Role without a reason`,
    ]);
  });

  test('so are the settings of cfn-lint', async () => {
    const settings = (text: string) => found({ '.cfnlintrc': text });
    expect(await settings('ignore_checks:\n  - W3045\n  # there are no owners\n  - E3012\n')).toEqual([
      `.cfnlintrc:2:5 ${rule} W3045 is suppressed for all templates without a reason`,
    ]);
    expect(await settings('regions: [eu-west-1]\n')).toEqual([]);
  });

  test.each(['.checkov.yaml', '.checkov.yml'])('and those of checkov, in %s', async (file) => {
    const text =
      'skip-check:\n  - CKV_AWS_18 # CloudFront alone reads them\n  - CKV_AWS_21\nskip-path: [old]\n';
    expect(await found({ [file]: text })).toEqual([
      `${file}:3:5 ${rule} CKV_AWS_21 is suppressed for all templates without a reason`,
      `${file}:4:13 ${rule} old is suppressed for all templates without a reason`,
    ]);
  });
});
