import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CfnLintRunner } from '../../src/lint/cfn-lint.ts';
import type { Finding } from '../../src/lint/finding.ts';

/** A system with a root, two nested stacks and an edge stack, in which lint finds nothing. */
const shop: Readonly<Record<string, string>> = {
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
  ...Object.fromEntries(
    ['dev', 'sit', 'prod'].map((environment, index) => [
      `params/shop/${environment}.yml`,
      `account: '${String(index + 1).repeat(12)}'
regions: { home: eu-west-1 }
values:
  app:
    Stage: ${environment}
    Days: 30
`,
    ]),
  ),
  'templates/shop/edge.yml': `Resources:
  Logs: { Type: AWS::S3::Bucket }
Outputs:
  LogBucket: { Value: !GetAtt Logs.DomainName }
`,
  'templates/shop/app.yml': `Parameters:
  ArtifactBucket: { Type: String }
  Stage: { Type: String, AllowedValues: [dev, sit, prod] }
  Days: { Type: Number, MinValue: 1, MaxValue: 90 }
  LogBucket: { Type: String }
Resources:
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ../modules/storage.yml
      Parameters:
        Stage: !Ref Stage
        LogBucket: !Ref LogBucket
  Api:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ../modules/api.yml
      Parameters:
        ArtifactBucket: !Ref ArtifactBucket
        BucketName: !GetAtt Storage.Outputs.Name
        Days: !Ref Days
Outputs:
  Bucket: { Value: !GetAtt Storage.Outputs.Name }
`,
  'templates/modules/storage.yml': `Parameters:
  Stage: { Type: String }
  LogBucket: { Type: String }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      LoggingConfiguration: { DestinationBucketName: !Ref LogBucket }
Outputs:
  Name: { Value: !Ref Bucket }
`,
  'templates/modules/api.yml': `Parameters:
  ArtifactBucket: { Type: String }
  BucketName: { Type: String }
  Days: { Type: Number }
Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Code: ../../lambda/api
      Environment: { Variables: { BUCKET: !Ref BucketName } }
`,
};

/** Changes to files: text to find and what stands there instead, or a whole file; `null` removes it. */
export type Edits = Readonly<Record<string, string | null | readonly (readonly [string, string])[]>>;

/** Writes `shop` with edits into a new folder under the system's temporary one. */
export async function writeShop(edits: Edits = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'slipway-lint-test-'));
  const files = new Map(Object.entries(shop));
  for (const [file, edit] of Object.entries(edits)) {
    if (edit === null) files.delete(file);
    else if (typeof edit === 'string') files.set(file, edit);
    else
      files.set(
        file,
        edit.reduce((text, [from, to]) => replaceOnce(text, from, to), files.get(file) ?? ''),
      );
  }
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

function replaceOnce(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the fixture does not hold ${from}`);
  return text.replace(from, () => to);
}

/** A cfn-lint that finds nothing. */
export const findsNothing: CfnLintRunner = () => Promise.resolve({ exitCode: 0, stdout: '[]', stderr: '' });

/** `file:line:column rule message` */
export function line(finding: Finding): string {
  return `${finding.at.file}:${finding.at.line}:${finding.at.column} ${finding.rule} ${finding.message}`;
}
