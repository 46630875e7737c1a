import { expect, test } from '@jest/globals';
import { awsCommands, awsProblems } from '../../scripts/docs/aws-commands.ts';
import { read, repositoryFiles, root } from './repository-files.ts';

test('every command of the AWS CLI in the documents is one that AWS has, with its options', () => {
  const commands = repositoryFiles(['docs'], /\.md$/).flatMap((file) =>
    awsCommands(read(file)).map((command) => ({ file, ...command })),
  );
  const problems = awsProblems(root, commands);
  const wrong = commands.flatMap(({ file, service, operation }, index) =>
    typeof problems[index] === 'string' ? [`${file}: aws ${service} ${operation}: ${problems[index]}`] : [],
  );
  expect(commands.length).toBeGreaterThan(60);
  expect(wrong).toEqual([]);
});

test('the check finds what it is for', () => {
  const commands = awsCommands(
    [
      '```sh',
      'aws s3apis get-object --bucket b',
      'BUCKET=$(aws s3api get-objects --bucket b)',
      'true | aws s3api get-object --bucket "$(aws sts get-caller-identity --query \'a | b\')" \\',
      '  --keys k',
      'aws logs tail /aws/x --sinc 30m',
      'aws s3api get-bucket-policy --region eu-west-1',
      '```',
      'and `aws secretsmanager describe-secret --secret-id x --query "a(b)"` is one.',
    ].join('\n'),
  );
  expect(awsProblems(root, commands)).toEqual([
    'there is no service s3apis',
    's3api has no operation get-objects',
    's3api get-object lacks --key',
    null,
    'there is no option --sinc',
    's3api get-bucket-policy lacks --bucket',
    null,
  ]);
});
