import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SystemDefinition } from '../../src/config/system.ts';

/** A small system: a root that nests a function's stack, which nests a bucket; a site; a package in CommonJS. */
export const files: Readonly<Record<string, string>> = {
  'templates/photos/app.yml': `Description: Wiring
Parameters:
  ArtifactBucket: { Type: String }
Resources:
  Api:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ../modules/api.yml # the API
      Parameters: { ArtifactBucket: !Ref ArtifactBucket }
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: "../modules/bucket.yml" }
Outputs:
  Url: { Value: !GetAtt Api.Outputs.Url }
`,
  'templates/modules/api.yml': `Parameters:
  ArtifactBucket: { Type: String }
Resources:
  Authorizer:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Code: ../../lambda/authorizer
      Role: arn:aws:iam::111111111111:role/x
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Metadata:
      Slipway:
        RenewWith: [self]
    Properties: { RestApiId: api }
  Stage:
    Type: AWS::ApiGateway::Stage
    DependsOn: [Authorizer, Deployment]
    Properties:
      RestApiId: api
      DeploymentId: !Ref Deployment
      Description: !Sub 'runs \${Deployment} and \${Deployment.DeploymentId}, not \${DeploymentRole}'
Outputs:
  Url: { Value: !GetAtt Deployment.DeploymentId }
`,
  'templates/modules/bucket.yml': `Resources:
  Photos:
    Type: AWS::S3::Bucket
`,
  'templates/photos/edge.yml': `Resources:
  Logs:
    Type: AWS::S3::Bucket
`,
  'lambda/authorizer/index.ts': `import { judge } from './judge.ts';
import tiny from 'tiny';
/*! a licence that is not carried */
export const handler = async (event: { token: string }): Promise<string> => judge(tiny(event.token));
`,
  'lambda/authorizer/judge.ts': `export const judge = (token: string): string => (token === 'GOOD' ? 'Allow' : 'Deny');
`,
  'node_modules/tiny/package.json': '{ "name": "tiny", "version": "1.0.0", "main": "index.js" }',
  'node_modules/tiny/index.js': `const { format } = require('node:util');
module.exports = function tiny(text) { return format('%s', text).toUpperCase(); };
`,
  'params/photos/system.yml': 'system: photos\n',
  'params/photos/dev.yml': "account: '111111111111'\n",
  'params/photos/sit.yml': "account: '222222222222'\n",
  'params/photos/prod.yml': "account: '333333333333'\n",
  'params/photos/smoke.yml': 'groups: []\n',
  'site/dist/index.html': '<script src="/assets/main-Bx3f_9aQ.js"></script>',
  'site/dist/assets/main-Bx3f_9aQ.js': 'console.log(1)',
  'site/dist/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'site/dist/config.json': '{"apiUrl":"http://localhost"}',
};

export const system: SystemDefinition = {
  system: 'photos',
  file: 'params/photos/system.yml',
  description: 'Photos',
  names: [],
  stacks: [
    { name: 'edge', template: 'templates/photos/edge.yml', region: 'edge', parameters: {} },
    { name: 'app', template: 'templates/photos/app.yml', region: 'home', parameters: {} },
  ],
  site: {
    build: 'site/dist',
    bucket: { kind: 'output', stack: 'app', output: 'SiteBucket' },
    distribution: { kind: 'output', stack: 'app', output: 'Distribution' },
    url: { kind: 'output', stack: 'app', output: 'Url' },
    config: {},
  },
  smoke: 'params/photos/smoke.yml',
  promotion: { approval: ['prod'], rollBackOnSmokeFailure: [] },
  secrets: [],
  switches: [],
};

export interface Repository extends AsyncDisposable {
  readonly root: string;
  write(path: string, text: string): Promise<void>;
}

/** A new folder that is gone at the end of the block. */
export async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'slipway-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Writes the sample into a new folder of its own, with files as old as `modified`. */
export async function sampleRepository(
  changes: Readonly<Record<string, string | null>> = {},
  { prefix = 'slipway-', modified = new Date('2026-01-01T00:00:00Z') } = {},
): Promise<Repository> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    await utimes(join(folder, path), modified, modified);
  };
  for (const [path, text] of Object.entries({ ...files, ...changes })) {
    if (text !== null) await write(path, text);
  }
  return { root: folder, write, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
