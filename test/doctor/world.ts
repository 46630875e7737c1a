import { join } from 'node:path';
import type { AwsClients } from '../../src/aws/apis.ts';
import { gitHubProviderArn } from '../../src/bootstrap/find-provider.ts';
import type { BootstrapTemplate } from '../../src/bootstrap/bootstrap.ts';
import { planAccounts } from '../../src/bootstrap/plan-accounts.ts';
import { parseRepository, type Repository } from '../../src/bootstrap/repository.ts';
import { stackParameters, takenBy } from '../../src/bootstrap/stack-parameters.ts';
import { bootstrapTemplates } from '../../src/cli/bootstrap-sources.ts';
import type { EnvironmentDefinition, SystemDefinition } from '../../src/config/system.ts';
import type { Check, CheckId } from '../../src/doctor/check.ts';
import { diagnose, type DiagnoseOptions, type Diagnosis } from '../../src/doctor/diagnose.ts';
import type { RepositoryReader } from '../../src/doctor/repository-reader.ts';
import { wantedOf, type Wanted } from '../../src/doctor/wanted.ts';
import type { ProfileContent } from '../../src/smoke/profile.ts';
import { FakeAcm } from '../fakes/acm/fake-acm.ts';
import { FakeBucketSettings, type FakeSettings } from '../fakes/bucket-settings/fake-bucket-settings.ts';
import { FakeClock } from '../fakes/cloudformation/stacks/fake-clock.ts';
import { FakeIam, type FakeRole } from '../fakes/iam/fake-iam.ts';
import { FakeConcurrency } from '../fakes/lambda-concurrency/fake-concurrency.ts';
import { cloudFormationAnswers, limitAnswers, named, type FakeStack } from './cloudformation-answers.ts';

export const account = '111111111111';
export const home = 'eu-west-1';
export const edge = 'us-east-1';
export const ledger = `slipway-ledger-${account}-${home}`;
export const artifacts = `slipway-artifacts-${account}-${home}`;

export const templates = await bootstrapTemplates(join(import.meta.dirname, '../..'));
export const foundation = templateOf('slipway-bootstrap');
export const execution = templateOf('slipway-bootstrap-execution');

function templateOf(stack: string): BootstrapTemplate {
  const found = templates.find((each) => each.stack === stack);
  if (found === undefined) throw new Error(`there is no ${stack}`);
  return found;
}

export const dev: EnvironmentDefinition = {
  system: 'shop',
  environment: 'dev',
  file: 'params/shop/dev.yml',
  account,
  regions: { home, edge },
  tags: {},
  values: {},
};

export const system: SystemDefinition = {
  system: 'shop',
  file: 'params/shop/system.yml',
  description: 'shop',
  names: [],
  stacks: [],
  site: null,
  smoke: 'params/shop/smoke.yml',
  promotion: { approval: ['prod'], rollBackOnSmokeFailure: [] },
  secrets: [],
  switches: [],
};

export const smoke: ProfileContent = {
  title: 'shop',
  seconds: 30,
  api: {
    url: 'https://api.example.com/v1',
    protected: 'GET /items',
    open: {},
    tokens: {
      testIssuer: { secret: 'slipway/shop/smoke-issuer', environments: ['dev'] },
      client: { secret: 'slipway/shop/smoke-client', environments: ['prod'] },
      scope: 'items/read',
    },
  },
};

/** One account as the bootstrap leaves it, and a repository as it should be; tests spoil either. */
export class DoctorWorld {
  readonly iam = new FakeIam(account);
  readonly buckets = new FakeBucketSettings();
  readonly acm = new FakeAcm();
  readonly clock = new FakeClock();
  /** By region. */
  readonly lambda = new Map([home, edge].map((region) => [region, new FakeConcurrency()] as const));
  /** The repository's templates, by path. */
  readonly sources = new Map<string, string>();
  /** Stacks of the system by name or ARN: type and physical id of each resource. */
  readonly deployed = new Map<string, readonly (readonly [type: string, id: string])[]>();
  /** The bootstrap's, by region and then by name. */
  readonly stacks = new Map<string, Map<string, FakeStack>>();
  /** By name; what DescribeSecret says. */
  readonly secrets = new Map<string, { DeletedDate?: Date; VersionIdsToStages?: Record<string, string[]> }>();
  /** Whose credentials they are; a region for which there is another answer throws it. */
  caller = account;
  readonly regionErrors = new Map<string, string>();
  readonly denied = new Set<string>();
  stackCount = 40;
  /** The words of every request that a service was asked in, to see what was never asked. */
  readonly asked: string[] = [];
  readonly repository: Repository;
  gitHub: RepositoryReader | null;
  environments: readonly EnvironmentDefinition[];

  constructor(
    repository: Repository = parseRepository({ repository: 'acme/shop', repositoryId: '2' }),
    environments: readonly EnvironmentDefinition[] = [dev],
  ) {
    this.repository = repository;
    this.environments = environments;
    this.gitHub = goodRepository();
    this.secrets.set('slipway/shop/smoke-issuer', { VersionIdsToStages: { v1: ['AWSCURRENT'] } });
    this.iam.providers.set(gitHubProviderArn(account), ['sts.amazonaws.com']);
    const [planned] = planAccounts(environments, environments);
    if (planned === undefined) throw new Error('No account was planned.');
    for (const region of planned.regions) {
      const parameters = stackParameters({
        account: planned,
        region,
        repository,
        settings: { IsApiGatewayLogging: 'true', EnforceConditionalWrites: 'true' },
        hasProvider: false,
        deployed: null,
      });
      const stacks = new Map<string, FakeStack>();
      this.stacks.set(region, stacks);
      for (const template of templates) {
        if (template.isHomeOnly && region !== planned.home) continue;
        const taken = takenBy(template, parameters);
        const { text } = template;
        stacks.set(template.stack, { status: 'CREATE_COMPLETE', parameters: { ...taken }, template: text });
        this.#make(wantedOf({ template, parameters: taken, account, region }), region);
      }
    }
  }

