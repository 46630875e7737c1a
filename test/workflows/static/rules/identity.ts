import { jobsOf, type Job, type Permissions, type Repository, type Workflow } from '../read-workflows.ts';
import type { Rule } from './rule.ts';

/** `permissions: {}` at the top, so that a job that says nothing may do nothing; then each says what it needs. */
export const permissionsAreLeast: Rule = (repository) => [
  ...[...repository.workflows.values()]
    .filter(({ permissions }) => permissions === undefined || Object.keys(permissions).length > 0)
    .map(({ file }) => `${file}: permissions at the top are not {}`),
  ...jobsOf(repository)
    .filter(({ job }) => job.permissions === undefined)
    .map(({ at }) => `${at}: no permissions`),
];

/**
 * GitHub does not start a run in which a called workflow asks for more than its caller gives (Docs, "Reuse workflows",
 * "Access and permissions").
 */
export const calledTakeNoMoreThanGiven: Rule = (repository) =>
  jobsOf(repository).flatMap(({ job, at }) =>
    asked(repository, job).flatMap(({ by, scope, level }) => {
      const given = job.permissions?.[scope] ?? 'none';
      return level === 'none' || given === 'write' || given === level
        ? []
        : [`${at}: gives ${scope}: ${given}, but ${by} asks for ${level}`];
    }),
  );

/** A caller's permissions are a ceiling for what it calls; a higher one than is used is needless. */
export const callersGiveNoMoreThanAsked: Rule = (repository) =>
  jobsOf(repository)
    .filter(({ job }) => job.uses !== undefined)
    .flatMap(({ job, at }) => {
      const wanted = asked(repository, job);
      return Object.entries(job.permissions ?? {})
        .filter(([scope, level]) => !wanted.some((one) => one.scope === scope && one.level === level))
        .map(([scope, level]) => `${at}: gives ${scope}: ${level}, which nothing that it calls asks for`);
    });

interface Asked {
  readonly by: string;
  readonly scope: string;
  readonly level: Permissions[string];
}

function asked(repository: Repository, job: Job): readonly Asked[] {
  const called = calledWorkflow(repository, job);
  if (called === null) return [];
  return Object.entries(called.jobs).flatMap(([id, { permissions }]) =>
    Object.entries(permissions ?? {}).map(([scope, level]) => ({ by: `${called.file} ${id}`, scope, level })),
  );
}

export function calledWorkflow(repository: Repository, { uses }: Job): Workflow | null {
  const file = /^\$\/\.github\/workflows\/([\w.-]+)$/.exec(uses ?? '')?.[1];
  return file === undefined ? null : (repository.workflows.get(file) ?? null);
}

/**
 * A job that runs scripts (and with them packages, or a pull request's build) holds no identity token: whatever runs beside a
 * token can take it. One that holds a token runs nothing but these actions.
 */
export const identityStandsAlone: Rule = (repository) =>
  jobsOf(repository)
    .filter(({ job }) => job.permissions?.['id-token'] === 'write')
    .flatMap(({ job, at }) =>
      job.steps
        .filter(({ uses }) => uses === undefined || !besideIdentity.test(uses))
        .map(({ name }) => `${at}: holds an identity token and runs "${name}"`),
    );

const besideIdentity =
  /^(?:\$\/actions\/(?:change-set|cleanup|deploy|release|rollback|smoke)|actions\/(?:checkout|download-artifact|upload-artifact|attest-build-provenance)@\w+)$/;

/** What writes to pull requests proves nothing to AWS: its token is no way from a comment's text to an account. */
export const writersHoldNoIdentity: Rule = (repository) =>
  jobsOf(repository)
    .filter(({ job }) => job.uses === undefined && job.permissions?.['pull-requests'] === 'write')
    .filter(({ job }) => job.permissions?.['id-token'] !== undefined)
    .map(({ at }) => `${at}: writes to pull requests and holds an identity token`);

/** What builds, may write nowhere. */
export const buildsWriteNothing: Rule = (repository) =>
  jobsOf(repository)
    .filter(({ job }) => job.steps.some(({ run }) => /\bnpm\b|\bnpx\b|BUILD_COMMAND/.test(run ?? '')))
    .flatMap(({ job, at }) =>
      Object.entries(job.permissions ?? {})
        .filter(([, level]) => level === 'write')
        .map(([scope]) => `${at}: builds, and may write ${scope}`),
    );

/** What packages without uploading is a build, too: it reads what a pull request wrote. */
export const releasesAreBuiltWithoutIdentity: Rule = (repository) =>
  jobsOf(repository).flatMap(({ job, at }) =>
    job.steps
      .filter(({ uses, with: given }) => uses === '$/actions/release' && given['release'] === undefined)
      .flatMap(({ with: given }) => [
        ...(given['upload'] === false ? [] : [`${at}: builds a release and uploads it in one job`]),
        ...(job.permissions?.['id-token'] === undefined
          ? []
          : [`${at}: builds a release with an identity token`]),
      ]),
  );

export const noSecrets: Rule = (repository) =>
  [...repository.workflows.values()]
    .filter(({ text }) => /\bsecrets\b\s*[.:[]/.test(text))
    .map(({ file }) => `${file}: uses secrets`);

/** Checkout leaves no credentials behind, and never fetches what somebody else names. */
export const checkoutsAreHarmless: Rule = (repository) =>
  jobsOf(repository).flatMap(({ job, at }) =>
    job.steps
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
      .flatMap(({ with: given }) => [
        ...(given['persist-credentials'] === false ? [] : [`${at}: checkout persists its credentials`]),
        ...['ref', 'repository', 'token', 'ssh-key']
          .filter((input) => given[input] !== undefined)
          .map((input) => `${at}: checkout is told a ${input}`),
      ]),
  );

/** In a run for a fork's run nothing is executed but our actions; only data crosses. */
export const workflowRunTakesOnlyData: Rule = (repository) =>
  [...repository.workflows.values()]
    .filter(({ on }) => on.workflow_run !== undefined)
    .flatMap((workflow) => [
      ...(workflow.file === 'fork-comment.yml' ? [] : [`${workflow.file}: is started by workflow_run`]),
      ...Object.values(workflow.jobs).flatMap((job) =>
        Object.entries(calledWorkflow(repository, job)?.jobs ?? {}).flatMap(([id, called]) => [
          ...(called.permissions?.['id-token'] === undefined && called.permissions?.['contents'] !== 'write'
            ? []
            : [`${workflow.file} ${id}: holds more than it may`]),
          ...called.steps
            .filter(
              ({ run, uses }) => /\bnpm\b|\bnode\b|BUILD_COMMAND/.test(run ?? '') || uses?.startsWith('./'),
            )
            .map(({ name }) => `${workflow.file} ${id}: "${name}" may run what the fork wrote`),
        ]),
      ),
    ]);
