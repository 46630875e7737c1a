import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseSources, readSources, type Sources } from './static/read-workflows.ts';
import * as identity from './static/rules/identity.ts';
import * as references from './static/rules/references.ts';
import type { Rule } from './static/rules/rule.ts';
import * as shape from './static/rules/shape.ts';

const sources = readSources(join(import.meta.dirname, '..', '..'));

/** A change of one workflow that breaks a rule, and what the rule says then. */
interface Fault {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly says: string;
}

const rules: readonly (readonly [name: string, rule: Rule, faults: readonly Fault[]])[] = [
  [
    'permissions are empty at the top and said by each job',
    identity.permissionsAreLeast,
    [
      {
        file: 'ci.yml',
        from: 'permissions: {}',
        to: 'permissions: { contents: write }',
        says: 'ci.yml: permissions at the top are not {}',
      },
      {
        file: 'pipeline-watch.yml',
        from: 'permissions: {}\n',
        to: '',
        says: 'pipeline-watch.yml: permissions at the top are not {}',
      },
      { file: 'ci.yml', from: /^ {4}permissions:\n.*\n/m, to: '', says: 'ci.yml test: no permissions' },
    ],
  ],
  [
    'a called workflow asks for no more than its caller gives',
    identity.calledTakeNoMoreThanGiven,
    [
      {
        file: 'pr.yml',
        from: 'checks: write',
        to: 'checks: read',
        says: 'pr.yml slipway: gives checks: read, but pipeline-pr.yml system asks for write',
      },
      {
        file: 'pipeline-deploy.yml',
        from: /^ {6}actions: read.*\n/m,
        to: '',
        says: 'pipeline-deploy.yml system: gives actions: none, but pipeline-system.yml dev asks for read',
      },
    ],
  ],
  [
    'a caller gives no more than what it calls asks for',
    identity.callersGiveNoMoreThanAsked,
    [
      {
        file: 'watch.yml',
        from: 'contents: read',
        to: 'contents: write',
        says: 'watch.yml slipway: gives contents: write, which nothing that it calls asks for',
      },
    ],
  ],
  [
    'a job that holds an identity token runs nothing but these actions',
    identity.identityStandsAlone,
    [
      {
        file: 'pipeline-system.yml',
        from: '    permissions:\n',
        to: '    permissions:\n      id-token: write\n',
        says: 'pipeline-system.yml build: holds an identity token and runs "Build"',
      },
      {
        file: 'publish.yml',
        from: 'actions/attest-build-provenance@',
        to: 'somebody/attest@',
        says: 'publish.yml attest: holds an identity token and runs "Attest the bundles"',
      },
    ],
  ],
  [
    'a job that builds may write nowhere',
    identity.buildsWriteNothing,
    [
      {
        file: 'publish.yml',
        from: 'contents: read # checks the tag out',
        to: 'contents: write',
        says: 'publish.yml verify: builds, and may write contents',
      },
    ],
  ],
  [
    'a release is built by one job and uploaded by another',
    identity.releasesAreBuiltWithoutIdentity,
    [
      {
        file: 'pipeline-preview.yml',
        from: 'upload: false',
        to: 'upload: true',
        says: 'pipeline-preview.yml build: builds a release and uploads it in one job',
      },
    ],
  ],
  [
    'no secret is used',
    identity.noSecrets,
    [
      {
        file: 'deploy.yml',
        from: '    with:\n',
        to: '    # secrets: inherit\n    with:\n',
        says: 'deploy.yml: uses secrets',
      },
      {
        file: 'publish.yml',
        from: 'github.token',
        to: 'secrets.GITHUB_TOKEN',
        says: 'publish.yml: uses secrets',
      },
    ],
  ],
  [
    'a checkout persists no credentials and takes what the event is about',
    identity.checkoutsAreHarmless,
    [
      {
        file: 'ci.yml',
        from: 'persist-credentials: false',
        to: 'persist-credentials: true',
        says: 'ci.yml test: checkout persists its credentials',
      },
      {
        file: 'pipeline-fork-comment.yml',
        from: 'persist-credentials: false',
        to: 'persist-credentials: false\n          ref: ${{ github.event.workflow_run.head_sha }}',
        says: 'pipeline-fork-comment.yml comment: checkout is told a ref',
      },
    ],
  ],
  [
    'what a run for a fork takes of it is data',
    identity.workflowRunTakesOnlyData,
    [
      {
        file: 'pipeline-fork-comment.yml',
        from: 'list=$(',
        to: 'npm ci\n          list=$(',
        says: 'fork-comment.yml reports: "Read which systems they are of" may run what the fork wrote',
      },
      {
        file: 'pipeline-fork-comment.yml',
        from: '      actions: read #',
        to: '      id-token: write #',
        says: 'fork-comment.yml reports: holds more than it may',
      },
    ],
  ],
  [
    'actions of others are pinned by commit, with the version',
    references.actionsArePinned,
    [
      {
        file: 'ci.yml',
        from: /actions\/checkout@.*/,
        to: 'actions/checkout@v6',
        says: 'ci.yml: actions/checkout@v6 is not pinned by a commit with its version in a comment',
      },
      {
        file: 'publish.yml',
        from: 'checkout@de0f',
        to: 'checkout@0000',
        says: 'publish.yml: actions/checkout is pinned to two commits',
      },
      {
        file: 'pr.yml',
        from: '$/.github',
        to: './.github',
        says: 'pr.yml: ./.github/workflows/pipeline-pr.yml is not pinned by a commit with its version in a comment',
      },
    ],
  ],
  [
    'what is given to an action or a workflow is an input of it, and what it requires is given',
    references.inputsExist,
    [
      {
        file: 'pipeline-environment.yml',
        from: 'plans: out/plans',
        to: 'plan-folder: out/plans',
        says: 'pipeline-environment.yml plan: change-set has no input plan-folder',
      },
      {
        file: 'pipeline-cleanup.yml',
        from: '$/actions/cleanup',
        to: '$/actions/clean',
        says: 'pipeline-cleanup.yml cleanup: there is no clean',
      },
      {
        file: 'pipeline-system.yml',
        from: '      environment: sit\n',
        to: '',
        says: 'pipeline-system.yml sit: $/.github/workflows/pipeline-environment.yml is not given environment',
      },
    ],
  ],
  [
    'every output, input and matrix value that an expression names is there',
    references.referencesExist,
    [
      {
        file: 'pipeline-system.yml',
        from: 'needs.dev.outputs.outcome',
        to: 'needs.dev.outputs.result',
        says: 'pipeline-system.yml sit: needs.dev.outputs.result is not there',
      },
      {
        file: 'pipeline-system.yml',
        from: 'needs: [build, sit]',
        to: 'needs: build',
        says: 'pipeline-system.yml prod: needs.sit.outputs.outcome is not there',
      },
      {
        file: 'pipeline-environment.yml',
        from: 'steps.plan.outputs.headline',
        to: 'steps.plan.outputs.news',
        says: 'pipeline-environment.yml plan: steps.plan.outputs.news is not there',
      },
      {
        file: 'pipeline-watch.yml',
        from: 'inputs.groups',
        to: 'inputs.group',
        says: 'pipeline-watch.yml smoke: inputs.group is not there',
      },
      {
        file: 'pipeline-watch.yml',
        from: 'matrix.environment',
        to: 'matrix.stage',
        says: 'pipeline-watch.yml smoke: matrix.stage is not there',
      },
      {
        file: 'pipeline-rollback.yml',
        from: 'jobs.rollback.outputs',
        to: 'jobs.deploy.outputs',
        says: 'pipeline-rollback.yml: its output outcome comes from nowhere',
      },
    ],
  ],
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
];

describe.each(rules)('%s', (_, rule, faults) => {
  test('in all workflows', () => {
    expect(rule(parseSources(sources))).toEqual([]);
  });

  test.each(faults)('and says where not: $says', ({ says, ...fault }) => {
    expect(rule(parseSources(withFault(fault)))).toContain(says);
  });
});

test('a key that no rule knows is refused, pull_request_target among them', () => {
  const fault = { file: 'pr.yml', from: '  pull_request:\n', to: '  pull_request_target:\n' };
  expect(() => parseSources(withFault(fault))).toThrow('pr.yml: on.pull_request_target');
});

function withFault({ file, from, to }: Pick<Fault, 'file' | 'from' | 'to'>): Sources {
  const text = sources.workflows.get(file) ?? '';
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${file} does not hold ${String(from)}`);
  return { ...sources, workflows: new Map([...sources.workflows, [file, changed]]) };
}
