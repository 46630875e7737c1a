import type { CloudFormationApi } from '../aws/apis.ts';
import type { StackInstance } from '../config/system.ts';
import { describeStack } from '../plan/deployed-tree.ts';
import { withMaskedWords } from '../plan/masked-words.ts';
import { secretsOf, type PlanStackOptions } from '../plan/plan-stack.ts';
import { artifactBucket, type Target } from './target.ts';

/** What a stack is given now, and what of it was a secret before. */
export type Given = Pick<PlanStackOptions, 'parameters' | 'formerSecrets'>;

/** CloudFormation for one stack while it is deployed: its words have the stack's secrets, as far as they are known, taken out. */
export async function maskedCloudFormation(
  target: Pick<Target, 'release' | 'environment'>,
  instance: StackInstance,
  given: Given,
  api: CloudFormationApi,
): Promise<CloudFormationApi> {
  const secrets = await secretsOf(
    {
      instance,
      ...given,
      release: target.release,
      artifactBucket: artifactBucket(target.environment.account, instance.region),
    },
    await describeStack(api, instance.stackName),
  );
  return withMaskedWords(api, secrets);
}
