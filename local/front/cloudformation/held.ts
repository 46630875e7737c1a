import type { XmlElement } from '../xml.ts';

/** The Details of a change: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChangeDetail.html */
export interface Detail {
  readonly attribute: string;
  readonly name?: string | undefined;
  readonly requiresRecreation?: string | undefined;
  readonly evaluation: string;
  readonly changeSource?: string | undefined;
  readonly causingEntity?: string | undefined;
  /** Shown only when property values are asked for. */
  readonly path?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly kind?: 'Add' | 'Remove' | 'Modify' | undefined;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html */
export interface Change {
  readonly action: string;
  readonly logicalId: string;
  readonly physicalId?: string | undefined;
  readonly type: string;
  readonly replacement?: string | undefined;
  readonly policyAction?: string | undefined;
  readonly scope: readonly string[];
  readonly details: readonly Detail[];
  /** The change set of the nested stack. */
  readonly changeSetId?: string | undefined;
  /** JSON texts, shown only when property values are asked for. */
  readonly beforeContext?: string | undefined;
  readonly afterContext?: string | undefined;
}

/** A change set as the front shows it: what the emulator made, corrected and completed. */
export interface HeldSet {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly createdAt: string;
  /** As it was given; nested ones have none: assumed. */
  readonly description?: string | undefined;
  readonly includeNested: boolean;
  readonly parent: HeldSet | undefined;
  readonly children: HeldSet[];
  /** The emulator's own id; `undefined` once removed there, or when it was never made. */
  emulatorId: string | undefined;
  status: 'CREATE_PENDING' | 'CREATE_IN_PROGRESS' | 'CREATE_COMPLETE' | 'FAILED';
  executionStatus: string;
  statusReason: string | undefined;
  changes: readonly Change[];
  /** The emulator takes it for empty, AWS would not: it is executed as an update of the stack. */
  emptyInEmulator: boolean;
  templateText: string;
  parameters: readonly XmlElement[];
  tags: readonly XmlElement[];
  capabilities: readonly string[];
  type: string;
  onStackFailure: string | undefined;
}

/** What a change set is made with. */
type Made = Pick<
  HeldSet,
  | 'id'
  | 'name'
  | 'account'
  | 'region'
  | 'stackId'
  | 'stackName'
  | 'createdAt'
  | 'description'
  | 'includeNested'
  | 'parent'
  | 'emulatorId'
  | 'type'
>;

/** A change set of which nothing is known yet. */
export function pendingSet(made: Made): HeldSet {
  return {
    ...made,
    children: [],
    status: 'CREATE_PENDING',
    executionStatus: 'UNAVAILABLE',
    statusReason: undefined,
    changes: [],
    emptyInEmulator: false,
    templateText: '',
    parameters: [],
    tags: [],
    capabilities: [],
    onStackFailure: undefined,
  };
}

/** The words that say that a change set holds nothing: `aws-cdk-cli` looks for them too. */
export const emptyReason =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

export function isEmptyFailure(set: HeldSet): boolean {
  return set.status === 'FAILED' && set.statusReason === emptyReason;
}

/** A change set and all below it, parents first. */
export function family(set: HeldSet): readonly HeldSet[] {
  return [set, ...set.children.flatMap(family)];
}

export function rootOf(set: HeldSet): HeldSet {
  return set.parent === undefined ? set : rootOf(set.parent);
}
