import { waitUntilStackUpdateComplete } from '@aws-sdk/client-cloudformation';
import type { EnvironmentName } from '../../../../src/config/environment-name.ts';
import type { Pipeline } from './pipeline.ts';

/** What somebody does to the application's stack past the pipeline: another value of its parameter Retention. */
export async function updateByHand(
  pipeline: Pipeline,
  environment: EnvironmentName,
  seconds: string,
): Promise<void> {
  const client = pipeline.cloudFormation(environment);
  const StackName = `notes-${environment}-app`;
  const kept = ['ArtifactBucket', 'Environment', 'TopicName'];
  await client.updateStack({
    StackName,
    UsePreviousTemplate: true,
    Parameters: [
      ...kept.map((ParameterKey) => ({ ParameterKey, UsePreviousValue: true })),
      { ParameterKey: 'Retention', ParameterValue: seconds },
    ],
  });
  await waitUntilStackUpdateComplete({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { StackName });
}

/** The parameter's value as the stack has it. */
export async function retention(
  pipeline: Pipeline,
  environment: EnvironmentName,
): Promise<string | undefined> {
  const client = pipeline.cloudFormation(environment);
  const { Stacks: [stack] = [] } = await client.describeStacks({ StackName: `notes-${environment}-app` });
  return stack?.Parameters?.find(({ ParameterKey }) => ParameterKey === 'Retention')?.ParameterValue;
}
