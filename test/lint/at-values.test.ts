import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { cfnLintRunner, type CfnLintRunner } from '../../src/lint/cfn-lint.ts';
import { lint } from '../../src/lint/lint.ts';
import { line, type Edits } from './fixture.ts';
import { shopRoot } from './linted-shop.ts';

const storage = 'templates/modules/storage.yml';
const app = 'templates/shop/app.yml';

/** The nested bucket with a table whose billing mode comes from the parameter files; `Ref` stands in line 16. */
const table = `Parameters:
  Stage: { Type: String }
  LogBucket: { Type: String }
  Mode: { Type: String }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties: {}
  Table:
    Type: AWS::DynamoDB::Table
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      BillingMode: !Ref Mode
      KeySchema: [{ AttributeName: !Ref Stage, KeyType: HASH }]
      AttributeDefinitions: [{ AttributeName: !Ref Stage, AttributeType: S }]
      Tags: [{ Key: logs, Value: !Ref LogBucket }]
Outputs:
  Name: { Value: !Ref Bucket }
`;

/** `modes` of dev, sit and prod; the root hands them on. */
function withModes(modes: readonly [string, string, string]): Edits {
  const files: readonly (readonly [string, Edits[string]])[] = (['dev', 'sit', 'prod'] as const).map(
    (name, index) => [
      `params/shop/${name}.yml`,
      [['    Days: 30', `    Days: 30\n    Mode: ${modes[index] ?? ''}`]] as const,
    ],
  );
  return {
    ...Object.fromEntries(files),
    [storage]: table,
    [app]: [
      ['  Days: { Type', '  Mode: { Type: String }\n  Days: { Type'],
      ['        LogBucket: !Ref LogBucket\n', '        LogBucket: !Ref LogBucket\n        Mode: !Ref Mode\n'],
    ],
  };
}

const real = cfnLintRunner(join(import.meta.dirname, '../../.venv/bin/cfn-lint'));

/** What cfn-lint prints of the billing mode: a finding for each value, with the parameter files that have it. */
const recorded: CfnLintRunner = async (args) => {
  const files = args.slice(args.indexOf('--deployment-files') + 1);
  const byValue = new Map<string, string[]>();
  for (const file of files) {
    const { parameters } = JSON.parse(await readFile(file, 'utf8')) as { parameters: { Mode?: string } };
    const { Mode: mode } = parameters;
    if (mode === undefined || ['PAY_PER_REQUEST', 'PROVISIONED'].includes(mode)) continue;
    if (!('Days' in parameters))
      // the nested template's, not the root's
      byValue.set(mode, [...(byValue.get(mode) ?? []), file]);
  }
  const findings = [...byValue].map(([value, named]) => ({
    Filename: storage,
    Level: 'Warning',
    Message: `{'Ref': 'Mode'} is not one of ['PAY_PER_REQUEST', 'PROVISIONED'] when 'Ref' is resolved to '${value}' from [${named.map((file) => `'${file}'`).join(', ')}]`,
    Location: {
      Start: { LineNumber: 16, ColumnNumber: 7 },
      Path: ['Resources', 'Table', 'Properties', 'BillingMode', 'Ref'],
    },
    Rule: { Id: 'W1030' },
  }));
  return { exitCode: 4, stdout: JSON.stringify(findings), stderr: '' };
};

async function valuesFound(edits: Edits, runner: CfnLintRunner = recorded): Promise<readonly string[]> {
  const findings = await lint(await shopRoot(edits), [], runner);
  return findings
    .filter(({ rule }) => rule.startsWith('W103'))
    .map((each) => `${line(each)} | ${each.hint ?? ''}`);
}

const wrong = (value: string, environments: string): string =>
  `W1030 {'Ref': 'Mode'} is not one of ['PAY_PER_REQUEST', 'PROVISIONED'] when 'Ref' is resolved to '${value}' in ${environments}`;

test('cfn-lint itself finds a wrong parameter; it is told at its line, in each file that has it', async () => {
  const told = [
    `params/shop/dev.yml:7:11 ${wrong('CHEAP', 'dev')} | ${storage}:16 takes it`,
    `params/shop/prod.yml:7:11 ${wrong('CHEAP', 'prod')} | ${storage}:16 takes it`,
  ];
  const edits = withModes(['CHEAP', 'PAY_PER_REQUEST', 'CHEAP']);
  expect(await valuesFound(edits)).toEqual(told);
  // a text that the template puts together is told there
  const text = table.replace('Properties: {}', "Properties: { BucketName: !Sub '${Stage}_logs' }");
  const found = await valuesFound({ ...edits, [storage]: text }, real);
  expect(found.filter((each) => each.includes(' W1030 '))).toEqual(told);
  expect(found.filter((each) => each.includes(' W1031 '))).toContainEqual(
    expect.stringMatching(/^templates\/modules\/storage\.yml:10:19 W1031 .* \| $/),
  );
}, 60_000);

test('and once at the line of the parent that gives it to all', async () => {
  const modes = withModes(['x', 'x', 'x']);
  const edits = {
    ...modes,
    [app]: [
      ['        LogBucket: !Ref LogBucket\n', '        LogBucket: !Ref LogBucket\n        Mode: CHEAP\n'],
    ],
  } as Edits;
  const given: Edits = Object.fromEntries(
    ['dev', 'sit', 'prod'].map((name) => [`params/shop/${name}.yml`, []]),
  );
  expect(await valuesFound({ ...edits, ...given })).toEqual([
    `${app}:14:15 ${wrong('CHEAP', 'dev, sit, prod')} | ${storage}:16 takes it`,
  ]);
});

test('a value that another stack of the environment gives to the same template is not blamed', async () => {
  const second = `  Second:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ../modules/storage.yml
      Parameters: { Stage: !Ref Stage, LogBucket: logs, Mode: PROVISIONED }
`;
  const edits = withModes(['CHEAP', 'CHEAP', 'CHEAP']);
  const root = edits[app] as readonly (readonly [string, string])[];
  const found = await valuesFound({ ...edits, [app]: [...root, ['  Api:\n', `${second}  Api:\n`]] });
  expect(found.map((each) => each.split(' ')[0])).toEqual([
    'params/shop/dev.yml:7:11',
    'params/shop/prod.yml:7:11',
    'params/shop/sit.yml:7:11',
  ]);
});

test('what names a place that the templates do not have stays where cfn-lint tells it', async () => {
  const answer =
    (path: unknown): CfnLintRunner =>
    async (args) => {
      const file = args.at(-1) ?? '';
      const finding = {
        Filename: storage,
        Level: 'Warning',
        Message: `wrong when 'Ref' is resolved to 'x' from ['${file}']`,
        Location: { Start: { LineNumber: 16, ColumnNumber: 7 }, Path: path },
        Rule: { Id: 'W1030' },
      };
      const isHome = args[args.indexOf('--regions') + 1] === 'eu-west-1';
      return Promise.resolve({ exitCode: 4, stdout: JSON.stringify(isHome ? [finding] : []), stderr: '' });
    };
  for (const path of [null, [], ['Ref'], ['Resources', 'No', 'Ref'], ['Resources', 'Table', 'Type', 'Ref']]) {
    const found = await valuesFound(withModes(['x', 'x', 'x']), answer(path));
    expect(found.map((each) => each.split(' ')[0])).toEqual([`${storage}:16:7`]);
  }
});
