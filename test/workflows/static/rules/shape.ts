import { jobsOf, type Workflow } from '../read-workflows.ts';
import { calledWorkflow } from './identity.ts';
import type { Rule } from './rule.ts';

/** Ours alone: they call nothing that another repository could call. */
const own = ['ci.yml', 'publish.yml'];

const isReusable = ({ file }: Workflow): boolean => file.startsWith('pipeline-');

export const namesAreUnique: Rule = ({ workflows }) => {
  const names = [...workflows.values()].map(({ name }) => name);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `two are called "${name}"`);
};

/** A caller says when, with which inputs and with which permissions; what is done stands in what it calls. */
export const callersAreThin: Rule = (repository) =>
  [...repository.workflows.values()]
    .filter((workflow) => !isReusable(workflow) && !own.includes(workflow.file))
    .flatMap(({ file, text, jobs }) => [
      ...(text.trimEnd().split('\n').length <= 40 ? [] : [`${file}: longer than 40 lines`]),
      ...(Object.keys(jobs).length === 1 ? [] : [`${file}: more than one job`]),
      ...Object.values(jobs)
        .filter((job) => calledWorkflow(repository, job) === null || job.steps.length > 0)
        .map(({ name }) => `${file} ${name}: calls no workflow of ours`),
    ]);

/** What other repositories call can be started by nothing else, and describes what it takes. */
export const reusablesAreDescribed: Rule = ({ workflows }) =>
  [...workflows.values()].filter(isReusable).flatMap(({ file, on }) => [
    ...(Object.keys(on).join() === 'workflow_call' ? [] : [`${file}: is not only called`]),
    ...Object.entries(on.workflow_call?.inputs ?? {})
      .filter(
        ([, { description, type, required, default: value }]) =>
          description === '' || type === undefined || required === (value !== undefined),
      )
      .map(
        ([name]) => `${file}: input ${name} needs a description, a type, and either required or a default`,
      ),
  ]);

/** A job that hangs costs hours, and keeps an environment's turn. */
export const jobsEnd: Rule = (repository) =>
  jobsOf(repository)
    .filter(({ job }) => job.uses === undefined)
    .flatMap(({ job, at }) => {
      const limit = job['timeout-minutes'];
      const isLimit =
        typeof limit === 'number' ? limit <= 60 : limit === '${{ inputs.deploy-timeout-minutes }}';
      return isLimit ? [] : [`${at}: no time-out`];
    });

/** A value in a script is code; in `env` it is data (GitHub Docs, "Script injections"). */
export const scriptsHoldNoExpression: Rule = (repository) =>
  jobsOf(repository).flatMap(({ workflow, job, at }) =>
    job.steps
      .filter(({ run }) => run !== undefined)
      .flatMap(({ name, run = '', shell }) => [
        ...(run.includes('${{') ? [`${at}: "${name}" holds an expression`] : []),
        // bash named is bash with pipefail; without a name it is not (Docs, "Workflow syntax", shell)
        ...(isReusable(workflow) && shell !== 'bash' ? [`${at}: "${name}" names no shell`] : []),
      ]),
  );

/** One that fails does not end the others. */
export const matricesGoOn: Rule = (repository) =>
  jobsOf(repository)
    .filter(({ job }) => job.strategy?.['fail-fast'] === true)
    .map(({ at }) => `${at}: one that fails ends the others`);

/** Each deployment is of its own GitHub environment, named by what it executes, and waits for its turn. */
export const deploymentsWaitTheirTurn: Rule = (repository) =>
  jobsOf(repository).flatMap(({ job, at }) => {
    const deploys = job.steps.some(({ uses }) =>
      /^\$\/actions\/(?:deploy|rollback|sync-site)$/.test(uses ?? ''),
    );
    if (!deploys && job.environment === undefined) return [];
    const wanted: readonly [string, unknown, unknown][] = [
      ['environment', job.environment?.name, '${{ inputs.system }}-${{ inputs.environment }}'],
      ['group', job.concurrency?.group, 'slipway-${{ inputs.system }}-${{ inputs.environment }}'],
      ['queue', job.concurrency?.queue, 'max'],
      ['cancel-in-progress', job.concurrency?.['cancel-in-progress'], false],
      [
        'name',
        job.name,
        '${{ inputs.environment }} · ${{ needs.plan.outputs.fingerprint-short }} · ${{ needs.plan.outputs.headline }}',
      ],
    ];
    return wanted.filter(([, is, should]) => is !== should).map(([what]) => `${at}: its ${what} is another`);
  });

/** Only previews and the project's own checks end what an older commit has started. */
export const onlyPreviewsAreCancelled: Rule = (repository) => [
  ...jobsOf(repository)
    .filter(
      ({ job, at }) => job.concurrency?.['cancel-in-progress'] !== false && at !== 'pipeline-pr.yml system',
    )
    .filter(({ job }) => job.concurrency !== undefined)
    .map(({ at }) => `${at}: may be cancelled by a newer run`),
  ...[...repository.workflows.values()]
    .filter(({ concurrency, file }) => concurrency?.['cancel-in-progress'] !== false && file !== 'ci.yml')
    .filter(({ concurrency }) => concurrency !== undefined)
    .map(({ file }) => `${file}: may be cancelled by a newer run`),
];

/** What is deployed is deployed, whether or not pull requests could be told. */
export const tellingFailsNothing: Rule = (repository) =>
  jobsOf(repository)
    .filter(({ job: { needs, permissions } }) => {
      const isAfter = needs.some((need) => ['deploy', 'rollback'].includes(need));
      return isAfter && permissions?.['pull-requests'] === 'write';
    })
    .filter(({ job }) => !job['continue-on-error'])
    .map(({ at }) => `${at}: fails a deployment that is done`);

/** With the roles that trust main, nothing but main's runs begin. */
export const onlyMainBegins: Rule = ({ workflows }) =>
  ['pipeline-deploy.yml', 'pipeline-rollback.yml', 'pipeline-watch.yml', 'pipeline-cleanup.yml'].flatMap(
    (file) =>
      Object.entries(workflows.get(file)?.jobs ?? { none: null })
        .filter(
          ([, job]) =>
            job === null || (job.needs.length === 0 && job.if !== "${{ github.ref == 'refs/heads/main' }}"),
        )
        .map(([id]) => `${file} ${id}: begins on other branches, too`),
  );
