import { holdTo } from './static/hold-to.ts';
import * as identity from './static/rules/identity.ts';

holdTo([
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
    'a job that writes to pull requests holds no identity token',
    identity.writersHoldNoIdentity,
    [
      {
        file: 'pipeline-environment.yml',
        from: '      pull-requests: read # the override',
        to: '      pull-requests: write # the override',
        says: 'pipeline-environment.yml plan: writes to pull requests and holds an identity token',
      },
      {
        file: 'pipeline-rollback.yml',
        from: '      pull-requests: write # the comments',
        to: '      id-token: write\n      pull-requests: write # the comments',
        says: 'pipeline-rollback.yml stale: writes to pull requests and holds an identity token',
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
]);
