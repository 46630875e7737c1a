import { compareFacts, type PlanDifference } from '../../src/plan/compare-plans.ts';
import { planFacts } from '../../src/plan/fingerprint.ts';
import type {
  GateStop,
  OutputChange,
  Plan,
  PropertyChange,
  ResourceChange,
  StackNode,
  StackPlan,
} from '../../src/plan/plan.ts';
import { composePlan, type ComposePlanOptions } from '../../src/plan/compose-plan.ts';

/** All that differs between two plans. */
export function comparePlans(approved: Plan, now: Plan): readonly PlanDifference[] {
  return compareFacts(planFacts(approved), planFacts(now));
}

/** Parts of plans with everything in its place, to change one thing at a time. */
export function property(more: Partial<PropertyChange> = {}): PropertyChange {
  return {
    path: 'BucketName',
    before: 'photos',
    after: 'pictures',
    secret: false,
    replacement: 'never',
    certainty: 'certain',
    lineage: [],
    ...more,
  };
}

export function output(more: Partial<OutputChange> = {}): OutputChange {
  return {
    name: 'BucketName',
    action: 'modify',
    before: 'photos',
    after: 'pictures',
    secret: false,
    certainty: 'certain',
    export: { before: null, after: null },
    lineage: [],
    at: { file: 'templates/modules/bucket.yml', line: 52, column: 3 },
    ...more,
  };
}

export function change(more: Partial<ResourceChange> = {}): ResourceChange {
  return {
    logicalId: 'PhotosBucket',
    type: 'AWS::S3::Bucket',
    physicalId: 'photos',
    action: 'modify',
    replacement: 'never',
    certainty: 'certain',
    policyAction: null,
    at: { file: 'templates/modules/bucket.yml', line: 31, column: 5 },
    properties: [],
    renews: null,
    ...more,
  };
}

export function node(more: Partial<StackNode> = {}): StackNode {
  return {
    path: [],
    template: 'templates/photos/app.yml',
    status: 'change',
    changes: [],
    outputsOnly: false,
    dropped: 0,
    unseen: [],
    children: [],
    ...more,
  };
}

export function stackPlan(root: StackNode, more: Partial<StackPlan> = {}): StackPlan {
  return {
    stack: 'app',
    stackName: 'photos-prod-app',
    region: 'eu-west-1',
    outcome: 'change',
    certainty: 'full',
    changeSet: 'arn:aws:cloudformation:eu-west-1:333333333333:changeSet/slipway-run-1/1',
    template: 'c'.repeat(64),
    parameters: [],
    root,
    warnings: [],
    failures: [],
    ...more,
  };
}

/** A plan of one stack in which `storage` holds the given changes. */
export function planWith(changes: readonly ResourceChange[], overrides: readonly string[] = []): Plan {
  const storage = node({ path: ['storage'], template: 'templates/modules/bucket.yml', changes });
  return composed([stackPlan(node({ children: [storage] }))], overrides);
}

export function composed(
  stacks: readonly StackPlan[],
  overrides: readonly string[] = [],
  more: Partial<ComposePlanOptions> = {},
): Plan {
  return composePlan({
    system: 'photos',
    environment: 'prod',
    account: '333333333333',
    release: 'a'.repeat(64),
    baseRelease: 'b'.repeat(64),
    stacks,
    site: null,
    overrides,
    clock: { now: () => 0 },
    ...more,
  });
}

export function stopsOf(plan: Plan): readonly string[] {
  return plan.gate.stops.map((stop: GateStop) => `${stop.stack} ${stop.path} ${stop.action}`);
}
