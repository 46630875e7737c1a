import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { S3 } from '@aws-sdk/client-s3';
import { STS } from '@aws-sdk/client-sts';
import { startLocalAws, type LocalAws } from '../../../local/local-aws.ts';
import { profilePattern, subjectOf, writeProfiles } from '../../../scripts/demo/identity.ts';
import { prepareAccounts } from '../../../scripts/demo/prepare-accounts.ts';
import { roleArn, type RoleName } from '../../../src/aws/identity.ts';
import type { EnvironmentName } from '../../../src/config/environment-name.ts';
import { loadEnvironments, loadSystem } from '../../../src/config/load.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { python } from '../front/local.ts';
import type { Credentials } from '../front/hands.ts';

const root = join(import.meta.dirname, '../../..');

/** How one command line ended. */
export interface Ran {
  readonly exitCode: number | null;
  /** What `--json` printed; `null` where the command stopped before it had a result. */
  readonly result: unknown;
  readonly errors: string;
}

/** One of the repository's own systems in its accounts: bootstrapped, nothing deployed. Whatever acts is a child process. */
export interface SystemAtWork {
  readonly local: LocalAws;
  /** The clone that a test edits. */
  readonly folder: string;
  slipway(...args: readonly string[]): Promise<Ran>;
  /** As `slipway`, with the root key of an environment's account. */
  asAdministrator(environment: EnvironmentName, ...args: readonly string[]): Promise<Ran>;
  /** As `slipway`, where anything but the exit code 0 is the test's failure. */
  succeed(...args: readonly string[]): Promise<unknown>;
  /** Puts another text in place of one that stands in a file of the clone exactly once. */
  edit(file: string, from: string, to: string): void;
  /** As the account's root unless other keys are given. */
  cloudFormation(environment: EnvironmentName, keys?: Credentials, region?: string): CloudFormation;
  s3(environment: EnvironmentName, keys?: Credentials, region?: string): S3;
  /** Keys of one of the bootstrap's roles. */
  roleKeys(environment: EnvironmentName, role: RoleName): Promise<Credentials>;
  /** Outputs of a deployed stack of the system, or of one beside it. */
  outputs(
    environment: EnvironmentName,
    stack: string,
    system?: string,
  ): Promise<Readonly<Record<string, string>>>;
  end(): Promise<void>;
}

/**
 * Starts the local AWS with the system's three accounts, and a clone that holds the system alone, or with those `beside` it
 * in the same accounts.
 */
