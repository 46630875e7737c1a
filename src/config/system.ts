import type { EnvironmentName } from './environment-name.ts';

/**
 * A value of a parameter as it stands in a file, after reading: a literal, or a reference `${stack.Output}` to an output
 * of another stack of the same system and environment.
 */
export type ParameterSource =
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'output'; readonly stack: string; readonly output: string };

/** The part of the world a stack stands in: the environment's home region, or us-east-1 for what CloudFront needs. */
export type RegionRole = 'home' | 'edge';

export interface StackDefinition {
  /** The name in `system.yml`, e.g. `app`. The deployed stack is called `<system>-<environment>-<name>`. */
  readonly name: string;
  /** The root template, relative to the repository. */
  readonly template: string;
  readonly region: RegionRole;
  /** Wiring: parameters fed by reference or with the same literal in all environments. */
  readonly parameters: Readonly<Record<string, ParameterSource>>;
}

/** A ZIP of a build that another repository has made. */
export interface BuildArtifact {
  /** `https://…`, without user and password, or a path relative to the repository. */
  readonly artifact: string;
  /** Of the ZIP's bytes: 64 lower-case hex digits. */
  readonly sha256: string;
}

export interface SiteDefinition {
  /** The finished build: a folder relative to the repository, or another repository's. */
  readonly build: string | BuildArtifact;
  /** Where it goes: each is a reference to a stack's output. */
  readonly bucket: ParameterSource;
  readonly distribution: ParameterSource;
  /** `https://…` of the site as its visitors see it. */
  readonly url: ParameterSource;
  /** The file that Slipway writes beside the build, from outputs: key → reference. It is never part of the release. */
  readonly config: Readonly<Record<string, ParameterSource>>;
}

export interface PromotionDefinition {
  /** Environments that a person approves. */
  readonly approval: readonly EnvironmentName[];
  /** Environments whose failed smoke rolls back by itself; never prod. */
  readonly rollBackOnSmokeFailure: readonly EnvironmentName[];
}

/** What one field of a secret's JSON holds; a `shown` text is no secret and is echoed while it is typed. */
export type SecretFieldKind = 'hidden' | 'shown' | 'json';

/** How OAuth 2.0 credentials are got and tried. */
export interface OAuthDefinition {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** Empty for none. */
  readonly scope: string;
  /** On the loopback, as the provider knows it. */
  readonly callback: string;
  readonly clientIdField: string;
  readonly clientSecretField: string;
  readonly refreshTokenField: string;
}

/** A secret whose value people bring. */
export interface SecretDefinition {
  /** What people call it. */
  readonly key: string;
  /** In Secrets Manager, with `{env}`. */
  readonly name: string;
  readonly description: string;
  readonly region: RegionRole;
  readonly madeBy: 'template' | 'person';
  readonly environments: readonly EnvironmentName[];
  /** `null`: a plain text. */
  readonly fields: Readonly<Record<string, SecretFieldKind>> | null;
  /** A GET that answers 2xx to a good value; `{value}` or `{field}` in its headers. */
  readonly test: { readonly url: string; readonly headers: Readonly<Record<string, string>> } | null;
  readonly oauth: OAuthDefinition | null;
}

/** A parameter that may be turned in one environment at once. */
export interface SwitchDefinition {
  readonly parameter: string;
  readonly stack: string;
  readonly description: string;
  readonly values: readonly string[];
}

/** `params/<system>/system.yml`, read and checked. */
export interface SystemDefinition {
  readonly system: string;
  readonly file: string;
  readonly description: string;
  /** What names of its resources begin with, beside its own: `photo-upload-service-role` for `photo-upload-service-role-dev`. */
  readonly names: readonly string[];
  /** In order of deployment: a stack stands after those whose outputs it takes. */
  readonly stacks: readonly StackDefinition[];
  readonly site: SiteDefinition | null;
  /** The smoke profile's file, relative to the repository. */
  readonly smoke: string | null;
  readonly promotion: PromotionDefinition;
  readonly secrets: readonly SecretDefinition[];
  readonly switches: readonly SwitchDefinition[];
}

/** `params/<system>/<environment>.yml`, read and checked. */
export interface EnvironmentDefinition {
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly file: string;
  /** 12 digits. */
  readonly account: string;
  readonly regions: Readonly<Record<RegionRole, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Stack → parameter → value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, ParameterSource>>>>;
}

/** A parameter of one stack in one environment: known, or fed by another stack's output. */
export type StackParameter = ParameterSource;

/** One stack of one environment, ready to plan: what `system.yml` and the environment's file say, put together. */
export interface StackInstance {
  readonly name: string;
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, StackParameter>>;
  readonly tags: Readonly<Record<string, string>>;
}
