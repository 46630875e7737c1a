import type { PropertyChange } from './plan.ts';

/**
 * How much a policy keeps. `RetainExceptOnCreate` keeps like `Retain` once the resource is there. What is not known protects
 * nothing.
 */
const kept: Readonly<Record<string, number>> = { Delete: 0, Snapshot: 1, Retain: 2, RetainExceptOnCreate: 2 };
const unknownBefore = 2;
const unknownAfter = 0;

/**
 * What an absent `DeletionPolicy` means: `Delete`, but for databases, which leave a snapshot (User Guide, "DeletionPolicy
 * attribute"). That an instance of a cluster leaves none is not asked for: it holds no data.
 */
const snapshotByDefault: ReadonlySet<string> = new Set(['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance']);

/**
 * Properties that keep a resource, or what it holds, from being deleted while they read so; whatever else they read, they do
 * not. By the last part of their path (resource reference of the types that have them).
 */
const protections: Readonly<Record<string, RegExp>> = {
  /** RDS, DocumentDB, Neptune, EKS; `ACTIVE` for Cognito's user pools, `ENABLED` for OpenSearch's collections. */
  DeletionProtection: /^(?:true|active|enabled)$/i,
  /** DynamoDB's tables and their replicas, DSQL, log groups, load balancers. */
  DeletionProtectionEnabled: /^true$/i,
  /** EC2's instances. */
  DisableApiTermination: /^true$/i,
  /** CloudTrail's stores of events. */
  TerminationProtectionEnabled: /^true$/i,
  /** Backups of a database that outlive it. */
  DeleteAutomatedBackups: /^false$/i,
  /** MemoryDB, serverless caches, Redshift's namespaces: what is taken before they go. */
  FinalSnapshotName: /./,
};

/** Those that hold where they are left out (API reference of CloudTrail, CreateEventDataStore). */
const onByDefault: ReadonlySet<string> = new Set(['TerminationProtectionEnabled']);

/** What such a property reads where it is known. A secret, or what only a deployment knows, may be either. */
const plainWord = /^(?:true|false|(?:in)?active|(?:en|dis)abled)$/i;

/** Properties that let what a resource holds be deleted with it, once they read `true`. */
const permissions: ReadonlySet<string> = new Set(['EmptyOnDelete', 'ForceDelete']);

/** True where a change of this property lets be deleted, now or later, what could not be before. */
export function isWeakening(type: string, { path, before, after }: PropertyChange): boolean {
  if (path === 'DeletionPolicy' || path === 'UpdateReplacePolicy') {
    const byDefault = path === 'DeletionPolicy' && snapshotByDefault.has(type) ? 'Snapshot' : 'Delete';
    return (kept[before ?? byDefault] ?? unknownBefore) > (kept[after ?? byDefault] ?? unknownAfter);
  }
  const name = path.split('.').at(-1) ?? path;
  if (permissions.has(name)) return isTrue(after, true) && !isTrue(before, false);
  const protects = Object.hasOwn(protections, name) ? protections[name] : undefined;
  if (protects === undefined) return false;
  const byDefault = onByDefault.has(name);
  const was = before === null ? byDefault : protects.test(before) || !plainWord.test(before);
  return was && !(after === null ? byDefault : protects.test(after));
}

/** @param otherwise what an unknown value counts as */
function isTrue(text: string | null, otherwise: boolean): boolean {
  if (text === null || /^false$/i.test(text)) return false;
  return /^true$/i.test(text) || otherwise;
}
