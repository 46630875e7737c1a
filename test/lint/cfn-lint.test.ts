import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cfnLint, cfnLintRunner, type CfnLintRunner } from '../../src/lint/cfn-lint.ts';
import { lint } from '../../src/lint/lint.ts';
import { findsNothing, line, writeShop } from './fixture.ts';

let root = '';
beforeEach(async () => {
  root = await writeShop();
});
afterEach(() => rm(root, { recursive: true }));

/** One finding as cfn-lint 1.58 prints it. */
function printed(file: string, rule: string, message: string, level = 'Warning'): unknown {
  return {
    Filename: file,
    Id: '00000000-0000-0000-0000-000000000000',
    Level: level,
    Location: {
      Start: { LineNumber: 4, ColumnNumber: 7 },
      End: { LineNumber: 4, ColumnNumber: 9 },
      Path: null,
    },
    Message: message,
    ParentId: null,
    Rule: { Id: rule, Description: '', ShortDescription: '', Source: '' },
  };
}

interface Deployment {
  readonly 'template-file-path': string;
  readonly parameters: Record<string, string>;
}

/** A cfn-lint that reads its deployment files as the real one does, and answers what it is told to. */
function recording(answer: (files: readonly string[]) => readonly unknown[]) {
  const runs: { region: string; included: string; deployments: Deployment[] }[] = [];
  const runner: CfnLintRunner = async (args) => {
    const files = args.slice(args.indexOf('--deployment-files') + 1);
    const deployments = await Promise.all(
      files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Deployment),
    );
    const valueOf = (option: string): string => args[args.indexOf(option) + 1] ?? '';
    runs.push({ region: valueOf('--regions'), included: valueOf('--include-checks'), deployments });
    return { exitCode: 4, stdout: JSON.stringify(answer(files)), stderr: '' };
  };
  return { runs, runner };
}

