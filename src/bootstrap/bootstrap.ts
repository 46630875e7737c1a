import type { EnvironmentDefinition } from '../config/system.ts';
import type { StackOutcome } from '../stacks/failure.ts';

/** The stack of `templates/bootstrap.yml`, one in each region of an account. */
export const bootstrapStack = 'slipway-bootstrap';

/** What one account needs. */
export interface AccountBootstrap {
  /** 12 digits. */
  readonly account: string;
  /**
   * The home region, where the roles are made: IAM is global, so one region has it. Where environments have different home
   * regions, it is the one that the bootstrap says it is (`withDeployedHome`), else the first.
   */
  readonly home: string;
  /** The home regions of all environments of the account, each with a ledger; sorted. */
  readonly ledgers: readonly string[];
  /** The home region first. */
  readonly regions: readonly string[];
  /** The environments that were asked for and lie in this account. */
  readonly environments: readonly EnvironmentDefinition[];
  /** `<system>-<environment>` of every environment of every system in this account, sorted: who may deploy here. */
  readonly deployers: readonly string[];
  /**
   * `<system>-<environment>` of every environment that comes next after one in this account, sorted: their jobs read here
   * that a release has passed, wherever they themselves lie.
   */
  readonly provers: readonly string[];
  /** What the names of resources begin with that the systems of this account may have, sorted. */
  readonly names: readonly string[];
}

export interface ParameterChange {
  readonly name: string;
  /** `null` for a stack that does not exist. */
  readonly before: string | null;
  readonly after: string;
}

export interface ResourceChangeLine {
  readonly action: string;
  readonly logicalId: string;
  readonly type: string;
  readonly replacement: string | null;
}

/** What would happen to the bootstrap's stack in one region. */
export interface RegionPlan {
  readonly account: string;
  readonly region: string;
  readonly change: RegionChange;
}

export type RegionChange =
  | { readonly kind: 'no-changes' }
  | {
      readonly kind: 'create' | 'update';
      readonly changeSetArn: string;
      readonly stackId: string;
      /** The stack is there only because this change set was made. */
      readonly madeStack: boolean;
      readonly resources: readonly ResourceChangeLine[];
      readonly parameters: readonly ParameterChange[];
    };

export interface RegionResult {
  readonly account: string;
  readonly region: string;
  readonly outcome: StackOutcome;
}

/** What a person enters at GitHub for one environment. */
export interface GitHubEnvironment {
  /** `<system>-<environment>`. */
  readonly name: string;
  readonly account: string;
  /** Branches that may deploy; the deploy role's trust relies on it. */
  readonly branches: readonly string[];
  /** Whether somebody has to approve, by the system's promotion rules. */
  readonly needsReviewers: boolean;
  /** What each role is for → its ARN. */
  readonly roles: Readonly<Record<'preview' | 'plan' | 'deploy' | 'watch' | 'janitor', string>>;
}
