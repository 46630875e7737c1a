import { describe, expect, test } from '@jest/globals';
import { judge, type Failed } from '../../../scripts/checkov/judge.ts';
import { failedChecks } from '../../../scripts/checkov/run.ts';
import { parseTemplate } from '../../../src/template/parse-template.ts';

const template = parseTemplate(
  `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Metadata:
      checkov:
        skip:
          - id: CKV_AWS_18
            comment: It holds access logs itself
  Photos:
    Type: AWS::S3::Bucket
  Notes:
    Type: AWS::S3::Bucket
    Metadata:
      checkov:
        skip:
          - id: CKV_AWS_21
`,
  'templates/modules/buckets.yml',
);
const made = { name: 'a1', template, madeBy: ['shop in dev'], body: {} };
const written = { name: 'b2', template, madeBy: [], body: {} };
const failed = (name: string, check: string, logicalId: string): Failed => ({
  name,
  check,
  says: 'Log access',
  logicalId,
});

describe('what is left of checkov’s findings', () => {
  test('is what no suppression on the resource explains, by file and line of the source', () => {
    expect(
      judge(
        [made],
        [
          failed('a1', 'CKV_AWS_18', 'Logs'),
          failed('a1', 'CKV_AWS_18', 'Photos'),
          failed('a1', 'CKV_AWS_21', 'Logs'),
        ],
      ),
    ).toEqual([
      'templates/modules/buckets.yml:11 CKV_AWS_21 of Notes has no reason',
      'templates/modules/buckets.yml:2 CKV_AWS_21 Log access: Logs (shop in dev)',
      'templates/modules/buckets.yml:9 CKV_AWS_18 Log access: Photos (shop in dev)',
    ]);
  });

  test('tells of a suppression that no form of the template needs', () => {
    const notes = 'templates/modules/buckets.yml:11 CKV_AWS_21 of Notes has no reason';
    expect(judge([made, written], [failed('b2', 'CKV_AWS_18', 'Logs')])).toEqual([notes]);
    expect(judge([made, written], [])).toEqual([
      notes,
      'templates/modules/buckets.yml:2 CKV_AWS_18 of Logs is suppressed, but not found',
    ]);
  });
});

describe('checkov’s answer', () => {
  // As checkov 3.3.30 prints it, shortened to what is read and a neighbour of each.
  const answer = (summary: object) =>
    JSON.stringify({
      check_type: 'cloudformation',
      results: {
        failed_checks: [
          {
            check_id: 'CKV_AWS_18',
            check_name: 'Ensure the S3 bucket has access logging enabled',
            file_path: '/0a1b2c3d4e5f6071.json',
            file_line_range: [3, 20],
            resource: 'AWS::S3::Bucket.Photos',
          },
        ],
      },
      summary: { passed: 3, failed: 1, skipped: 0, ...summary },
    });

  test('is read as findings on resources', () => {
    expect(failedChecks(answer({ parsing_errors: 0, resource_count: 1 }), '')).toEqual([
      {
        name: '0a1b2c3d4e5f6071',
        check: 'CKV_AWS_18',
        says: 'Ensure the S3 bucket has access logging enabled',
        logicalId: 'Photos',
      },
    ]);
  });

  test.each([
    ['checkov could not read 2 templates', answer({ parsing_errors: 2, resource_count: 1 })],
    ['checkov looked at no resource', answer({ parsing_errors: 0, resource_count: 0 })],
    ['checkov gave no findings to read; exit code 2: no such option', 'Usage: checkov'],
    ['checkov gave no findings to read; exit code 2: no such option', '{"passed": 0}'],
  ])('is an error where it says nothing of the templates: %s', (message, stdout) => {
    expect(() => failedChecks(stdout, 'exit code 2: no such option')).toThrow(message);
  });
});
