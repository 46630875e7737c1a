import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from '@jest/globals';

const environmentFile = (account: string): string => `account: '${account}'
regions: { home: eu-west-1 }
values:
  app: { Stage: ${account === '333333333333' ? 'prod' : 'test'} }
`;

/**
 * Two systems: `shop` with a nested bucket, two functions that share code, and a site; `docs` with one template of its own
 * and one that it shares with `shop`.
 */
export const sound: Readonly<Record<string, string>> = {
  'params/shop/system.yml': `system: shop
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
`,
  'params/shop/dev.yml': environmentFile('111111111111'),
  'params/shop/sit.yml': environmentFile('222222222222'),
  'params/shop/prod.yml': environmentFile('333333333333'),
  'templates/shop/edge.yml': `Resources:
  Logs: { Type: AWS::S3::Bucket }
Outputs:
  LogBucket: { Value: !GetAtt Logs.DomainName }
`,
  'templates/shop/app.yml': `Parameters:
  ArtifactBucket: { Type: String }
  Stage: { Type: String }
  LogBucket: { Type: String }
Resources:
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ../modules/storage.yml
      Parameters: { Stage: !Ref Stage, LogBucket: !Ref LogBucket }
  Api:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: api.yml
      Parameters: { ArtifactBucket: !Ref ArtifactBucket, BucketArn: !GetAtt Storage.Outputs.Arn }
Outputs:
  Bucket: { Value: !GetAtt Storage.Outputs.Name }
`,
  'templates/shop/api.yml': `Parameters:
  ArtifactBucket: { Type: String }
  BucketArn: { Type: String }
Resources:
  List:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Code: ../../lambda/list
      Environment: { Variables: { BUCKET: !Ref BucketArn } }
  Upload:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Code: ../../lambda/upload
`,
  'templates/modules/storage.yml': `Parameters:
  Stage: { Type: String }
  LogBucket: { Type: String }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      LoggingConfiguration: { DestinationBucketName: !Ref LogBucket }
      Tags: [{ Key: stage, Value: !Ref Stage }]
Outputs:
  Name: { Value: !Ref Bucket }
  Arn: { Value: !GetAtt Bucket.Arn }
`,
  'templates/bootstrap/foundation.yml': 'Resources: { Roles: { Type: AWS::IAM::Role, Properties: {} } }\n',
  'lambda/list/index.ts':
    "import { respond } from '../shared/respond.ts';\nexport const handler = () => respond(1);\n",
  'lambda/list/README.md': 'Lists.\n',
  'lambda/upload/index.ts': "export const handler = () => 'upload';\n",
  'lambda/shared/respond.ts': 'export const respond = (value: number) => ({ value });\n',
  'lambda/shared/unused.ts': 'export const nobody = 1;\n',
  'site/index.html': '<script type="module" src="./src/main.ts"></script>\n',
  'site/src/main.ts': "import '../../shared/words.ts';\n",
  'shared/words.ts': "export const words = ['shop'];\n",
  'package.json': '{ "name": "shops", "private": true }\n',
  'README.md': 'Shops\n',
  '.gitignore': 'dist/\nnode_modules/\n',

  'params/docs/system.yml': `system: docs
stacks:
  app: { template: templates/docs.yml, region: home }
`,
  'params/docs/dev.yml': environmentFile('111111111111'),
  'params/docs/sit.yml': environmentFile('222222222222'),
  'params/docs/prod.yml': environmentFile('333333333333'),
  'templates/docs.yml': `Parameters:
  ArtifactBucket: { Type: String }
  Stage: { Type: String }
Resources:
  Pages:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: modules/storage.yml, Parameters: { Stage: !Ref Stage, LogBucket: logs } }
`,
};

/** A text to find and what stands there instead, a whole new text, or `null` to delete the file. */
export type Edits = Readonly<Record<string, string | null | readonly [from: string, to: string]>>;

export interface GitRepository extends AsyncDisposable {
  readonly root: string;
  /** Writes files without telling git. */
  edit(edits: Edits): Promise<void>;
  /** Commits everything; answers the new commit's id. */
  commit(edits?: Edits): Promise<string>;
  git(...args: readonly string[]): Promise<string>;
}

/** The sound repository, made once for each file of tests. */
let template: string | null = null;
afterAll(async () => {
  if (template !== null) await rm(template, { recursive: true });
});

/** A new repository; with edits, they are a commit of their own. */
export async function gitRepository(edits: Edits = {}): Promise<GitRepository> {
  const root = await mkdtemp(join(tmpdir(), 'slipway-git-'));
  const texts = new Map(Object.entries(sound));
  const git = async (...args: readonly string[]): Promise<string> => {
    const identity = [
      '-c',
      'user.name=Ada',
      '-c',
      'user.email=ada@example.com',
      '-c',
      'commit.gpgSign=false',
    ];
    return (await promisify(execFile)('git', ['-C', root, ...identity, ...args])).stdout.trim();
  };
  const edit = async (changes: Edits): Promise<void> => {
    for (const [file, change] of Object.entries(changes)) {
      const text = edited(file, texts.get(file), change);
      const path = join(root, file);
      if (text === null) {
        texts.delete(file);
        await rm(path);
        continue;
      }
      texts.set(file, text);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
  };
  const commit = async (changes: Edits = {}): Promise<string> => {
    await edit(changes);
    await git('add', '-A');
    await git('commit', '-q', '--allow-empty', '-m', 'change');
    return git('rev-parse', 'HEAD');
  };
  if (template === null) {
    await git('init', '-q', '-b', 'main');
    await edit(sound);
    await commit();
    template = await mkdtemp(join(tmpdir(), 'slipway-git-template-'));
    await cp(root, template, { recursive: true });
  } else await cp(template, root, { recursive: true });
  if (Object.keys(edits).length > 0) await commit(edits);
  return { root, edit, commit, git, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

function edited(file: string, text: string | undefined, change: Edits[string]): string | null {
  if (change === null || typeof change === 'string') return change;
  const [from, to] = change;
  if (!text?.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return text.replace(from, () => to);
}
