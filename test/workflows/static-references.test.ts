import { holdTo } from './static/hold-to.ts';
import * as references from './static/rules/references.ts';

holdTo([
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
]);
