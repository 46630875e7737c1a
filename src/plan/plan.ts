import type { EnvironmentName } from '../config/environment-name.ts';
import type { Position } from '../errors/position.ts';
import type { SiteChanges } from '../site/diff.ts';
import type { CostEstimate } from './cost/estimate-cost.ts';
import type { StackDrift } from './drift/drift.ts';
import type { ReferencedVersion } from './referenced-version.ts';

/** How sure CloudFormation is. `possible`: decided while it runs (dynamic evaluation, known after apply). */
export type Certainty = 'certain' | 'possible';

export type ChangeAction = 'add' | 'modify' | 'remove' | 'import' | 'dynamic' | 'sync';
export type Replacement = 'never' | 'conditional' | 'always';

/** One property (or attribute, tag, metadata, policy) of a resource before and after. */
export interface PropertyChange {
  /** As CloudFormation names it, without the leading `/Properties/`: `Environment.Variables.SIGNING_KEY`. */
  readonly path: string;
  /** Texts as they would print; `null` where there is none. A secret's is `•••• (secret)` already. */
  readonly before: string | null;
  readonly after: string | null;
  readonly secret: boolean;
  readonly replacement: Replacement;
  readonly certainty: Certainty;
  /** Outputs of earlier stacks that the value comes from, as `edge.LogBucketDomainName`; sorted. */
  readonly lineage: readonly string[];
}

export interface ResourceChange {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string | null;
  readonly action: ChangeAction;
  readonly replacement: Replacement;
  readonly certainty: Certainty;
  /** What CloudFormation says happens to the old resource: `Delete`, `Retain`, `Snapshot`, … */
  readonly policyAction: string | null;
  /** Where the resource stands in the release's templates; for a removal, `null` or in the base release's. */
  readonly at: Position | null;
  readonly properties: readonly PropertyChange[];
  /**
   * For an addition: the logical id whose removal in the same stack this addition makes up for, when packaging gave a
   * marked resource a new logical id (`Metadata.Slipway.RenewWith`). The pair reads as one renewal: "API redeployed".
   */
  readonly renews: string | null;
}

/** One output of a stack before and after. */
export interface OutputChange {
  readonly name: string;
  readonly action: 'add' | 'modify' | 'remove';
  /** Texts as they would print, `${…}` for what is known after apply; `null` where there is none. A secret's is masked already. */
  readonly before: string | null;
  readonly after: string | null;
  readonly secret: boolean;
  /** `possible`: whether it changes is known after apply. */
  readonly certainty: Certainty;
  /** The names it is exported by. CloudFormation neither changes nor removes an output that another stack imports. */
  readonly export: { readonly before: string | null; readonly after: string | null };
  /** Outputs of earlier stacks that the value comes from, as `edge.LogBucketDomainName`; sorted. */
  readonly lineage: readonly string[];
  /** Where it stands in the release's template; `null` for a removal. */
  readonly at: Position | null;
}

/** A tag of a root stack before and after, which CloudFormation hands on to what the stack holds; `null` where there is none. */
export interface TagChange {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A stateful resource of a nested stack that CloudFormation did not show. */
export interface UnseenResource {
  readonly logicalId: string;
  readonly type: string;
  readonly at: Position | null;
}

/** A change set of the tree that could not be made, in CloudFormation's words. */
export interface ChangeSetFailure {
  /** Logical ids from the root; empty for the root. */
  readonly path: readonly string[];
  readonly reason: string;
  /** The nested stack in its parent's template; `null` for the root. */
  readonly at: Position | null;
}

/** One stack of the tree: the root, or a nested stack. */
export interface StackNode {
  /** Logical ids from the root; empty for the root. */
  readonly path: readonly string[];
  /** The template's source path; `null` for a nested stack that is removed. */
  readonly template: string | null;
  readonly status: 'create' | 'change' | 'unchanged' | 'remove';
  readonly changes: readonly ResourceChange[];
  /** True where only outputs (or tags) of the stack change. */
  readonly outputsOnly: boolean;
  /**
   * The outputs that change, also beside resources; left out where none is known to. Not part of the fingerprint: the
   * release, its base and the parameters make them.
   */
  readonly outputs?: readonly OutputChange[] | undefined;
  /** Changes that came only from unresolved inputs whose producer is provably unchanged; dropped and counted. */
  readonly dropped: number;
  /** What the gate counts as touched because no change set showed it; empty unless the plan is `partial`. */
  readonly unseen: readonly UnseenResource[];
  readonly children: readonly StackNode[];
}

export interface ParameterChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly secret: boolean;
  /** `edge.LogBucketDomainName` when an earlier stack of this deployment may still change it. */
  readonly deferred: string | null;
}

