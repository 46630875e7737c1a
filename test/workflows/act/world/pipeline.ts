import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { S3 } from '@aws-sdk/client-s3';
import { startLocalAws } from '../../../../local/local-aws.ts';
import { copyForAct } from '../../../../scripts/act/copy-for-act.ts';
import { repository } from '../../../../scripts/demo/identity.ts';
import { prepareAccounts } from '../../../../scripts/demo/prepare-accounts.ts';
import { environmentNames, type EnvironmentName } from '../../../../src/config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../../../src/config/load.ts';
import type { EnvironmentDefinition } from '../../../../src/config/system.ts';
import type { LedgerRecord } from '../../../../src/ledger/ledger.ts';
import { silentLogger } from '../../../../src/runtime/logger.ts';
import { startFakeGitHub, type FakeGitHub } from '../../../fakes/github/fake-github.ts';
import { python } from '../../../local/front/local.ts';
import { runAct, type Run } from '../runner/act.ts';
import type { CalledRepositories } from '../runner/jobs-of-run.ts';
import type { StepOfRun } from '../runner/runner.ts';
import { issuersOf } from './credentials.ts';
import type { Event } from './events.ts';
import { createRemote, type Remote } from './remote.ts';

const root = join(import.meta.dirname, '../../../..');
const fixtures = join(root, 'test/local/pipeline/fixtures');

/**
 * Whose workflows run.
 * - `own`: the repository holds Slipway itself, as this one does.
 * - `calls`: the repository holds what `files` writes, a system `notes` among it, and calls Slipway's workflows.
 */
export type Layout =
  { readonly kind: 'own' } | { readonly kind: 'calls'; readonly files: (folder: string) => Promise<void> };

export interface RunRequest {
  /** `pr.yml` */
  readonly workflow: string;
  readonly event: Event;
  readonly isReadOnly?: boolean;
  readonly before?: (step: StepOfRun) => Promise<void>;
}

export interface WorkflowRun extends Run {
  readonly id: number;
  /** Names of the run's artifacts. */
  readonly artifacts: () => readonly string[];
  /** A file of one of them. */
  readonly artifact: (name: string, file: string) => string;
  readonly artifactFolder: (name: string) => string;
}

/** The system `notes` in its three accounts, its repository at GitHub, and the workflows that stand between. */
export interface Pipeline {
  readonly github: FakeGitHub;
  readonly remote: Remote;
  readonly environments: Readonly<Record<EnvironmentName, EnvironmentDefinition>>;
  run(request: RunRequest): Promise<WorkflowRun>;
  /** The environment's ledger, oldest first. */
  records(environment: EnvironmentName): Promise<readonly LedgerRecord[]>;
  /** As root. */
  cloudFormation(environment: EnvironmentName, region?: 'home' | 'edge'): CloudFormation;
  s3(environment: EnvironmentName): S3;
  end(): Promise<void>;
}

/** Where Slipway's repository is for one that calls it. */
export const slipway = { repository: 'slipway-tools/slipway', ref: 'v1' } as const;

