import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';
import { slipway, type Recorded } from '../cli/record.ts';

const environment = (name: string, account: string): string => `account: '${account}'
regions: { home: eu-west-1, edge: us-east-1 }
values:
  app:
    Stage: ${name}
    Days: 30
`;

/** A system in which nothing is wrong: an edge stack, a root that nests a bucket, a site, a smoke profile. */
const sound: Readonly<Record<string, string>> = {
  'params/shop/system.yml': `system: shop
description: A shop
stacks:
  edge: { template: templates/shop/edge.yml, region: edge }
  app:
    template: templates/shop/app.yml
    region: home
    parameters: { LogBucket: '\${edge.LogBucket}' }
site:
  build: site/dist
  bucket: \${app.Bucket}
  distribution: \${app.Bucket}
  url: https://shop.example
smoke: params/shop/smoke.yml
`,
  'params/shop/dev.yml': environment('dev', '111111111111'),
  'params/shop/sit.yml': environment('sit', '222222222222'),
  'params/shop/prod.yml': environment('prod', '333333333333'),
  'params/shop/smoke.yml': `title: shop
site: { url: '\${app.Url}', deepLink: /basket }
`,
  'templates/shop/edge.yml': `Resources:
  Logs: { Type: AWS::S3::Bucket }
Outputs:
  LogBucket: { Value: !GetAtt Logs.DomainName }
`,
  'templates/shop/app.yml': `Parameters:
  ArtifactBucket: { Type: String }
  Stage: { Type: String }
  Days: { Type: Number }
  LogBucket: { Type: String }
Resources:
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ../modules/storage.yml
      Parameters:
        LogBucket: !Ref LogBucket
Outputs:
  Bucket: { Value: !GetAtt Storage.Outputs.Name }
  Url: { Value: https://shop.example }
`,
  'templates/modules/storage.yml': `Parameters:
  LogBucket: { Type: String }
Resources:
  Bucket: { Type: AWS::S3::Bucket }
Outputs:
  Name: { Value: !Ref Bucket }
`,
  'site/dist/index.html': '<script src="/assets/main-Bx3f_9aQ.js"></script>',
  'site/dist/assets/main-Bx3f_9aQ.js': 'console.log(1)',
};

/** One change of a file: a text to find and what stands there instead, a whole new text, or `null` to leave the file out. */
export type Edit = string | null | readonly [from: string, to: string];

export interface Repository extends AsyncDisposable {
  readonly root: string;
  /** Runs `slipway` in it. */
  run(...argv: readonly string[]): Promise<Recorded>;
  /** Every file with its text. */
  files(): Promise<Readonly<Record<string, string>>>;
}

/** Writes the sound system, with edits, into a folder that is gone at the end of the block. */
export async function repository(edits: Readonly<Record<string, Edit>> = {}): Promise<Repository> {
  const root = await mkdtemp(join(tmpdir(), 'slipway-bad-input-'));
  for (const file of new Set([...Object.keys(sound), ...Object.keys(edits)])) {
    const text = edited(file, sound[file] ?? '', edits[file]);
    if (text === null) continue;
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return {
    root,
    run: (...argv) => slipway(root, argv),
    files: async () => {
      const names = await readdir(root, { recursive: true, withFileTypes: true });
      const files = names
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name))
        .sort();
      return Object.fromEntries(
        await Promise.all(
          files.map(async (file) => [file.slice(root.length + 1), await readFile(file, 'utf8')] as const),
        ),
      );
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

function edited(file: string, text: string, edit: Edit | undefined): string | null {
  if (edit === undefined) return text;
  if (edit === null || typeof edit === 'string') return edit;
  const [from, to] = edit;
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return text.replace(from, () => to);
}

/**
 * Runs a command that must refuse its input: exit code 2, nothing on the first stream, no stack trace, nothing written.
 * @returns what it said
 */
export async function refusal(repo: Repository, ...argv: readonly string[]): Promise<string> {
  const before = await repo.files();
  const { exitCode, out, err } = await repo.run(...argv);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).not.toMatch(/^\s+at |node:internal|\.ts:\d+\)/m);
  expect(await repo.files()).toEqual(before);
  return err;
}
