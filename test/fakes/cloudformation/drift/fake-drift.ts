import type * as Sdk from '@aws-sdk/client-cloudformation';
import type { DriftApi } from '../../../../src/aws/apis.ts';
import { named, stackOf, validation } from '../change-sets/change-set-answers.ts';
import {
  nestedType,
  type StackStore,
  type StoredResource,
  type StoredStack,
} from '../change-sets/stack-store.ts';

type Properties = Readonly<Record<string, unknown>>;

interface Detection {
  readonly stack: StoredStack;
  readonly resources: readonly string[];
  readonly started: number;
  polls: number;
  failed: string | undefined;
}

const done = { $metadata: {} };
const detectable = [
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'UPDATE_ROLLBACK_FAILED',
];

/** See README.md beside this file for what it does and where each rule is from. */
export class FakeDrift implements DriftApi {
  /** How many descriptions a detection stays in progress. */
  polls = 0;
  pageSize = 100;
  /** Types that drift detection does not know. */
  readonly unsupported = new Set<string>();
  /** Logical id → why its resource can't be read by whoever detects. */
  readonly unreadable = new Map<string, string>();
  /** Call → what it is answered with, once for each error in the list, or always for a single one. */
  readonly refusals = new Map<keyof DriftApi, Error | Error[]>();
  /** Stack's id → when it was last updated; never unless said. */
  readonly updated = new Map<string, Date>();
  readonly calls: string[] = [];
  /** What was asked to be compared, a list a detection. */
  readonly asked: (readonly string[])[] = [];
  readonly #store: StackStore;
  readonly #now: () => number;
  readonly #actual = new Map<string, Properties | null>();
  readonly #detections = new Map<string, Detection>();
  readonly #results = new Map<string, Sdk.StackResourceDrift>();

  constructor(store: StackStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Sets properties of a resource by hand, `undefined` takes one away; or deletes it. */
  byHand(path: string, change: Properties | 'deleted'): void {
    const { stack, logicalId, resource } = this.#find(path);
    const key = `${stack.id} ${logicalId}`;
    const actual = this.#actual.get(key) ?? resource.properties;
    const next =
      change === 'deleted'
        ? null
        : Object.fromEntries(
            Object.entries({ ...actual, ...change }).filter(([, value]) => value !== undefined),
          );
    this.#actual.set(key, next);
  }

  /** `photos-dev-app/storage/PhotosBucket`: a root's name, nested stacks, the resource. */
  #find(path: string): { stack: StoredStack; logicalId: string; resource: StoredResource } {
    const [root = '', ...steps] = path.split('/');
    const logicalId = steps.pop() ?? '';
    const stack = steps.reduce(
      (at, step) => this.#store.find(at?.resources.get(step)?.physicalId ?? ''),
      this.#store.find(root),
    );
    const resource = stack?.resources.get(logicalId);
    if (stack === undefined || resource === undefined) throw new Error(`there is no ${path}`);
    return { stack, logicalId, resource };
  }

