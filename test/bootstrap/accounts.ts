import type * as Sdk from '@aws-sdk/client-cloudformation';
import type { AwsClients } from '../../src/aws/apis.ts';
import type { BootstrapOptions } from '../../src/bootstrap/bootstrap-accounts.ts';
import { bootstrapStacks, type BootstrapTemplate } from '../../src/bootstrap/bootstrap.ts';
import { planAccounts } from '../../src/bootstrap/plan-accounts.ts';
import { parseRepository } from '../../src/bootstrap/repository.ts';
import type { EnvironmentName } from '../../src/config/environment-name.ts';
import type { EnvironmentDefinition } from '../../src/config/system.ts';
import { DeploymentClock } from '../deployment/deployment-clock.ts';
import { FakeIam } from '../fakes/iam/fake-iam.ts';
import { FakeRegion } from '../deployment/fake-region.ts';

export const dev = '111111111111';
export const prod = '333333333333';

export function environment(
  name: EnvironmentName,
  account: string,
  more: Partial<EnvironmentDefinition> = {},
): EnvironmentDefinition {
  return {
    system: 'shop',
    environment: name,
    file: `params/${more.system ?? 'shop'}/${name}.yml`,
    account,
    regions: { home: 'eu-west-1', edge: 'us-east-1' },
    tags: {},
    values: {},
    ...more,
  };
}

/** What is global and has no parameter but the names: taken over from the first stack where that had it. */
const execution = {
  ExecutionRole: { Type: 'AWS::IAM::Role', Properties: { Names: { Ref: 'ResourceNames' } } },
};

/** The bootstrap's parameters and conditions with one resource of each kind: JSON, as the stand-in reads it. */
const foundation = {
  Parameters: {
    IsHomeRegion: { Type: 'String' },
    RepositorySubject: { Type: 'String' },
    RepositoryId: { Type: 'String', Default: '' },
    DeploySubjects: { Type: 'String' },
    ProofSubjects: { Type: 'String', Default: '' },
    IsLedgerRegion: { Type: 'String', Default: 'false' },
    GitHubOidcProviderArn: { Type: 'String', Default: '' },
    EnforceConditionalWrites: { Type: 'String', Default: 'true' },
    IsApiGatewayLogging: { Type: 'String', Default: 'true' },
  },
  Conditions: {
    IsHome: { 'Fn::Equals': [{ Ref: 'IsHomeRegion' }, 'true'] },
    MakesLedger: { 'Fn::Equals': [{ Ref: 'IsLedgerRegion' }, 'true'] },
    MakesProvider: { 'Fn::Equals': [{ Ref: 'GitHubOidcProviderArn' }, ''] },
  },
  Resources: {
    Artifacts: { Type: 'AWS::S3::Bucket', Properties: { Conditional: { Ref: 'EnforceConditionalWrites' } } },
    Ledger: { Type: 'AWS::S3::Bucket', Condition: 'MakesLedger', Properties: {} },
    GitHubProvider: { Type: 'AWS::IAM::OIDCProvider', Condition: 'MakesProvider', Properties: {} },
    DeployRole: {
      Type: 'AWS::IAM::Role',
      Condition: 'IsHome',
      Properties: { Trusts: { Ref: 'DeploySubjects' }, Id: { Ref: 'RepositoryId' } },
    },
    PlanRole: {
      Type: 'AWS::IAM::Role',
      Condition: 'IsHome',
      Properties: { Trusts: { Ref: 'ProofSubjects' } },
    },
  },
};

const [first, second, third] = bootstrapStacks;
if (first === undefined || second === undefined || third === undefined) throw new Error('there are three');

export const templates: readonly BootstrapTemplate[] = [
  { ...first, text: JSON.stringify(foundation) },
  {
    ...second,
    text: JSON.stringify({
      Parameters: { ResourceNames: { Type: 'String', Default: '' } },
      Resources: execution,
    }),
  },
  {
    ...third,
    text: JSON.stringify({
      Parameters: { RepositorySubject: { Type: 'String' }, RepositoryId: { Type: 'String', Default: '' } },
      Resources: {
        JanitorRole: { Type: 'AWS::IAM::Role', Properties: { Trusts: { Ref: 'RepositorySubject' } } },
      },
    }),
  },
];

