import type { Edit } from '../../../scripts/demo/work-copy.ts';

/** One property of a queue two stacks below the root: how long a message is worked on, in seconds. */
export function workTime(from: number, to: number): Edit {
  return {
    file: 'templates/modules/archive.yml',
    from: `VisibilityTimeout: ${from}`,
    to: `VisibilityTimeout: ${to}`,
  };
}

/** What else people change in the fixture. */
export const edits = {
  /** A queue cannot be renamed: CloudFormation makes another one and deletes this one with its messages. */
  otherName: {
    file: 'templates/modules/archive.yml',
    from: 'QueueName: !Sub companycam-notes-archive-',
    to: 'QueueName: !Sub companycam-notes-vault-',
  },
  /** A resource that is complete only once somebody signals it: an update that takes as long as the test wants. */
  waits: {
    file: 'templates/modules/store.yml',
    from: '  # the gate stands here\n',
    to: `  Gate:
    Type: AWS::CloudFormation::WaitCondition
    CreationPolicy: { ResourceSignal: { Count: 1, Timeout: PT2M } }
`,
  },
} as const satisfies Record<string, Edit>;
