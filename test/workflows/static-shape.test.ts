import { expect, test } from '@jest/globals';
import { holdTo, withFault } from './static/hold-to.ts';
import { parseSources } from './static/read-workflows.ts';
import * as shape from './static/rules/shape.ts';

holdTo([
  [
    'names are unique',
    shape.namesAreUnique,
    [{ file: 'ci.yml', from: 'name: CI', to: 'name: Deploy', says: 'two are called "Deploy"' }],
  ],
  [
    'callers are thin',
    shape.callersAreThin,
    [
      {
        file: 'watch.yml',
        from: 'jobs:\n',
        to: `${'\n'.repeat(40)}jobs:\n`,
        says: 'watch.yml: longer than 40 lines',
      },
      {
        file: 'watch.yml',
        from: /^ {4}uses: .*$/m,
        to: '    steps: [{ name: Say, run: echo }]',
        says: 'watch.yml Slipway: calls no workflow of ours',
      },
    ],
  ],
  [
    'reusable workflows are only called, and describe what they take',
    shape.reusablesAreDescribed,
    [
      {
        file: 'pipeline-pr.yml',
        from: '  workflow_call:\n',
        to: '  pull_request:\n  workflow_call:\n',
        says: 'pipeline-pr.yml: is not only called',
      },
      {
        file: 'pipeline-watch.yml',
        from: '        type: string\n',
        to: '',
        says: 'pipeline-watch.yml: input working-directory needs a description, a type, and either required or a default',
      },
    ],
  ],
  [
    'every job ends in time',
    shape.jobsEnd,
    [
      {
        file: 'pipeline-preview.yml',
        from: '    timeout-minutes: 30\n',
        to: '',
        says: 'pipeline-preview.yml build: no time-out',
      },
    ],
  ],
  [
    'no script holds an expression, and its shell is named',
    shape.scriptsHoldNoExpression,
    [
      {
        file: 'pipeline-system.yml',
        from: 'bash -euo pipefail -c "$BUILD_COMMAND"',
        to: '${{ inputs.build-command }}',
        says: 'pipeline-system.yml build: "Build" holds an expression',
      },
      {
        file: 'pipeline-watch.yml',
        from: '        shell: bash\n',
        to: '',
        says: 'pipeline-watch.yml systems: "Read which systems there are" names no shell',
      },
    ],
  ],
  [
    'a system that fails ends no other',
    shape.matricesGoOn,
    [
      {
        file: 'pipeline-deploy.yml',
        from: 'fail-fast: false',
        to: 'fail-fast: true',
        says: 'pipeline-deploy.yml system: one that fails ends the others',
      },
    ],
  ],
  [
    'a deployment has its environment, its name and its turn',
    shape.deploymentsWaitTheirTurn,
    [
      {
        file: 'pipeline-environment.yml',
        from: '      queue: max\n',
        to: '',
        says: 'pipeline-environment.yml deploy: its queue is another',
      },
      {
        file: 'pipeline-rollback.yml',
        from: 'group: slipway-${{ inputs.system }}',
        to: 'group: slipway',
        says: 'pipeline-rollback.yml rollback: its group is another',
      },
      {
        file: 'pipeline-rollback.yml',
        from: '      name: ${{ inputs.system }}-',
        to: '      name: all-',
        says: 'pipeline-rollback.yml rollback: its environment is another',
      },
      {
        file: 'pipeline-environment.yml',
        from: / · \$\{\{ needs.plan.outputs.headline \}\}/,
        to: '',
        says: 'pipeline-environment.yml deploy: its name is another',
      },
    ],
  ],
  [
    'nothing is cancelled by a newer run but previews and checks',
    shape.onlyPreviewsAreCancelled,
    [
      {
        file: 'pipeline-environment.yml',
        from: 'cancel-in-progress: false',
        to: 'cancel-in-progress: true',
        says: 'pipeline-environment.yml deploy: may be cancelled by a newer run',
      },
      {
        file: 'publish.yml',
        from: 'cancel-in-progress: false',
        to: 'cancel-in-progress: true',
        says: 'publish.yml: may be cancelled by a newer run',
      },
    ],
  ],
  [
    'what tells pull requests of a deployment can’t fail it',
    shape.tellingFailsNothing,
    [
      {
        file: 'pipeline-environment.yml',
        from: /^ {4}continue-on-error: .*\n/m,
        to: '',
        says: 'pipeline-environment.yml stale: fails a deployment that is done',
      },
      {
        file: 'pipeline-rollback.yml',
        from: /^ {4}continue-on-error: .*\n/m,
        to: '',
        says: 'pipeline-rollback.yml stale: fails a deployment that is done',
      },
    ],
  ],
  [
    'what takes roles that trust main begins on main',
    shape.onlyMainBegins,
    [
      {
        file: 'pipeline-cleanup.yml',
        from: /^ {4}if: .*\n/m,
        to: '',
        says: 'pipeline-cleanup.yml cleanup: begins on other branches, too',
      },
    ],
  ],
]);

test('a key that no rule knows is refused, pull_request_target among them', () => {
  const fault = { file: 'pr.yml', from: '  pull_request:\n', to: '  pull_request_target:\n' };
  expect(() => parseSources(withFault(fault))).toThrow('pr.yml: on.pull_request_target');
});
