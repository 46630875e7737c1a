import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';

const permission = v.picklist(['read', 'write', 'none']);
const permissions = v.record(v.string(), permission);
const values = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));
const concurrency = v.strictObject({
  group: v.string(),
  queue: v.optional(v.literal('max')),
  'cancel-in-progress': v.union([v.boolean(), v.string()]),
});

const step = v.strictObject({
  name: v.string(),
  id: v.optional(v.string()),
  if: v.optional(v.string()),
  uses: v.optional(v.string()),
  with: v.optional(values, {}),
  run: v.optional(v.string()),
  shell: v.optional(v.string()),
  'working-directory': v.optional(v.string()),
  env: v.optional(values, {}),
});

const job = v.strictObject({
  name: v.string(),
  needs: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.transform((needs) => [needs].flat()),
    ),
    [],
  ),
  if: v.optional(v.string()),
  strategy: v.optional(
    v.strictObject({
      'fail-fast': v.boolean(),
      matrix: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
    }),
  ),
  'continue-on-error': v.optional(v.boolean(), false),
  'runs-on': v.optional(v.string()),
  'timeout-minutes': v.optional(v.union([v.number(), v.string()])),
  environment: v.optional(v.strictObject({ name: v.string(), url: v.string() })),
  concurrency: v.optional(concurrency),
  permissions: v.optional(permissions),
  outputs: v.optional(v.record(v.string(), v.string()), {}),
  uses: v.optional(v.string()),
  with: v.optional(values, {}),
  steps: v.optional(v.array(step), []),
});

const input = v.strictObject({
  description: v.string(),
  type: v.optional(v.picklist(['string', 'number', 'boolean', 'choice'])),
  options: v.optional(v.array(v.string())),
  required: v.optional(v.boolean(), false),
  default: v.optional(v.union([v.string(), v.number(), v.boolean()])),
});
const inputs = v.optional(v.record(v.string(), input), {});
const call = v.strictObject({
  inputs,
  outputs: v.optional(
    v.record(v.string(), v.strictObject({ description: v.string(), value: v.string() })),
    {},
  ),
});

/** What a workflow of ours may hold; whatever else it says is refused, so that no rule overlooks it. */
const workflow = v.strictObject({
  name: v.string(),
  on: v.strictObject({
    pull_request: v.optional(v.nullable(v.looseObject({}))),
    push: v.optional(v.looseObject({})),
    schedule: v.optional(v.array(v.strictObject({ cron: v.string() }))),
    workflow_dispatch: v.optional(v.nullable(v.strictObject({ inputs }))),
    workflow_run: v.optional(v.strictObject({ workflows: v.array(v.string()), types: v.array(v.string()) })),
    workflow_call: v.optional(call),
  }),
  permissions: v.optional(permissions),
  concurrency: v.optional(concurrency),
  jobs: v.record(v.string(), job),
});

const action = v.looseObject({
  inputs: v.optional(v.record(v.string(), v.looseObject({ required: v.optional(v.boolean(), false) })), {}),
  outputs: v.optional(v.record(v.string(), v.looseObject({})), {}),
});

export type Workflow = v.InferOutput<typeof workflow> & { readonly file: string; readonly text: string };
export type Job = v.InferOutput<typeof job>;
export type Step = v.InferOutput<typeof step>;
export type Permissions = v.InferOutput<typeof permissions>;

export interface Repository {
  /** By file name: `deploy.yml`. */
  readonly workflows: ReadonlyMap<string, Workflow>;
  /** By folder name: `deploy`. */
  readonly actions: ReadonlyMap<string, v.InferOutput<typeof action>>;
}

/** The files' texts by name. */
export interface Sources {
  readonly workflows: ReadonlyMap<string, string>;
  readonly actions: ReadonlyMap<string, string>;
}

export function readSources(root: string): Sources {
  const workflows = join(root, '.github', 'workflows');
  const actions = join(root, 'actions');
  return {
    workflows: new Map(
      readdirSync(workflows).map((file) => [file, readFileSync(join(workflows, file), 'utf8')]),
    ),
    actions: new Map(
      readdirSync(actions).map((name) => [name, readFileSync(join(actions, name, 'action.yml'), 'utf8')]),
    ),
  };
}

/** @throws Error naming the file and the key that is not expected in a workflow of ours */
export function parseSources(sources: Sources): Repository {
  return {
    workflows: new Map(
      [...sources.workflows].map(([file, text]) => [file, { ...checked(workflow, text, file), file, text }]),
    ),
    actions: new Map([...sources.actions].map(([name, text]) => [name, checked(action, text, name)])),
  };
}

function checked<T extends v.GenericSchema>(schema: T, text: string, file: string): v.InferOutput<T> {
  const result = v.safeParse(schema, load(text));
  if (result.success) return result.output;
  const said = result.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  throw new Error(`${file}: ${said.join('; ')}`);
}

/** Every job with its workflow and id. */
export function jobsOf(
  repository: Repository,
): readonly { workflow: Workflow; id: string; job: Job; at: string }[] {
  return [...repository.workflows.values()].flatMap((one) =>
    Object.entries(one.jobs).map(([id, job]) => ({ workflow: one, id, job, at: `${one.file} ${id}` })),
  );
}
