import type { EnvironmentDefinition } from '../config/system.ts';
import type { StackOutcome } from '../stacks/failure.ts';

/** The first stack of the bootstrap, one in each region of an account: it says which region is home. */
export const bootstrapStack = 'slipway-bootstrap';

/** A stack of the bootstrap, before its template was read. */
export interface BootstrapStack {
  readonly stack: string;
  /** From the repository's folder. */
  readonly file: string;
  /** All that it makes is global, so the home region alone has it. */
  readonly isHomeOnly: boolean;
}

/** A stack of the bootstrap with the template's text. */
export interface BootstrapTemplate extends BootstrapStack {
  readonly text: string;
}

/** Where the templates stand that set an account up. */
const folder = 'templates/bootstrap';

/**
 * The bootstrap's stacks in the order in which they are made. Nothing flows between them but names, which are fixed, so that
 * a person can deploy them one after the other with nothing but the AWS CLI.
 */
export const bootstrapStacks: readonly BootstrapStack[] = [
  { stack: bootstrapStack, file: `${folder}/foundation.yml`, isHomeOnly: false },
  { stack: `${bootstrapStack}-execution`, file: `${folder}/execution.yml`, isHomeOnly: true },
  { stack: `${bootstrapStack}-upkeep`, file: `${folder}/upkeep.yml`, isHomeOnly: true },
];

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

/** What would happen to one of the bootstrap's stacks in one region. */
export interface RegionPlan {
  readonly account: string;
  readonly region: string;
  readonly stack: string;
  readonly change: RegionChange;
  /**
   * Stacks that make what this change removes, by the same names: they can be planned only once it is carried out. None but
   * in an account that was bootstrapped when all was one stack.
   */
  readonly handsOverTo: readonly string[];
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
  readonly stack: string;
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
