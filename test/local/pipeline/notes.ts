import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormation, type Stack } from '@aws-sdk/client-cloudformation';
import { S3 } from '@aws-sdk/client-s3';
import { STS } from '@aws-sdk/client-sts';
import { startLocalAws, type LocalAws } from '../../../local/local-aws.ts';
import { profilePattern, subjectOf, writeProfiles } from '../../../scripts/demo/identity.ts';
import { prepareAccounts } from '../../../scripts/demo/prepare-accounts.ts';
import { roleArn, type RoleName } from '../../../src/aws/identity.ts';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../../src/config/load.ts';
import type { EnvironmentDefinition } from '../../../src/config/system.ts';
import type { EnvironmentStatus } from '../../../src/deployment/read-status.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { python } from '../front/local.ts';

const root = join(import.meta.dirname, '../../..');
const fixtures = join(import.meta.dirname, 'fixtures');

/** How one command line ended. */
export interface Ran {
  readonly exitCode: number | null;
  /** What `--json` printed; `null` where the command stopped before it had a result. */
  readonly result: unknown;
  readonly errors: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
}

export interface CommandOptions {
  /** Who sits at the desk. */
  readonly by?: string;
  /** Another clone. */
  readonly folder?: string;
  /** Further variables. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The system `notes` in its three accounts: bootstrapped, nothing deployed. Whatever acts is a child process, as at a desk. */
export interface Notes {
  readonly local: LocalAws;
  /** The clone that the tests edit. */
  readonly folder: string;
  readonly environments: Readonly<Record<EnvironmentName, EnvironmentDefinition>>;
  start(args: readonly string[], options?: CommandOptions): RunningCommand;
  slipway(args: readonly string[], options?: CommandOptions): Promise<Ran>;
  /** Builds and uploads what stands in the folder; the release's id. */
  release(): Promise<string>;
  /** Makes the plan of one environment and keeps it as a file, as it waits for an approval. */
  planFile(environment: EnvironmentName): Promise<{ readonly file: string; readonly plan: Plan }>;
  status(environment: EnvironmentName): Promise<EnvironmentStatus>;
  /** The application's stack as it stands. */
  appStack(environment: EnvironmentName): Promise<Stack>;
  /** The ARN of the change set that the application's stack executed last: executing one removes all others. */
  executed(environment: EnvironmentName): Promise<string>;
  clone(): string;
  /** Keys of one of the bootstrap's roles, had for an identity token. */
  roleKeys(environment: EnvironmentName, role: RoleName): Promise<Credentials>;
  /** As root unless other keys are given. */
  cloudFormation(environment: EnvironmentName, keys?: Credentials): CloudFormation;
  s3(environment: EnvironmentName, keys?: Credentials): S3;
  end(): Promise<void>;
}

export async function startNotes(): Promise<Notes> {
  const base = mkdtempSync(join(tmpdir(), 'slipway-pipeline-'));
  const folder = join(base, 'clone');
  cpSync(fixtures, folder, { recursive: true });
  const system = await loadSystem(folder, 'notes');
  const [dev, sit, prod] = await Promise.all(
    environmentNames.map((name) => loadEnvironment(folder, system, name)),
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
  await prepareAccounts(local, root, all);
  const env = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: join(base, 'compiled'),
    AWS_ENDPOINT_URL: local.endpoint,
    AWS_REGION: dev.regions.home,
    AWS_CONFIG_FILE: await writeProfiles(local, join(base, 'identity'), all),
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    SLIPWAY_PROFILES: profilePattern,
    HTTPS_PROXY: local.proxyUrl,
    HTTP_PROXY: local.proxyUrl,
    NODE_EXTRA_CA_CERTS: local.caCertificate.path,
  };
  const running = new Set<ChildProcess>();

  function start(args: readonly string[], options: CommandOptions = {}): RunningCommand {
    const child = spawn(process.execPath, [join(root, 'src/cli/slipway.ts'), ...args, '--json'], {
      cwd: options.folder ?? folder,
      env: { ...env, ...options.env, USER: options.by ?? 'ada' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const texts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
    const ended = new Promise<Ran>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode) => {
        running.delete(child);
        const result: unknown = exitCode === null || texts.out === '' ? null : JSON.parse(texts.out);
        resolve({ exitCode, result, errors: texts.err });
      });
    });
    return { child, ended };
  }

  const slipway: Notes['slipway'] = (args, options) => start(args, options).ended;

  async function succeed(args: readonly string[]): Promise<Ran> {
    const ran = await slipway(args);
    if (ran.exitCode !== 0)
      throw new Error(`slipway ${args.join(' ')} ended with ${ran.exitCode ?? '?'}: ${ran.errors}`);
    return ran;
  }

  const clientOf = (environment: EnvironmentName, keys?: Credentials) => ({
    endpoint: local.endpoint,
    region: environments[environment].regions.home,
    credentials: keys ?? { accessKeyId: environments[environment].account, secretAccessKey: 'root' },
  });

  return {
    local,
    folder,
    environments,
    start,
    slipway,
    release: async () => ((await succeed(['release', 'notes'])).result as { release: string }).release,
    planFile: async (environment) => {
      const plans = mkdtempSync(join(base, 'plans-'));
      await succeed(['plan', 'notes', environment, '--save-plans', plans]);
      const file = join(plans, `notes-${environment}.json`);
      return { file, plan: JSON.parse(readFileSync(file, 'utf8')) as Plan };
    },
    status: async (environment) => {
      const { result } = await succeed(['status', 'notes']);
      const found = (result as Record<string, EnvironmentStatus[]>)['notes']?.find(
        (state) => state.environment === environment,
      );
      if (found === undefined) throw new Error(`status does not tell of ${environment}.`);
      return found;
    },
    appStack: async (environment) => {
      const client = new CloudFormation(clientOf(environment));
      const { Stacks } = await client.describeStacks({ StackName: `notes-${environment}-app` });
      if (Stacks?.[0] === undefined) throw new Error(`notes-${environment}-app is not there.`);
      return Stacks[0];
    },
    executed: async (environment) => {
      const client = new CloudFormation(clientOf(environment));
      const { Summaries = [] } = await client.listChangeSets({ StackName: `notes-${environment}-app` });
      const executed = Summaries.filter(({ ExecutionStatus }) => ExecutionStatus?.startsWith('EXECUTE_'));
      const [only, ...others] = executed.map(({ ChangeSetId }) => ChangeSetId);
      if (only === undefined || others.length > 0)
        throw new Error(`notes-${environment}-app shows ${executed.length} executed change sets.`);
      return only;
    },
    clone: () => {
      const other = mkdtempSync(join(base, 'other-'));
      cpSync(fixtures, other, { recursive: true });
      return other;
    },
    roleKeys: (environment, role) => keysOf(local, environments[environment], role),
    cloudFormation: (environment, keys) => new CloudFormation(clientOf(environment, keys)),
    s3: (environment, keys) => new S3({ ...clientOf(environment, keys), forcePathStyle: true }),
    end: async () => {
      for (const child of running) child.kill('SIGKILL');
      await local.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

async function keysOf(
  local: LocalAws,
  environment: EnvironmentDefinition,
  role: RoleName,
): Promise<Credentials> {
  const sts = new STS({
    endpoint: local.endpoint,
    region: environment.regions.home,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  const { Credentials: given } = await sts.assumeRoleWithWebIdentity({
    RoleArn: roleArn(environment.account, role),
    RoleSessionName: 'pipeline-test',
    WebIdentityToken: await local.issueGithubToken({ subject: subjectOf(role, environment) }),
  });
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}
