import type * as Iam from '@aws-sdk/client-iam';
import type { IamApi } from '../../../src/aws/apis.ts';
import { pageOf } from './pages.ts';

export type IamOperation = keyof IamApi;

export interface FakeRole {
  trust: unknown;
  boundary: string | null;
  readonly inline: Map<string, unknown>;
  readonly attached: Set<string>;
}

export interface FakePolicy {
  /** By version id. */
  readonly versions: Map<string, unknown>;
  defaultVersion: string;
}

const metadata = { $metadata: { httpStatusCode: 200 } } as const;

/** IAM's part of an account in memory, as far as it is read; its rules and their sources are in README.md beside it. */
export class FakeIam implements IamApi {
  /** By name. */
  readonly roles = new Map<string, FakeRole>();
  /** By ARN. */
  readonly policies = new Map<string, FakePolicy>();
  /** By ARN: the client ids that it admits. */
  readonly providers = new Map<string, string[]>();
  /** As GetAccountSummary names them. */
  readonly summary: Record<string, number> = {
    Roles: 12,
    RolesQuota: 1000,
    Policies: 3,
    PoliciesQuota: 1500,
  };
  /** Operations that the caller may not use. */
  readonly denied = new Set<IamOperation>();
  readonly #account: string;
  readonly #pageSize: number;

  constructor(account = '111111111111', { pageSize = 100 }: { readonly pageSize?: number } = {}) {
    this.#account = account;
    this.#pageSize = pageSize;
  }

  addRole(name: string, role: Partial<FakeRole> = {}): FakeRole {
    const made = {
      trust: {},
      boundary: null,
      inline: new Map<string, unknown>(),
      attached: new Set<string>(),
      ...role,
    };
    this.roles.set(name, made);
    return made;
  }

  addPolicy(arn: string, document: unknown): void {
    this.policies.set(arn, { versions: new Map([['v1', document]]), defaultVersion: 'v1' });
  }

  getRole({ RoleName = '' }: Iam.GetRoleCommandInput): Promise<Iam.GetRoleCommandOutput> {
    return this.#answer('getRole', () => {
      const role = this.#role(RoleName);
      return {
        Role: {
          RoleName,
          RoleId: `AROA${RoleName}`,
          Path: '/',
          Arn: `arn:aws:iam::${this.#account}:role/${RoleName}`,
          CreateDate: new Date('2026-11-21T10:00:00Z'),
          AssumeRolePolicyDocument: encoded(role.trust),
          ...(role.boundary === null
            ? {}
            : {
                PermissionsBoundary: {
                  PermissionsBoundaryType: 'PermissionsBoundaryPolicy' as const,
                  PermissionsBoundaryArn: role.boundary,
                },
              }),
        },
      };
    });
  }

  listRolePolicies(input: Iam.ListRolePoliciesCommandInput): Promise<Iam.ListRolePoliciesCommandOutput> {
    return this.#answer('listRolePolicies', () => {
      const { items, ...page } = pageOf(
        [...this.#role(input.RoleName ?? '').inline.keys()],
        input,
        this.#pageSize,
      );
      return { PolicyNames: items, ...page };
    });
  }

  getRolePolicy({
    RoleName = '',
    PolicyName = '',
  }: Iam.GetRolePolicyCommandInput): Promise<Iam.GetRolePolicyCommandOutput> {
    return this.#answer('getRolePolicy', () => {
      const document = this.#role(RoleName).inline.get(PolicyName);
      if (document === undefined)
        throw new FakeIamError('NoSuchEntityException', `no policy ${PolicyName}`, 404);
      return { RoleName, PolicyName, PolicyDocument: encoded(document) };
    });
  }

  listAttachedRolePolicies(
    input: Iam.ListAttachedRolePoliciesCommandInput,
  ): Promise<Iam.ListAttachedRolePoliciesCommandOutput> {
    return this.#answer('listAttachedRolePolicies', () => {
      const { items, ...page } = pageOf(
        [...this.#role(input.RoleName ?? '').attached],
        input,
        this.#pageSize,
      );
      const attached = items.map((arn) => ({ PolicyArn: arn, PolicyName: arn.split('/').at(-1) }));
      return { AttachedPolicies: attached, ...page };
    });
  }

  getPolicy({ PolicyArn = '' }: Iam.GetPolicyCommandInput): Promise<Iam.GetPolicyCommandOutput> {
    return this.#answer('getPolicy', () => {
      const { defaultVersion } = this.#policy(PolicyArn);
      return { Policy: { Arn: PolicyArn, DefaultVersionId: defaultVersion } };
    });
  }

  getPolicyVersion({
    PolicyArn = '',
    VersionId = '',
  }: Iam.GetPolicyVersionCommandInput): Promise<Iam.GetPolicyVersionCommandOutput> {
    return this.#answer('getPolicyVersion', () => {
      const { versions, defaultVersion } = this.#policy(PolicyArn);
      const document = versions.get(VersionId);
      if (document === undefined)
        throw new FakeIamError('NoSuchEntityException', `no version ${VersionId}`, 404);
      const IsDefaultVersion = VersionId === defaultVersion;
      return { PolicyVersion: { VersionId, IsDefaultVersion, Document: encoded(document) } };
    });
  }

  listOpenIDConnectProviders(): Promise<Iam.ListOpenIDConnectProvidersCommandOutput> {
    return this.#answer('listOpenIDConnectProviders', () => ({
      OpenIDConnectProviderList: [...this.providers.keys()].map((Arn) => ({ Arn })),
    }));
  }

  getOpenIDConnectProvider({
    OpenIDConnectProviderArn = '',
  }: Iam.GetOpenIDConnectProviderCommandInput): Promise<Iam.GetOpenIDConnectProviderCommandOutput> {
    return this.#answer('getOpenIDConnectProvider', () => {
      const clients = this.providers.get(OpenIDConnectProviderArn);
      if (clients === undefined) throw new FakeIamError('NoSuchEntityException', 'no such provider', 404);
      return { Url: OpenIDConnectProviderArn.split('/').slice(1).join('/'), ClientIDList: clients };
    });
  }

  getAccountSummary(): Promise<Iam.GetAccountSummaryCommandOutput> {
    return this.#answer('getAccountSummary', () => ({ SummaryMap: { ...this.summary } }));
  }

  #answer<T extends object>(operation: IamOperation, work: () => T): Promise<T & typeof metadata> {
    return Promise.resolve().then(() => {
      if (this.denied.has(operation)) {
        const action = `iam:${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
        throw new FakeIamError('AccessDenied', `User: … is not authorized to perform: ${action}`, 403);
      }
      return { ...work(), ...metadata };
    });
  }

  #role(name: string): FakeRole {
    const role = this.roles.get(name);
    if (role === undefined)
      throw new FakeIamError('NoSuchEntityException', `The role with name ${name} cannot be found.`, 404);
    return role;
  }

  #policy(arn: string): FakePolicy {
    const policy = this.policies.get(arn);
    if (policy === undefined)
      throw new FakeIamError('NoSuchEntityException', `Policy ${arn} was not found.`, 404);
    return policy;
  }
}

/** An error as the SDK throws it for IAM, as far as the code looks at it. */
class FakeIamError extends Error {
  override readonly name: string;
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(name: string, message: string, status: number) {
    super(message);
    this.name = name;
    this.$metadata = { httpStatusCode: status };
  }
}

function encoded(document: unknown): string {
  return encodeURIComponent(JSON.stringify(document));
}