describe('what cfn-lint is asked', () => {
  test('each template once a region, with what each environment gives it', async () => {
    const { runs, runner } = recording(() => []);
    await lint(root, [], runner);
    runs.sort((a, b) => (a.region < b.region ? -1 : 1));
    expect(runs.map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1']);
    expect(runs.map(({ included }) => included)).toEqual(['I', 'I']);
    const asked = runs[0]?.deployments.map((each) => [
      each['template-file-path'].slice(root.length + 1),
      each.parameters['Stage'] ?? each.parameters['Days'],
    ]);
    expect(asked?.sort()).toEqual([
      ...['api.yml'].flatMap((file) => ['30', '30', '30'].map((days) => [`templates/modules/${file}`, days])),
      ...['dev', 'prod', 'sit'].map((stage) => ['templates/modules/storage.yml', stage]),
      ...['dev', 'prod', 'sit'].map((stage) => ['templates/shop/app.yml', stage]),
    ]);
    // What another stack or a resource feeds is not known, and so not told.
    expect(
      runs[0]?.deployments.some(({ parameters }) => 'LogBucket' in parameters || 'BucketName' in parameters),
    ).toBe(false);
  });

  test('never gets a secret, since it repeats values in its messages', async () => {
    await rm(root, { recursive: true });
    root = await writeShop({
      'templates/shop/edge.yml': `Parameters:
  Password: { Type: String, NoEcho: true, Default: canary-31 }
Resources:
  Logs: { Type: AWS::S3::Bucket, Metadata: { P: !Ref Password } }
Outputs:
  LogBucket: { Value: !GetAtt Logs.DomainName }
`,
    });
    const { runs, runner } = recording(() => []);
    await lint(root, [], runner);
    expect(JSON.stringify(runs)).toContain('templates/shop/edge.yml');
    expect(JSON.stringify(runs)).not.toContain('canary-31');
  });

  test('leaves no file behind, whether it answers or not', async () => {
    for (const stdout of ['[]', 'no answer']) {
      const folders = new Set<string>();
      const result = lint(root, [], async (args) => {
        const file = args.at(-1) ?? '';
        await readFile(file);
        folders.add(dirname(file));
        return { exitCode: 0, stdout, stderr: '' };
      });
      await result.catch(() => undefined);
      expect(folders.size).toBe(1);
      for (const folder of folders) await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
    }
  });
});

describe('what cfn-lint answers', () => {
  test('becomes findings; its parameter files are named by environment', async () => {
    const { runner } = recording((files) => [
      printed(
        'templates/shop/app.yml',
        'W1030',
        `'x' is wrong when 'Ref' is resolved to 'x' from ['${files[0]}']`,
      ),
      printed('templates/shop/app.yml', 'E3006', 'there is no such type', 'Error'),
      printed('templates/shop/app.yml', 'I1022', 'use Sub', 'Informational'),
    ]);
    const use = { template: 'templates/shop/app.yml', region: 'eu-west-1', parameters: {} };
    const told = await cfnLint(
      root,
      [
        { ...use, environment: 'dev' },
        { ...use, environment: 'sit' },
      ],
      runner,
    );
    expect(told.map(({ finding }) => finding)).toEqual([
      {
        rule: 'W1030',
        severity: 'warning',
        message: "'x' is wrong when 'Ref' is resolved to 'x' in dev, sit",
        at: { file: 'templates/shop/app.yml', line: 4, column: 7 },
        hint: null,
      },
      {
        rule: 'E3006',
        severity: 'error',
        message: 'there is no such type',
        at: { file: 'templates/shop/app.yml', line: 4, column: 7 },
        hint: null,
      },
      {
        rule: 'I1022',
        severity: 'info',
        message: 'use Sub',
        at: { file: 'templates/shop/app.yml', line: 4, column: 7 },
        hint: null,
      },
    ]);
  });

  test('an artifact bucket that packaging uses is not unused; one in vain is', async () => {
    const { runner } = recording(() => [
      printed('templates/modules/api.yml', 'W2001', 'Parameter ArtifactBucket not used'),
      printed('templates/modules/storage.yml', 'W2001', 'Parameter ArtifactBucket not used'),
    ]);
    expect((await lint(root, [], runner)).map(line)).toEqual([
      'templates/modules/storage.yml:4:7 W2001 Parameter ArtifactBucket not used',
    ]);
  });

  test('a nested stack needs no deletion policy of its own; what holds data does', async () => {
    const at = (file: string, lineNumber: number) => ({
      ...(printed(file, 'I3011', "'DeletionPolicy' is a required property", 'Informational') as object),
      Location: { Start: { LineNumber: lineNumber, ColumnNumber: 3 } },
    });
    // the nested stack Storage of the root, and the bucket of what it nests
    const { runner } = recording(() => [
      at('templates/shop/app.yml', 7),
      at('templates/modules/storage.yml', 5),
    ]);
    expect((await lint(root, [], runner)).map(line)).toEqual([
      "templates/modules/storage.yml:5:3 I3011 'DeletionPolicy' is a required property",
    ]);
  });

  test.each(['', 'Traceback (most recent call last)', '{}', '[{"Level": 3}]'])(
    '%j is no answer',
    async (stdout) => {
      const broken: CfnLintRunner = () =>
        Promise.resolve({ exitCode: 1, stdout, stderr: 'Traceback\nValueError: bad' });
      await expect(lint(root, [], broken)).rejects.toMatchObject({
        code: 'CFN_LINT_FAILED',
        message:
          'cfn-lint ended with exit code 1 and no findings to read. It said: Traceback ValueError: bad',
      });
    },
  );
});

describe('the child process', () => {
  test('gives its exit code and output', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-runner-'));
    const script = join(folder, 'cfn-lint');
    await writeFile(script, '#!/bin/sh\necho "$@"\necho oh >&2\nexit 6\n');
    await chmod(script, 0o755);
    expect(await cfnLintRunner(script)(['a', 'b c'], folder)).toEqual({
      exitCode: 6,
      stdout: 'a b c\n',
      stderr: 'oh\n',
    });
    await rm(folder, { recursive: true });
  });

  test('that is not there is an error with the way out', async () => {
    await expect(cfnLintRunner('/nowhere/cfn-lint')([], root)).rejects.toMatchObject({
      code: 'CFN_LINT_MISSING',
      blame: 'user',
      next: 'npm run setup installs it',
    });
  });
});

test('a runner that finds nothing leaves the sound system without findings', async () => {
  expect(await lint(root, [], findsNothing)).toEqual([]);
});