/** As it was when all was one stack. */
export const oneTemplate: readonly BootstrapTemplate[] = [
  {
    ...first,
    text: JSON.stringify({
      ...foundation,
      Parameters: { ...foundation.Parameters, ResourceNames: { Type: 'String', Default: '' } },
      Resources: {
        ...foundation.Resources,
        ExecutionRole: { ...execution.ExecutionRole, Condition: 'IsHome' },
      },
    }),
  },
];

/** A region in which templates come within the request, too (API reference, CreateChangeSet, `TemplateBody`). */
export class InlineRegion extends FakeRegion {
  readonly #bodies: Map<string, string>;

  constructor(clock: DeploymentClock) {
    const bodies = new Map<string, string>();
    super({ clock, texts: (url) => bodies.get(url) ?? '{}' });
    this.#bodies = bodies;
  }

  override createChangeSet(
    input: Sdk.CreateChangeSetCommandInput,
  ): Promise<Sdk.CreateChangeSetCommandOutput> {
    const url = `inline ${this.#bodies.size}`;
    this.#bodies.set(url, input.TemplateBody ?? '');
    return super.createChangeSet({ ...input, TemplateURL: url });
  }

  /** What a stack's parameters are now. */
  parameters(stack = 'slipway-bootstrap'): Readonly<Record<string, string>> {
    return this.sets.store.find(stack)?.parameters ?? {};
  }
}

/** Accounts with their regions, and one set of credentials for each account. */
export class Accounts {
  readonly clock = new DeploymentClock();
  readonly lines: string[] = [];
  /** The account that the credentials for an environment are of, where it is not the right one. */
  readonly wrong = new Map<string, string>();
  readonly #regions = new Map<string, InlineRegion>();
  readonly #iam = new Map<string, FakeIam>();

  iam(account: string): FakeIam {
    const known = this.#iam.get(account) ?? new FakeIam();
    this.#iam.set(account, known);
    return known;
  }

  region(account: string, region: string): InlineRegion {
    const key = `${account} ${region}`;
    const known = this.#regions.get(key) ?? new InlineRegion(this.clock);
    this.#regions.set(key, known);
    return known;
  }

  /** The regions in which anything was asked for. */
  touched(): readonly string[] {
    return [...this.#regions.keys()];
  }

  options(
    wanted: readonly EnvironmentDefinition[],
    more: Partial<BootstrapOptions> & { readonly all?: readonly EnvironmentDefinition[] } = {},
  ): BootstrapOptions {
    const { all = wanted, ...options } = more;
    const say = (line: string): void => void this.lines.push(line);
    return {
      accounts: planAccounts(wanted, all),
      repository: parseRepository({ repository: 'acme/shop' }),
      settings: {},
      hasProvider: false,
      templates,
      session: {
        clients: (each) => this.#clients(each),
        clock: this.clock,
        logger: { info: say, warn: say, debug: () => undefined },
      },
      ...options,
    };
  }

  #clients({ account, environment: name }: EnvironmentDefinition): AwsClients {
    const none = (): Promise<never> => Promise.reject(new Error('the bootstrap asks for nothing of this'));
    const Account = this.wrong.get(name) ?? account;
    return {
      cloudFormation: (region) => Promise.resolve(this.region(account, region)),
      s3: none,
      cloudFront: none,
      secretsManager: none,
      secretStore: none,
      parameterStore: none,
      bucketSettings: none,
      drift: none,
      stackLimits: none,
      lambda: none,
      acm: none,
      iam: () => Promise.resolve(this.iam(account)),
      sts: () =>
        Promise.resolve({
          getCallerIdentity: () =>
            Promise.resolve({ $metadata: {}, Account, Arn: `arn:aws:iam::${Account}:user/ada` }),
        }),
      credentials: none,
    };
  }
}
