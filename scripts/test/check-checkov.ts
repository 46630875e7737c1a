/** checkov over all templates with the parameters of every environment; a planted template shows that it still finds something. */
import { join } from 'node:path';
import { evaluatedTemplates } from '../checkov/evaluated-templates.ts';
import { checkovProgram } from '../checkov/install.ts';
import { judge } from '../checkov/judge.ts';
import { runCheckov } from '../checkov/run.ts';
import { endCheck } from './tool.ts';

const root = join(import.meta.dirname, '..', '..');

/** A bucket that is open to all and a security group that lets SSH in. */
const planted = {
  name: 'planted',
  body: {
    Resources: {
      OpenBucket: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } },
      OpenGroup: {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: {
          GroupDescription: 'SSH from everywhere',
          SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' }],
        },
      },
    },
  },
};
const mustFind = ['CKV_AWS_20 OpenBucket', 'CKV_AWS_24 OpenGroup'];

await endCheck(async () => {
  const templates = await evaluatedTemplates(root);
  const failed = runCheckov(checkovProgram(root), [...templates, planted]);
  const found = failed
    .filter(({ name }) => name === planted.name)
    .map(({ check, logicalId }) => `${check} ${logicalId}`);
  const blind = mustFind
    .filter((each) => !found.includes(each))
    .map((each) => `checkov does not find what is planted: ${each}`);
  const open = judge(
    templates,
    failed.filter(({ name }) => name !== planted.name),
  );
  return [...blind, ...open].join('\n');
});
