import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { environmentOf, type JobOfRun } from './jobs-of-run.ts';
import { ofFork, type Permissions } from './permissions.ts';

export type Env = Readonly<Record<string, string>>;

/** One action that is about to start (or its post step). */
export interface StepOfRun {
  readonly job: JobOfRun;
  /** `null` for a job without one, and where the step does not tell. */
  readonly environment: string | null;
  /** The file that Node is about to run. */
  readonly main: string;
  readonly env: Env;
}

/** What GitHub gives a job beside what act knows. */
export interface Issuers {
  /** The job's `github.token`. */
  token(permissions: Permissions): string;
  /** For jobs with `id-token: write`: what to ask for an identity token, and with which bearer. */
  identity(step: StepOfRun): { readonly requestUrl: string; readonly requestToken: string };
}

export interface RunnerOptions {
  readonly jobs: ReadonlyMap<string, JobOfRun>;
  readonly isFork: boolean;
  readonly isReadOnly: boolean;
  readonly issuers: Issuers;
  /** Holds the step until it resolves: what a person, or another run, does meanwhile. */
  readonly before: (step: StepOfRun) => Promise<void>;
}

export interface Runner {
  readonly url: string;
  close(): Promise<void>;
}

/** What `github.token` is until the runner knows whose it is. */
export const tokenOfNobody = 'ghs_nobody_yet';

/**
 * The part of GitHub's runner that act lacks, asked by `node.mjs` before each action: a token with the job's permissions
 * ("Workflow syntax", `permissions`), and where to get an identity token for jobs that may have one ("OpenID Connect
 * reference", `ACTIONS_ID_TOKEN_REQUEST_URL`).
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const server = createServer((request, response) => {
    answer(request, response).catch((reason: unknown) => {
      response.writeHead(500).end(reason instanceof Error ? reason.message : String(reason));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { args, env } = JSON.parse(Buffer.concat(chunks).toString()) as { args: string[]; env: Env };
    const key = `${env['GITHUB_WORKFLOW'] ?? ''}/${env['GITHUB_JOB'] ?? ''}`;
    const job = options.jobs.get(key);
    if (job === undefined) throw new Error(`The run has no job ${key}.`);
    const environment = environmentOf(job, env['GITHUB_ACTION'] ?? '', env);
    const step: StepOfRun = { job, environment, main: args[0] ?? '', env };
    await options.before(step);
    const permissions = options.isFork ? ofFork(job.permissions) : job.permissions;
    const ofToken = options.isReadOnly ? ofFork(permissions) : permissions;
    response.end(JSON.stringify(envOf(step, { ofJob: permissions, ofToken }, options.issuers)));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function envOf(
  step: StepOfRun,
  { ofJob, ofToken }: { readonly ofJob: Permissions; readonly ofToken: Permissions },
  issuers: Issuers,
): Env {
  const token = issuers.token(ofToken);
  const env = Object.fromEntries(
    Object.entries(step.env).map(([name, value]) => [name, value === tokenOfNobody ? token : value]),
  );
  env['ACT_TOKEN_PERMISSIONS'] = Object.entries(ofToken)
    .map(([scope, access]) => `${scope}:${access === 'write' ? 'read' : access}`)
    .join(' ');
  if (ofJob['id-token'] === 'write') {
    const { requestUrl, requestToken } = issuers.identity(step);
    env['ACTIONS_ID_TOKEN_REQUEST_URL'] = requestUrl;
    env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = requestToken;
  }
  return env;
}