export async function startSystem(name: string, beside: readonly string[] = []): Promise<SystemAtWork> {
  const names = [name, ...beside];
  const base = mkdtempSync(join(tmpdir(), `slipway-${name}-`));
  const folder = join(base, 'clone');
  mkdirSync(folder);
  for (const each of ['templates', 'lambda', ...names.map((one) => `params/${one}`)])
    cpSync(join(root, each), join(folder, each), { recursive: true });
  const environmentsOf = async (one: string) => loadEnvironments(folder, await loadSystem(folder, one));
  const all = await environmentsOf(name);
  const besides = (await Promise.all(beside.map(environmentsOf))).flat();
  const local = await startLocalAws({
    stateDir: join(base, 'local'),
    accounts: all.map(({ account }) => account),
    python,
    logger: silentLogger,
  });
  const environmentOf = (environment: EnvironmentName) => {
    const found = all.find((each) => each.environment === environment);
    if (found === undefined) throw new Error(`${name} has no environment ${environment}.`);
    return found;
  };
  process.env['AWS_ENDPOINT_URL'] = local.endpoint;
  process.env['AWS_REGION'] = environmentOf('dev').regions.home;
  const stop = async (): Promise<void> => {
    await local.stop();
    rmSync(base, { recursive: true, force: true });
  };
  await prepareAccounts(local, root, [...all, ...besides]).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const env = {
    PATH: process.env['PATH'],
    USER: 'ada',
    NODE_COMPILE_CACHE: join(base, 'compiled'),
    AWS_ENDPOINT_URL: local.endpoint,
    AWS_REGION: environmentOf('dev').regions.home,
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    SLIPWAY_PROFILES: profilePattern,
    HTTPS_PROXY: local.proxyUrl,
    HTTP_PROXY: local.proxyUrl,
    NODE_EXTRA_CA_CERTS: local.caCertificate.path,
  };

  // A deploy role trusts the job of one system, so each system has profiles of its own.
  const profiles = new Map<string, string>();
  for (const one of names)
    profiles.set(
      one,
      await writeProfiles(
        local,
        join(base, 'identity', one),
        [...all, ...besides].filter(({ system }) => system === one),
      ),
    );

  const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ran> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, 'src/cli/slipway.ts'), ...args, '--json'], {
        cwd: folder,
        env: {
          ...env,
          AWS_CONFIG_FILE: profiles.get(names.find((one) => args.includes(one)) ?? name),
          ...more,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const texts = { out: '', err: '' };
      child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
      child.on('error', reject);
      child.on('close', (exitCode) => {
        const result: unknown = texts.out === '' ? null : JSON.parse(texts.out);
        resolve({ exitCode, result, errors: texts.err });
      });
    });
  const slipway: SystemAtWork['slipway'] = (...args) => run(args);
  const configOf = (
    environment: EnvironmentName,
    keys?: Credentials,
    region = environmentOf(environment).regions.home,
  ) => ({
    endpoint: local.endpoint,
    region,
    credentials: keys ?? { accessKeyId: environmentOf(environment).account, secretAccessKey: 'root' },
  });
  const cloudFormation: SystemAtWork['cloudFormation'] = (environment, keys, region) =>
    new CloudFormation(configOf(environment, keys, region));

  return {
    local,
    folder,
    slipway,
    asAdministrator: (environment, ...args) => {
      const file = join(base, 'identity', 'administrator');
      const { account } = environmentOf(environment);
      writeFileSync(file, `[administrator]\naws_access_key_id = ${account}\naws_secret_access_key = root\n`);
      return run([...args, '--profiles', 'administrator'], { AWS_SHARED_CREDENTIALS_FILE: file });
    },
    succeed: async (...args) => {
      const ran = await slipway(...args);
      if (ran.exitCode === 0) return ran.result;
      throw new Error(
        `slipway ${args.join(' ')} ended with ${ran.exitCode ?? '?'}: ${ran.errors}\n${JSON.stringify(ran.result, null, 1)}`,
      );
    },
    edit: (file, from, to) => {
      const text = readFileSync(join(folder, file), 'utf8');
      if (text.split(from).length !== 2) throw new Error(`${file} does not hold "${from}" exactly once.`);
      writeFileSync(
        join(folder, file),
        text.replace(from, () => to),
      );
    },
    cloudFormation,
    s3: (environment, keys, region) =>
      new S3({ ...configOf(environment, keys, region), forcePathStyle: true }),
    roleKeys: async (environment, role) => {
      const sts = new STS(configOf(environment, { accessKeyId: 'none', secretAccessKey: 'none' }));
      const { Credentials: given } = await sts.assumeRoleWithWebIdentity({
        RoleArn: roleArn(environmentOf(environment).account, role),
        RoleSessionName: 'system-test',
        WebIdentityToken: await local.issueGithubToken({
          subject: subjectOf(role, environmentOf(environment)),
        }),
      });
      return {
        accessKeyId: given?.AccessKeyId ?? '',
        secretAccessKey: given?.SecretAccessKey ?? '',
        sessionToken: given?.SessionToken ?? '',
      };
    },
    outputs: async (environment, stack, system = name) => {
      const region = besides.find((each) => each.system === system && each.environment === environment)
        ?.regions.home;
      const { Stacks } = await cloudFormation(environment, undefined, region).describeStacks({
        StackName: `${system}-${environment}-${stack}`,
      });
      return Object.fromEntries(
        (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
      );
    },
    end: stop,
  };
}
