import { jobsOf, type Job, type Repository, type Workflow } from '../read-workflows.ts';
import { calledWorkflow } from './identity.ts';
import type { Rule } from './rule.ts';

/** Actions of others by commit, with the version that the commit is in a comment; one commit for each. */
export const actionsArePinned: Rule = (repository) => {
  const commits = new Map<string, string>();
  return [...repository.workflows.values()].flatMap(({ file, text }) =>
    [...text.matchAll(/^\s*(?:-\s+)?uses:\s*(.+)$/gm)].flatMap(([, said = '']) => {
      if (/^\$\/(?:actions\/[a-z-]+|\.github\/workflows\/pipeline-[a-z-]+\.yml)$/.test(said)) return [];
      const [, action = '', commit = ''] =
        /^([\w-]+\/[\w-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+$/.exec(said) ?? [];
      if (commit === '') return [`${file}: ${said} is not pinned by a commit with its version in a comment`];
      const seen = commits.get(action) ?? commit;
      commits.set(action, seen);
      return seen === commit ? [] : [`${file}: ${action} is pinned to two commits`];
    }),
  );
};

/** What is given to an action or a called workflow is an input of it, and what it requires is given. */
export const inputsExist: Rule = (repository) =>
  jobsOf(repository).flatMap(({ job, at }) => [
    ...(job.uses === undefined
      ? []
      : compareInputs(at, job.uses, job.with, calledWorkflow(repository, job)?.on.workflow_call?.inputs)),
    ...job.steps.flatMap(({ uses, with: given }) => {
      const name = /^\$\/actions\/(.+)$/.exec(uses ?? '')?.[1];
      return name === undefined ? [] : compareInputs(at, name, given, repository.actions.get(name)?.inputs);
    }),
  ]);

function compareInputs(
  at: string,
  name: string,
  given: Readonly<Record<string, unknown>>,
  inputs: Readonly<Record<string, { readonly required: boolean }>> | undefined,
): readonly string[] {
  if (inputs === undefined) return [`${at}: there is no ${name}`];
  return [
    ...Object.keys(given)
      .filter((input) => !(input in inputs))
      .map((input) => `${at}: ${name} has no input ${input}`),
    ...Object.entries(inputs)
      .filter(([input, { required }]) => required && !(input in given))
      .map(([input]) => `${at}: ${name} is not given ${input}`),
  ];
}

/** Every output, input and matrix value that an expression names is there: GitHub takes what is not for an empty text. */
export const referencesExist: Rule = (repository) => [
  ...jobsOf(repository).flatMap(({ workflow, job, at }) =>
    namesIn(job, 'needs\\.([\\w-]+)\\.(outputs\\.[\\w-]+|result)')
      .filter(([, id = '', what = '']) => {
        const needed = workflow.jobs[id];
        if (!job.needs.includes(id) || needed === undefined) return true;
        return what !== 'result' && !outputsOf(repository, needed).includes(what.slice('outputs.'.length));
      })
      .map(([said]) => `${at}: ${said} is not there`),
  ),
  ...jobsOf(repository).flatMap(({ job, at }) =>
    namesIn(job, 'steps\\.([\\w-]+)\\.outputs\\.([\\w-]+)')
      .filter(([, id = '', output = '']) => !stepOutputs(repository, job, id).includes(output))
      .map(([said]) => `${at}: ${said} is not there`),
  ),
  ...jobsOf(repository).flatMap(({ workflow, job, at }) => [
    ...namesIn(job, '(?<![\\w.])inputs\\.([\\w-]+)')
      .filter(([, name = '']) => !inputsOf(workflow).includes(name))
      .map(([said]) => `${at}: ${said} is not there`),
    ...namesIn(job, 'matrix\\.([\\w-]+)')
      .filter(([, name = '']) => !(name in (job.strategy?.matrix ?? {})))
      .map(([said]) => `${at}: ${said} is not there`),
  ]),
  ...[...repository.workflows.values()].flatMap(({ file, on, jobs }) =>
    Object.entries(on.workflow_call?.outputs ?? {}).flatMap(([name, { value }]) => {
      const [, id = '', output = ''] = /^\$\{\{ jobs\.([\w-]+)\.outputs\.([\w-]+) \}\}$/.exec(value) ?? [];
      return jobs[id] && output in jobs[id].outputs ? [] : [`${file}: its output ${name} comes from nowhere`];
    }),
  ),
];

function namesIn(job: Job, pattern: string): readonly RegExpMatchArray[] {
  return [...JSON.stringify(job).matchAll(new RegExp(pattern, 'g'))];
}

function inputsOf({ on }: Workflow): readonly string[] {
  return [...Object.keys(on.workflow_call?.inputs ?? {}), ...Object.keys(on.workflow_dispatch?.inputs ?? {})];
}

function outputsOf(repository: Repository, job: Job): readonly string[] {
  const called = calledWorkflow(repository, job);
  return Object.keys(called === null ? job.outputs : (called.on.workflow_call?.outputs ?? {}));
}

/** Outputs of one of our actions, or those that a script writes. */
function stepOutputs(repository: Repository, job: Job, id: string): readonly string[] {
  const step = job.steps.find((one) => one.id === id);
  if (step?.run !== undefined)
    return [...step.run.matchAll(/echo "([\w-]+)=.*>> "\$GITHUB_OUTPUT"/g)].map(([, name = '']) => name);
  const action = /^\$\/actions\/(.+)$/.exec(step?.uses ?? '')?.[1] ?? '';
  return Object.keys(repository.actions.get(action)?.outputs ?? {});
}