export async function startPipeline(layout: Layout): Promise<Pipeline> {
  const base = mkdtempSync(join(tmpdir(), 'slipway-act-'));
  const remote = createRemote(join(base, 'git'));
  const called = new Map<string, string>();
  await remote.commit('main', 'The system notes', layout.kind === 'own' ? ownRepository : layout.files);
  if (layout.kind === 'calls') {
    const tools = join(base, 'slipway');
    await copyForAct(root, tools, { kind: 'called', ...slipway });
    called.set(`${slipway.repository}@${slipway.ref}`, tools);
  }
  const files = remote.filesAt(remote.head('main'));
  const system = await loadSystem(files, 'notes');
  const [dev, sit, prod] = await Promise.all(
    environmentNames.map((name) => loadEnvironment(files, system, name)),
  );
  if (!dev || !sit || !prod) throw new Error('An environment of the fixture is missing.');
  const environments = { dev, sit, prod };
  const all = [dev, sit, prod];
  const local = await startLocalAws({
    stateDir: join(base, 'local'),
    accounts: all.map(({ account }) => account),
    python,
    logger: silentLogger,
  });
  process.env['AWS_ENDPOINT_URL'] = local.endpoint;
  process.env['AWS_REGION'] = dev.regions.home;
  await prepareAccounts(local, root, all).catch(async (reason: unknown) => {
    await local.stop();
    rmSync(base, { recursive: true, force: true });
    throw reason;
  });
  const github = await startFakeGitHub({
    repository: `${repository.owner}/${repository.name}`,
    sign: ({ sub, aud, ...claims }) => local.issueGithubToken({ subject: sub, audience: aud, claims }),
  });
  for (const name of environmentNames) {
    github.state.environments.set(`notes-${name}`, {
      reviewers: name === 'prod' ? [{ type: 'User', name: 'grace' }] : [],
      preventSelfReview: false,
      branches: [{ name: 'main', type: 'branch' }],
    });
  }
  const artifacts = join(base, 'artifacts');
  mkdirSync(artifacts);
  const env = {
    AWS_ENDPOINT_URL: local.endpoint,
    HTTPS_PROXY: local.proxyUrl,
    HTTP_PROXY: local.proxyUrl,
    NO_PROXY: '127.0.0.1',
    NODE_EXTRA_CA_CERTS: local.caCertificate.path,
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: github.state.repository.fullName,
    GITHUB_REPOSITORY_OWNER: repository.owner,
    GITHUB_REPOSITORY_ID: String(github.state.repository.id),
    GITHUB_REPOSITORY_OWNER_ID: String(github.state.repository.ownerId),
    GITHUB_TRIGGERING_ACTOR: 'ada',
    ACT_REMOTE: remote.address,
    ACT_ARTIFACTS: artifacts,
  };
  const runs = createRuns({ base, env, remote, github, called, artifacts });
  const clientOf = (environment: EnvironmentName, region: 'home' | 'edge' = 'home') => ({
    endpoint: local.endpoint,
    region: environments[environment].regions[region],
    credentials: { accessKeyId: environments[environment].account, secretAccessKey: 'root' },
  });

  return {
    github,
    remote,
    environments,
    run: runs,
    records: async (environment) => {
      const { account, regions } = environments[environment];
      const Bucket = `slipway-ledger-${account}-${regions.home}`;
      const s3 = new S3({ ...clientOf(environment), forcePathStyle: true });
      const Prefix = `ledger/notes/${environment}/records/`;
      const { Contents = [] } = await s3.listObjectsV2({ Bucket, Prefix });
      const keys = Contents.flatMap(({ Key }) => Key ?? []).sort();
      return Promise.all(
        keys.map(async (Key) => {
          const { Body } = await s3.getObject({ Bucket, Key });
          return JSON.parse((await Body?.transformToString()) ?? '') as LedgerRecord;
        }),
      );
    },
    cloudFormation: (environment, region) => new CloudFormation(clientOf(environment, region)),
    s3: (environment) => new S3({ ...clientOf(environment), forcePathStyle: true }),
    end: async () => {
      await github.close();
      await local.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** What this repository holds, with a smaller system in place of its own. */
async function ownRepository(folder: string): Promise<void> {
  cpSync(fixtures, folder, { recursive: true });
  await copyForAct(root, folder, { kind: 'own' });
  // what the callers' build command builds; the system takes nothing of it
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/index.html'), '<!doctype html><title>Notes</title>');
  const build = 'vite build site --outDir dist --emptyOutDir';
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { 'build:notes': build } }));
  // there is no lock file, so the job that builds installs nothing
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

interface RunsOptions {
  readonly base: string;
  readonly env: Readonly<Record<string, string>>;
  readonly remote: Remote;
  readonly github: FakeGitHub;
  readonly called: CalledRepositories;
  readonly artifacts: string;
}

function createRuns(options: RunsOptions): Pipeline['run'] {
  let lastId = 100;
  return async ({ workflow, event, isReadOnly = false, before }) => {
    const id = (lastId += 1);
    const run = await runAct({
      base: options.base,
      folder: options.remote.filesAt(event.sha),
      workflow,
      event,
      env: { ...options.env, SHA_REF: event.sha, GITHUB_RUN_ID: String(id), GITHUB_RUN_ATTEMPT: '1' },
      called: options.called,
      isFork: event.isFork ?? false,
      isReadOnly,
      issuers: issuersOf(options.github),
      ...(before === undefined ? {} : { before }),
    });
    const folder = join(options.artifacts, String(id));
    return {
      ...run,
      id,
      artifacts: () => (existsSync(folder) ? readdirSync(folder).sort() : []),
      artifact: (name, file) => readFileSync(join(folder, name, file), 'utf8'),
      artifactFolder: (name) => join(folder, name),
    };
  };
}