  #refuse(call: keyof DriftApi): void {
    this.calls.push(call);
    const refusal = this.refusals.get(call);
    const error = Array.isArray(refusal) ? refusal.shift() : refusal;
    if (error !== undefined) throw error;
  }

  async detectStackDrift(
    input: Sdk.DetectStackDriftCommandInput,
  ): Promise<Sdk.DetectStackDriftCommandOutput> {
    await Promise.resolve();
    this.#refuse('detectStackDrift');
    const stack = this.#stack(input.StackName);
    if (!detectable.includes(stack.status))
      throw validation(
        `Drift detection cannot be performed on stack [${stack.id}] while it is in [${stack.status}] state`,
      );
    if ([...this.#detections.values()].some((each) => each.stack === stack && each.polls > 0))
      throw validation(`Drift detection is already in progress for stack [${stack.id}]`);
    const wanted = input.LogicalResourceIds;
    if (wanted !== undefined && (wanted.length < 1 || wanted.length > 200))
      throw validation('LogicalResourceIds: 1 to 200 items');
    const unknown = (wanted ?? []).filter((id) => !stack.resources.has(id));
    if (unknown.length > 0) throw validation(`Resource(s) [${unknown.join(', ')}] do not exist in stack`);
    const resources = wanted ?? [...stack.resources.keys()];
    this.asked.push(resources);
    const id = `detection-${this.#detections.size + 1}`;
    this.#detections.set(id, {
      stack,
      resources,
      started: this.#now(),
      polls: this.polls,
      failed: undefined,
    });
    return { ...done, StackDriftDetectionId: id };
  }

  async describeStackDriftDetectionStatus(
    input: Sdk.DescribeStackDriftDetectionStatusCommandInput,
  ): Promise<Sdk.DescribeStackDriftDetectionStatusCommandOutput> {
    await Promise.resolve();
    this.#refuse('describeStackDriftDetectionStatus');
    const detection = this.#detections.get(input.StackDriftDetectionId ?? '');
    if (detection === undefined) throw validation('there is no such detection');
    const base = {
      ...done,
      StackId: detection.stack.id,
      StackDriftDetectionId: input.StackDriftDetectionId,
      Timestamp: new Date(detection.started),
    };
    if (detection.polls > 0) {
      detection.polls -= 1;
      return { ...base, DetectionStatus: 'DETECTION_IN_PROGRESS' };
    }
    const failed = this.#compare(detection);
    return failed.length === 0
      ? { ...base, DetectionStatus: 'DETECTION_COMPLETE' }
      : {
          ...base,
          DetectionStatus: 'DETECTION_FAILED',
          DetectionStatusReason: `Failed to detect drift on resources [${failed.join(', ')}]`,
        };
  }

  async describeStackResourceDrifts(
    input: Sdk.DescribeStackResourceDriftsCommandInput,
  ): Promise<Sdk.DescribeStackResourceDriftsCommandOutput> {
    await Promise.resolve();
    this.#refuse('describeStackResourceDrifts');
    const stack = this.#stack(input.StackName);
    const all = [...this.#results.values()].filter(({ StackId }) => StackId === stack.id);
    const start = Number(input.NextToken ?? 0);
    const end = start + this.pageSize;
    return {
      ...done,
      StackResourceDrifts: all.slice(start, end),
      ...(end < all.length ? { NextToken: String(end) } : {}),
    };
  }

  async describeStacks(input: Sdk.DescribeStacksCommandInput): Promise<Sdk.DescribeStacksCommandOutput> {
    await Promise.resolve();
    this.#refuse('describeStacks');
    const stack = this.#stack(input.StackName);
    const updated = this.updated.get(stack.id);
    return { ...done, Stacks: [{ ...stackOf(stack), ...(updated && { LastUpdatedTime: updated }) }] };
  }

  #stack(nameOrId: string | undefined): StoredStack {
    const stack = this.#store.find(nameOrId ?? '');
    if (stack === undefined) throw validation(`Stack [${nameOrId ?? ''}] does not exist`);
    return stack;
  }

  /** @returns the resources that could not be compared */
  #compare({ stack, resources }: Detection): readonly string[] {
    const failed: string[] = [];
    for (const id of resources) {
      const resource = stack.resources.get(id);
      if (resource === undefined || resource.type === nestedType || this.unsupported.has(resource.type))
        continue;
      const key = `${stack.id} ${id}`;
      const base = {
        StackId: stack.id,
        LogicalResourceId: id,
        PhysicalResourceId: resource.physicalId,
        ResourceType: resource.type,
        Timestamp: new Date(this.#now()),
      };
      const reason = this.unreadable.get(id);
      if (reason !== undefined) {
        failed.push(id);
        this.#results.set(key, { ...base, StackResourceDriftStatus: 'UNKNOWN', DriftStatusReason: reason });
        continue;
      }
      const actual = this.#actual.has(key) ? this.#actual.get(key) : resource.properties;
      if (actual === null || actual === undefined) {
        this.#results.set(key, { ...base, StackResourceDriftStatus: 'DELETED' });
        continue;
      }
      const differences = Object.keys(resource.properties).flatMap((name) =>
        differencesOf(resource.properties[name], actual[name], `/${name}`),
      );
      this.#results.set(key, {
        ...base,
        StackResourceDriftStatus: differences.length > 0 ? 'MODIFIED' : 'IN_SYNC',
        ExpectedProperties: JSON.stringify(resource.properties),
        ActualProperties: JSON.stringify(actual),
        ...(differences.length > 0 ? { PropertyDifferences: differences } : {}),
      });
    }
    return failed;
  }
}

function differencesOf(expected: unknown, actual: unknown, path: string): readonly Sdk.PropertyDifference[] {
  const composite = (value: unknown): value is Properties => typeof value === 'object' && value !== null;
  if (composite(expected) && composite(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return names.flatMap((name) =>
      differencesOf(
        expected[name],
        actual[name],
        `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      ),
    );
  }
  if (JSON.stringify(expected) === JSON.stringify(actual)) return [];
  return [
    {
      PropertyPath: path,
      ExpectedValue: textOf(expected),
      ActualValue: textOf(actual),
      DifferenceType: expected === undefined ? 'ADD' : actual === undefined ? 'REMOVE' : 'NOT_EQUAL',
    },
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** What whoever may not detect drift is answered. */
export function denied(action: string): Error {
  return named(
    'AccessDenied',
    `User: arn:aws:sts::111111111111:assumed-role/slipway-plan/run is not authorized to perform: ${action}`,
  );
}