  #make({ roles, policies, buckets }: Wanted, region: string): void {
    for (const role of roles) {
      this.iam.addRole(role.name, {
        trust: role.trust.document,
        boundary: role.boundary,
        inline: new Map([...role.inline].map(([name, { document }]) => [name, document])),
        attached: new Set(role.attached),
      });
    }
    for (const [arn, { document }] of policies) this.iam.addPolicy(arn, document);
    for (const { name, policy } of buckets) {
      this.buckets.buckets.set(name, {
        owner: account,
        region,
        versioning: 'Enabled',
        publicAccessBlock: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        ownership: 'BucketOwnerEnforced',
        encryption: 'AES256',
        policy: policy.document,
      });
    }
  }

  stack(region: string, name = foundation.stack): FakeStack {
    return there(this.stacks.get(region)?.get(name));
  }

  bucket(name: string): FakeSettings {
    return there(this.buckets.buckets.get(name));
  }

  concurrency(region: string): FakeConcurrency {
    return there(this.lambda.get(region));
  }

  role(name: string): FakeRole {
    return there(this.iam.roles.get(name));
  }

  async diagnose(more: Partial<DiagnoseOptions> = {}): Promise<Diagnosis> {
    return diagnose({
      system,
      environments: this.environments,
      accounts: planAccounts(this.environments, this.environments),
      repository: this.repository,
      reader: this.gitHub,
      smoke,
      templates,
      clients: () => this.clients(),
      readSource: (source) => {
        const text = this.sources.get(source);
        return text === undefined
          ? Promise.reject(Object.assign(new Error(`no ${source}`), { code: 'ENOENT' }))
          : Promise.resolve(text);
      },
      clock: this.clock,
      ...more,
    });
  }

  clients(): AwsClients {
    const none = (): Promise<never> => Promise.reject(new Error('the doctor asks for nothing of this'));
    const ask = (action: string): void => {
      this.#ask(action);
    };
    return {
      cloudFormation: (region) =>
        Promise.resolve(
          cloudFormationAnswers({
            stacks: this.stacks.get(region) ?? new Map(),
            resources: this.deployed,
            ask,
          }),
        ),
      drift: () => Promise.reject(new Error('the doctor looks for no drift')),
      stackLimits: () => Promise.resolve(limitAnswers(this.stackCount, ask)),
      bucketSettings: () => Promise.resolve(this.buckets),
      iam: () => Promise.resolve(this.iam),
      lambda: (region) => Promise.resolve(this.concurrency(region)),
      acm: () => Promise.resolve(this.acm),
      sts: (region) =>
        Promise.resolve({
          getCallerIdentity: () => {
            this.#ask('sts:GetCallerIdentity');
            const error = this.regionErrors.get(region);
            if (error !== undefined) return Promise.reject(named(error, 'The security token is invalid'));
            return Promise.resolve({
              $metadata: {},
              Account: this.caller,
              Arn: `arn:aws:iam::${this.caller}:user/ada`,
            });
          },
        }),
      secretStore: none,
      parameterStore: none,
      secretsManager: () =>
        Promise.resolve({
          getSecretValue: none,
          describeSecret: ({ SecretId = '' }) => {
            this.#ask('secretsmanager:DescribeSecret');
            const secret = this.secrets.get(SecretId);
            return secret === undefined
              ? Promise.reject(named('ResourceNotFoundException', 'can’t find it'))
              : Promise.resolve({ $metadata: {}, ...secret });
          },
        }),
      s3: none,
      cloudFront: none,
      credentials: none,
    };
  }

  #ask(action: string): void {
    this.asked.push(action);
    if (this.denied.has(action)) throw named('AccessDenied', `not authorized to perform: ${action}`);
  }
}

function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('there is none');
  return found;
}

/** The repository `acme/shop`, number 2 of owner 1, as `docs/doctor.md` wants it. */
export function goodRepository(more: Partial<RepositoryReader> = {}): RepositoryReader {
  return {
    getRepository: () =>
      Promise.resolve({ id: 2, ownerId: 1, fullName: 'acme/shop', isPrivate: true, defaultBranch: 'main' }),
    getWorkflowPermissions: () => Promise.resolve({ default: 'read' }),
    getSubjectForm: () => Promise.resolve({ isDefault: true, claims: [], prefix: 'repo:acme/shop' }),
    getBranch: () => Promise.resolve({ isProtected: true }),
    listBranchRules: () => Promise.resolve(['pull_request']),
    environmentProtection: () =>
      Promise.resolve({ exists: true, mainOnly: true, reviewers: ['ada'], branches: 'branch "main"' }),
    ...more,
  };
}

/** What is not good. */
export function troubles({ checks }: Diagnosis): readonly Check[] {
  return checks.filter(({ state }) => state !== 'ok');
}

export function only(diagnosis: Diagnosis, id: CheckId, where?: string): Check {
  const found = diagnosis.checks.filter(
    (each) => each.id === id && (where === undefined || each.where === where),
  );
  const [check] = found;
  if (check === undefined || found.length > 1) {
    throw new Error(`${found.length} checks ${id} ${where ?? ''}`);
  }
  return check;
}
