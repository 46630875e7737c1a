/** A resource as the fake makes it: how long it takes and what goes wrong. */
export interface FakeResource {
  readonly type?: string;
  readonly dependsOn?: readonly string[];
  /** Milliseconds to make, change or delete it; 1,000 unless told. */
  readonly takes?: number;
  /** Making or changing it fails with this reason. */
  readonly fails?: string;
  /** A CloudFormation hook fails it, with this reason of its own. */
  readonly hook?: { readonly type: string; readonly reason: string };
  /** Putting it back after a failed update fails with this reason, until `mend` is called. */
  readonly rollbackFails?: string;
  readonly deleteFails?: string;
  /** `DeletionPolicy: Retain`. */
  readonly retain?: boolean;
  /** Another version than the one deployed means an update. */
  readonly version?: number;
  /** A nested stack. */
  readonly stack?: FakeTemplate;
}

export interface FakeTemplate {
  readonly resources: Readonly<Record<string, FakeResource>>;
  readonly outputs?: Readonly<Record<string, string>>;
  /** The stack itself fails once all its resources stand: an output that can't be resolved. */
  readonly fails?: string;
}

export interface StackEventRecord {
  readonly id: string;
  readonly time: number;
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly physicalId: string | undefined;
  readonly type: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly token: string | undefined;
  readonly hook: { readonly type: string; readonly status: string; readonly reason: string } | undefined;
}

export interface DeployedResource {
  readonly type: string;
  physicalId: string;
  status: string;
  resource: FakeResource;
  child: StackRecord | null;
}

export interface StackRecord {
  readonly id: string;
  readonly name: string;
  readonly parent: StackRecord | null;
  status: string;
  reason: string | undefined;
  template: FakeTemplate;
  readonly resources: Map<string, DeployedResource>;
  outputs: Readonly<Record<string, string>>;
  changeSetId: string | undefined;
  readonly events: StackEventRecord[];
}

export interface ChangeSetRecord {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly stack: StackRecord;
  readonly template: FakeTemplate;
  readonly onStackFailure: 'DELETE' | 'DO_NOTHING' | 'ROLLBACK' | undefined;
  status: 'CREATE_COMPLETE' | 'FAILED';
  executionStatus: string;
  token: string | undefined;
}

export const nestedType = 'AWS::CloudFormation::Stack';

export function typeOf(resource: FakeResource): string {
  return resource.stack ? nestedType : (resource.type ?? 'AWS::SNS::Topic');
}
