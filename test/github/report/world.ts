import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { main } from '../../../actions/report/main.ts';
import { openGitHub } from '../../../src/github/api/open-github.ts';
import { fingerprint } from '../../../src/plan/fingerprint.ts';
import { gate } from '../../../src/plan/gate.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { perform, pushToMain, type Performed } from '../../actions/recorded.ts';
import {
  readOnlyToken,
  startFakeGitHub,
  workflowToken,
  type FakeGitHub,
} from '../../fakes/github/fake-github.ts';
import type { FakeComment } from '../../fakes/github/state.ts';
import { JumpingClock } from '../api/world.ts';

export const headSha = 'a'.repeat(40);
export const mergeSha = 'c0ffee00'.repeat(5);

/** A plan whose verdict and fingerprint are those of its contents, as a plan file's have to be. */
export function sealed(plan: Plan, overrides: readonly string[] = []): Plan {
  const judged = { ...plan, gate: gate(plan, undefined, overrides) };
  return { ...judged, fingerprint: fingerprint(judged) };
}

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly run?: number;
  readonly token?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A checkout with the parameter files of `companycam`, and a GitHub whose pull request 7 the run is of. */
export class ReportWorld {
  readonly workspace: string;
  readonly github: FakeGitHub;

  constructor(workspace: string, github: FakeGitHub) {
    this.workspace = workspace;
    this.github = github;
    for (const name of ['system', 'dev', 'sit', 'prod']) this.write(`params/companycam/${name}.yml`, '{}');
    github.addPull({ number: 7, headSha, mergeCommitSha: mergeSha });
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.workspace, file)), { recursive: true });
    writeFileSync(join(this.workspace, file), text);
  }

  writePlans(...plans: readonly Plan[]): void {
    for (const plan of plans) {
      this.write(`out/plans/${plan.system}-${plan.environment}.json`, JSON.stringify(plan));
    }
  }

  /** Runs `report` in the pull request's run. */
  async inPullRequest({ env = {}, ...options }: RunOptions = {}): Promise<Performed> {
    const event = {
      pull_request: {
        number: 7,
        head: { sha: headSha, ref: 'change', repo: { full_name: 'octo/app' } },
        base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name: 'octo/app' } },
        labels: [],
      },
    };
    return this.#run('pull_request', event, { ...options, env: { GITHUB_SHA: mergeSha, ...env } });
  }

  /** Runs `report` in the run of a fork's pull request 21, in a checkout of its merge commit. */
  async inFork(workspace: string, system: string): Promise<Performed> {
    const event = {
      pull_request: {
        number: 21,
        head: { sha: 'f'.repeat(40), ref: 'gift', repo: { full_name: 'mallory/app' } },
        base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name: 'octo/app' } },
        labels: [],
      },
    };
    const options = { inputs: { system }, token: readOnlyToken, run: 500, env: { GITHUB_SHA: mergeSha } };
    return this.#run('pull_request', event, options, workspace);
  }

  /** Runs `report` in the event that tells of a fork's run. */
  async ofFork(over: Readonly<Record<string, unknown>> = {}, options: RunOptions = {}): Promise<Performed> {
    const event = {
      workflow_run: {
        id: 500,
        run_attempt: 1,
        event: 'pull_request',
        head_sha: 'f'.repeat(40),
        head_branch: 'gift',
        head_repository: { full_name: 'mallory/app' },
        ...over,
      },
    };
    return this.#run('workflow_run', event, {
      ...options,
      inputs: { data: 'out/fork/companycam.fork.json', ...options.inputs },
    });
  }

  /** Runs `report` on main, after deployments that have left their results in `out/deployments`. */
  async onMain(options: RunOptions = {}): Promise<Performed> {
    return this.#run(
      'push',
      {},
      { ...options, inputs: { deployments: 'out/deployments', ...options.inputs } },
    );
  }

  get comments(): readonly FakeComment[] {
    return this.github.state.comments;
  }

  async #run(
    name: string,
    event: unknown,
    options: RunOptions,
    workspace = this.workspace,
  ): Promise<Performed> {
    this.write('event.json', JSON.stringify(event));
    return perform({
      name: 'report',
      main,
      workspace,
      inputs: {
        system: 'companycam',
        'github-token': options.token ?? workflowToken,
        ...options.inputs,
      },
      env: {
        ...pushToMain,
        GITHUB_EVENT_NAME: name,
        GITHUB_EVENT_PATH: join(this.workspace, 'event.json'),
        GITHUB_RUN_ID: String(options.run ?? 100),
        ...options.env,
      },
      openers: {
        openGitHub: (action, token) =>
          Promise.resolve(
            openGitHub({
              token,
              apiUrl: this.github.url,
              repository: 'octo/app',
              clock: new JumpingClock(),
              logger: action.log,
              signal: action.io.signal,
            }),
          ),
      },
    });
  }
}

/** A world of its own for each test of a file. */
export function useReportWorld(): { readonly world: ReportWorld } {
  const holder: { world?: ReportWorld } = {};
  beforeEach(async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'slipway-report-'));
    holder.world = new ReportWorld(workspace, await startFakeGitHub({ repository: 'octo/app' }));
  });
  afterEach(async () => {
    await holder.world?.github.close();
    if (holder.world) rmSync(holder.world.workspace, { recursive: true });
  });
  return {
    get world() {
      if (!holder.world) throw new Error('there is a world only while a test runs');
      return holder.world;
    },
  };
}
