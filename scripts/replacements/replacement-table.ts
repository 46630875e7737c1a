import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statefulTypes } from '../../src/plan/stateful-types.ts';

/**
 * The services whose types the table holds all: those that web applications are mostly made of. Of others it holds the types
 * that hold state (`src/plan/stateful-types.ts`); any other counts as one that may be replaced by any change.
 */
const services =
  `ACMPCA ApiGateway ApiGatewayV2 ApplicationAutoScaling AppSync APS Athena AutoScaling Backup Batch
  Cassandra CertificateManager CloudFormation CloudFront CloudTrail CloudWatch CodeArtifact CodeCommit
  Cognito Config DocDB DSQL DynamoDB EC2 ECR ECS EFS ElastiCache ElasticLoadBalancingV2 Elasticsearch
  Events FSx Glue IAM Kinesis KinesisFirehose KMS Lambda Logs MemoryDB MSK Neptune NeptuneGraph
  OpenSearchServerless OpenSearchService Pipes QLDB RDS Redshift RedshiftServerless Route53 S3 S3Express
  S3Tables S3Vectors Scheduler SecretsManager SES SNS SQS SSM StepFunctions Timestream WAFv2`.split(/\s+/);

interface Schema {
  readonly typeName?: string;
  readonly createOnlyProperties?: readonly string[];
  readonly conditionalCreateOnlyProperties?: readonly string[];
}

/**
 * The source of `src/plan/replacement-table.ts`, from the resource provider schemas that cfn-lint carries.
 *
 * @param site the `site-packages` folder of the virtual environment
 */
export async function replacementTable(site: string): Promise<string> {
  const folder = join(site, 'cfnlint', 'data', 'schemas');
  const { schema_date: date } = JSON.parse(await readFile(join(folder, 'version.json'), 'utf8')) as {
    schema_date: string;
  };
  const types = new Map<string, string>();
  for (const name of (await readdir(join(folder, 'resources'))).sort()) {
    if (!name.endsWith('.json')) continue;
    const schema = JSON.parse(await readFile(join(folder, 'resources', name), 'utf8')) as Schema;
    const [vendor, service = '', type = ''] = schema.typeName?.split('::') ?? [];
    if (
      vendor !== 'AWS' ||
      !(services.includes(service) || Object.hasOwn(statefulTypes, `AWS::${service}::${type}`))
    )
      continue;
    const paths = [
      ...(schema.createOnlyProperties ?? []),
      ...(schema.conditionalCreateOnlyProperties ?? []).map((path) => `?${path}`),
    ].map((path) => path.replace('/properties/', '').replaceAll('/', '.'));
    types.set(`${service}::${type}`, paths.join(' '));
  }
  const lines = [...types].sort().map(([type, paths]) => `${type} ${paths}`.trim());
  return `/**
 * Which properties replace a resource when they change, a line a type: those that its provider's schema calls create-only
 * ("Resource type definition schema": \`createOnlyProperties\`), after a question mark those that it calls so under
 * conditions. Made from the schemas of ${date.slice(0, 10)} by scripts/replacements/write.ts; not to be edited.
 */
export const replacementTable = \`
${lines.join('\n')}
\`;
`;
}

/** The `site-packages` folder of the project's virtual environment. */
export async function sitePackages(root: string): Promise<string> {
  const lib = join(root, '.venv', 'lib');
  const [python] = (await readdir(lib)).filter((name) => name.startsWith('python'));
  if (python === undefined) throw new Error(`${lib} holds no Python; run npm run setup`);
  return join(lib, python, 'site-packages');
}
