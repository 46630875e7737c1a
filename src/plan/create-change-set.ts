import type { CreateChangeSetCommandInput } from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import { withoutSecrets, type SecretTexts } from './secret-text.ts';

export interface ChangeSetRequest {
  readonly api: CloudFormationApi;
  /** `UPDATE` of a stack that exists, by its ARN; `CREATE` of an absent one or one in review, by its name. */
  readonly type: 'CREATE' | 'UPDATE';
  readonly stack: string;
  /** Unique for the stack; `slipway-pr-…` or `slipway-run-…`. */
  readonly name: string;
  /** https URL of the packaged root template. */
  readonly templateUrl: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** `nested`: a change set for every stack of the tree. `root`: the root alone. */
  readonly scope: 'nested' | 'root';
  /** Left out by those who only plan: a stack keeps the role it was made with (they need no iam:PassRole). */
  readonly executionRoleArn: string | undefined;
  readonly description: string;
  /** Clear texts that CloudFormation's refusal must not tell. */
  readonly secrets: SecretTexts;
}

export interface CreatedChangeSet {
  readonly arn: string;
  readonly stackId: string;
}

/**
 * Asks for a change set and returns at once; `readChangeSetTree` waits for it.
 *
 * Nested stacks need no capability of their own; `CAPABILITY_NAMED_IAM` covers named and unnamed roles (API reference,
 * CreateChangeSet, Capabilities). `CAPABILITY_AUTO_EXPAND` is not given: no template of ours has a transform.
 *
 * @throws UserError `CHANGE_SET_NAME` for a name that CloudFormation would refuse, `TEMPLATE_REJECTED` with
 *   CloudFormation's words for a template or parameter that it refuses at once, `CHANGE_SET_LIMIT`
 */
export async function createChangeSet(request: ChangeSetRequest): Promise<CreatedChangeSet> {
  if (!/^[A-Za-z][-A-Za-z0-9]{0,127}$/.test(request.name)) {
    throw new UserError(
      'CHANGE_SET_NAME',
      `"${request.name}" can't name a change set: it must begin with a letter and hold at most 128 letters, digits and hyphens`,
    );
  }
  const input: CreateChangeSetCommandInput = {
    StackName: request.stack,
    ChangeSetName: request.name,
    ChangeSetType: request.type,
    TemplateURL: request.templateUrl,
    Parameters: Object.entries(request.parameters)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    Tags: Object.entries(request.tags)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([Key, Value]) => ({ Key, Value })),
    Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
    IncludeNestedStacks: request.scope === 'nested',
    Description: request.description,
    // Lets the SDK try again after a lost answer without a second change set (API reference, ClientToken).
    ClientToken: request.name,
    ...(request.executionRoleArn === undefined ? {} : { RoleARN: request.executionRoleArn }),
  };
  try {
    const { Id, StackId } = await request.api.createChangeSet(input);
    return { arn: required(Id, 'Id'), stackId: required(StackId, 'StackId') };
  } catch (error) {
    throw explained(error, request);
  }
}

function explained(error: unknown, { stack, name, secrets }: ChangeSetRequest): unknown {
  if (!(error instanceof Error)) return error;
  const words = withoutSecrets(error.message, secrets);
  const cause = words === error.message ? { cause: error } : {};
  if (error.name === 'ValidationError' || error.name.startsWith('InsufficientCapabilities')) {
    return new UserError('TEMPLATE_REJECTED', `CloudFormation refuses ${stack}: ${words}`, {
      ...cause,
      next: 'slipway lint finds most of these before',
    });
  }
  if (error.name.startsWith('LimitExceeded')) {
    return new UserError('CHANGE_SET_LIMIT', `${stack} takes no further change set: ${words}`, {
      ...cause,
      next: `Change sets of earlier plans have piled up, also on its nested stacks. Delete those that begin with ${name.split('-').slice(0, 2).join('-')}-, then plan again.`,
    });
  }
  return error;
}

/** The path-style URL of a packaged template; the domain's suffix follows the partition of the region. */
export function templateUrl(bucket: string, region: string, sha256: string): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://s3.${region}.${suffix}/${bucket}/${sha256}`;
}

function required(value: string | undefined, field: string): string {
  if (value === undefined) throw new TypeError(`CreateChangeSet answered without ${field}`);
  return value;
}