export type StackPlanOutcome = 'create' | 'change' | 'none';

export interface StackPlan {
  /** The name in `system.yml`. */
  readonly stack: string;
  readonly stackName: string;
  readonly region: string;
  readonly outcome: StackPlanOutcome;
  /** `full`, or `partial` where nested change sets could not be had. */
  readonly certainty: 'full' | 'partial';
  /** The root change set's ARN; `null` for an absent stack that was planned from its template, and for no changes. */
  readonly changeSet: string | null;
  /** SHA-256 of the packaged root template. */
  readonly template: string;
  /** All parameters, by name; `before` and `after` are equal where nothing changes. */
  readonly parameters: readonly ParameterChange[];
  /** The tags of the stack that change, by key; left out where none does. */
  readonly tags?: readonly TagChange[] | undefined;
  /**
   * What CloudFormation looks up by itself (`{{resolve:…}}`) when it deploys this stack and what it nests, and which version
   * of it was there; left out where nothing is, and for a stack that can't come to run.
   */
  readonly references?: readonly ReferencedVersion[] | undefined;
  readonly root: StackNode;
  /** Warnings of CloudFormation (validation events, hooks), as text. */
  readonly warnings: readonly string[];
  /** Every change set of the tree that failed. Not empty: nothing can be executed, `changeSet` is `null`, the gate stops. */
  readonly failures: readonly ChangeSetFailure[];
  /** What it does to the monthly bill; left out where nothing that is paid for changes. Not part of the fingerprint. */
  readonly cost?: CostEstimate | undefined;
  /** What it would overwrite that was changed by hand; only where that was asked for. Not part of the fingerprint. */
  readonly drift?: StackDrift | undefined;
}

/** What publishing the site would do. */
export type SitePlan = SiteChanges;

export interface GateStop {
  readonly stack: string;
  /** `storage/PhotosBucket`: nested logical ids, then the resource. */
  readonly path: string;
  readonly type: string;
  readonly action: 'remove' | 'replace' | 'weaken' | 'unseen';
  /** Why this type holds state, from the gate's table. */
  readonly reason: string;
  readonly at: Position | null;
  /** The property that causes a replacement, or the policy that is weakened, if one is known. */
  readonly property: string | null;
  /** What happens to the old resource, as CloudFormation says it: `Delete`, `Retain`, `ReplaceAndRetain`, … */
  readonly policyAction: string | null;
  /** 16 hex digits of release, system, environment, path and action: the label `slipway:allow <override>`. */
  readonly override: string;
  readonly overridden: boolean;
}

export interface GateVerdict {
  /** `stop` while a stop has no override, or a change set of the tree failed (which no override mends). */
  readonly verdict: 'pass' | 'stop';
  readonly stops: readonly GateStop[];
}

/** What a release would do to one environment. */
export interface Plan {
  readonly schema: 1;
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly account: string;
  readonly release: string;
  /** The release the environment runs now; `null` before the first. */
  readonly baseRelease: string | null;
  readonly stacks: readonly StackPlan[];
  readonly site: SitePlan | null;
  readonly gate: GateVerdict;
  readonly hasChanges: boolean;
  /** SHA-256, see `fingerprint.ts`. */
  readonly fingerprint: string;
  /** ISO 8601; not part of the fingerprint. */
  readonly createdAt: string;
}
