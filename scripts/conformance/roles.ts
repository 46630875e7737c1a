import { createStack, outputsOf } from './stacks.ts';
import { until, type Clients, type Stage } from './world.ts';

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: object;
}

export interface RoleWanted {
  /** Letters and digits. */
  readonly id: string;
  readonly statements: readonly Statement[];
  /** An AWS service that takes the role; the account itself unless given. */
  readonly service?: string;
}

/** Makes roles in one stack, `<stage>-roles`; ARNs by id. A role without statements has no rights at all. */
export async function makeRoles(
  stage: Stage,
  roles: readonly RoleWanted[],
): Promise<Readonly<Record<string, string>>> {
  const Resources = Object.fromEntries(
    roles.map(({ id, statements, service }) => [
      id,
      {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: `${stage.name}-${id}`,
          Description: 'Made by a conformance run of Slipway, which removes it',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal:
                  service === undefined
                    ? { AWS: `arn:aws:iam::${stage.account}:root` }
                    : { Service: service },
                Action: 'sts:AssumeRole',
              },
            ],
          },
          Policies:
            statements.length === 0
              ? []
              : [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
        },
      },
    ]),
  );
  const Outputs = Object.fromEntries(roles.map(({ id }) => [id, { Value: { 'Fn::GetAtt': [id, 'Arn'] } }]));
  const template = JSON.stringify({ Resources, Outputs });
  return outputsOf(await createStack(stage, { stack: `${stage.name}-roles`, template }));
}

/** Takes a role; a new one can't be taken at once everywhere. */
export async function takeRole(stage: Stage, roleArn: string): Promise<Clients> {
  const taken = await until(stage, `taking ${roleArn}`, async () => {
    try {
      return await stage.clients.sts.assumeRole({ RoleArn: roleArn, RoleSessionName: 'conformance' });
    } catch (error) {
      if ((error as Error).name.startsWith('AccessDenied')) return undefined;
      throw error;
    }
  });
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = taken.Credentials ?? {};
  return stage.as({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken });
}
