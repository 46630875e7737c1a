import * as v from 'valibot';
import { environmentNames } from '../config/environment-name.ts';
import { UserError } from '../errors/slipway-error.ts';
import { driftEffects } from './drift/drift.ts';
import { fingerprint } from './fingerprint.ts';
import { gate } from './gate.ts';
import type { Plan, StackNode } from './plan.ts';

const text = v.string();
const nullableText = v.nullable(v.string());
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not 64 lower-case hex digits'));
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const replacement = v.picklist(['never', 'conditional', 'always']);
const certainty = v.picklist(['certain', 'possible']);
const position = v.nullable(v.strictObject({ file: text, line: count, column: count }));

const propertyChange = v.strictObject({
  path: text,
  before: nullableText,
  after: nullableText,
  secret: v.boolean(),
  replacement,
  certainty,
  lineage: texts,
});

const resourceChange = v.strictObject({
  logicalId: text,
  type: text,
  physicalId: nullableText,
  action: v.picklist(['add', 'modify', 'remove', 'import', 'dynamic', 'sync']),
  replacement,
  certainty,
  policyAction: nullableText,
  at: position,
  properties: v.array(propertyChange),
  renews: nullableText,
});

const outputChange = v.strictObject({
  name: text,
  action: v.picklist(['add', 'modify', 'remove']),
  before: nullableText,
  after: nullableText,
  secret: v.boolean(),
  certainty,
  export: v.strictObject({ before: nullableText, after: nullableText }),
  lineage: texts,
  at: position,
});

/** The shape of one stack of a tree: the root, or a nested stack. */
export const stackNodeSchema: v.GenericSchema<unknown, StackNode> = v.strictObject({
  path: texts,
  template: nullableText,
  status: v.picklist(['create', 'change', 'unchanged', 'remove']),
  changes: v.array(resourceChange),
  outputsOnly: v.boolean(),
  outputs: v.optional(v.array(outputChange)),
  dropped: count,
  unseen: v.array(v.strictObject({ logicalId: text, type: text, at: position })),
  children: v.array(v.lazy(() => stackNodeSchema)),
});

const uncounted = v.array(v.strictObject({ path: text, type: text, because: text }));
const cost = v.strictObject({
  region: text,
  usd: v.number(),
  items: v.array(
    v.strictObject({
      path: text,
      type: text,
      before: v.number(),
      after: v.number(),
      source: text,
      read: text,
      note: v.optional(text),
    }),
  ),
  byUse: uncounted,
  notPriced: uncounted,
});

/** The shape of one stack's plan, whoever made it. */
export const stackPlanSchema = v.strictObject({
  stack: text,
  stackName: text,
  region: text,
  outcome: v.picklist(['create', 'change', 'none']),
  certainty: v.picklist(['full', 'partial']),
  changeSet: nullableText,
  template: digest,
  parameters: v.array(
    v.strictObject({
      name: text,
      before: nullableText,
      after: nullableText,
      secret: v.boolean(),
      deferred: nullableText,
    }),
  ),
  tags: v.optional(v.array(v.strictObject({ key: text, before: nullableText, after: nullableText }))),
  root: stackNodeSchema,
  warnings: texts,
  failures: v.array(v.strictObject({ path: texts, reason: text, at: position })),
  cost: v.optional(cost),
});

const driftEffect = v.picklist(driftEffects);
const drift = v.strictObject({
  looked: v.picklist(['now', 'last']),
  checked: count,
  checkedAt: nullableText,
  drifted: v.array(
    v.strictObject({
      path: texts,
      type: text,
      at: position,
      status: v.picklist(['modified', 'deleted']),
      effect: driftEffect,
      checkedAt: text,
      properties: v.array(
        v.strictObject({
          path: text,
          difference: v.picklist(['add', 'remove', 'not-equal']),
          expected: nullableText,
          actual: nullableText,
          becomes: nullableText,
          secret: v.boolean(),
          effect: driftEffect,
        }),
      ),
    }),
  ),
  unknown: v.array(v.strictObject({ path: texts, resources: texts, because: text })),
});

const referencedVersion = v.strictObject({
  service: v.picklist(['secretsmanager', 'ssm', 'ssm-secure']),
  name: text,
  stage: nullableText,
  arn: nullableText,
  version: nullableText,
  state: v.picklist(['found', 'fixed', 'absent', 'deferred']),
  lineage: texts,
});

/** What only a plan has that AWS made: nobody else can know of drift, or of what is behind a dynamic reference. */
const plannedStackSchema = v.strictObject({
  ...stackPlanSchema.entries,
  references: v.optional(v.array(referencedVersion)),
  drift: v.optional(drift),
});

/** The shape of a stop of the gate in a plan file. */
export const gateStopSchema = v.strictObject({
  stack: text,
  path: text,
  type: text,
  action: v.picklist(['remove', 'replace', 'weaken', 'unseen']),
  reason: text,
  at: position,
  property: nullableText,
  policyAction: nullableText,
  override: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'is not 16 lower-case hex digits')),
  overridden: v.boolean(),
});

/** The shape of a plan file, which `schemas/plan.schema.json` publishes. */
export const planSchema = v.strictObject({
  schema: v.literal(1),
  system: text,
  environment: v.picklist(environmentNames),
  account: v.pipe(v.string(), v.regex(/^\d{12}$/, 'is not 12 digits')),
  release: digest,
  baseRelease: v.nullable(digest),
  stacks: v.array(plannedStackSchema),
  site: v.nullable(
    v.strictObject({
      added: texts,
      changed: texts,
      removed: texts,
      unchanged: count,
      bytes: count,
      invalidate: texts,
    }),
  ),
  gate: v.strictObject({ verdict: v.picklist(['pass', 'stop']), stops: v.array(gateStopSchema) }),
  hasChanges: v.boolean(),
  fingerprint: digest,
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
});

/**
 * Reads a plan file back. What it says is not believed: the fingerprint is made again from the contents, and the gate's
 * verdict again from the changes and the overrides that the file says were given.
 *
 * @param source the file's text
 * @param file its name, for messages
 * @throws UserError `PLAN_UNREADABLE` (no JSON), `PLAN_SHAPE` (names each field), `PLAN_FINGERPRINT` (contents and
 *   fingerprint do not belong together), `PLAN_GATE` (the verdict does not follow from the changes)
 */
export function parsePlan(source: string, file: string): Plan {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch (error) {
    throw new UserError('PLAN_UNREADABLE', `${file} is not JSON`, { cause: error, next: again });
  }
  const result = v.safeParse(planSchema, data);
  if (!result.success) {
    const issues = result.issues
      .slice(0, 5)
      .map((issue) => `${v.getDotPath(issue) ?? 'the plan'}: ${issueText(issue)}`);
    throw new UserError('PLAN_SHAPE', `${file} is not a plan. ${issues.join('. ')}.`, { next: again });
  }
  const read: Plan = result.output;
  const actual = fingerprint(read);
  if (actual !== read.fingerprint) {
    throw new UserError(
      'PLAN_FINGERPRINT',
      `${file} says fingerprint ${read.fingerprint.slice(0, 8)}, but its contents have ${actual.slice(0, 8)}: it was changed after it was made`,
      { next: again },
    );
  }
  const overrides = read.gate.stops.filter((stop) => stop.overridden).map((stop) => stop.override);
  const verdict = gate(read, undefined, overrides);
  if (verdict.verdict !== read.gate.verdict || verdict.stops.length !== read.gate.stops.length) {
    throw new UserError(
      'PLAN_GATE',
      `${file} says the gate's verdict is "${read.gate.verdict}" with ${read.gate.stops.length} stops, but its changes give "${verdict.verdict}" with ${verdict.stops.length}`,
      { next: again },
    );
  }
  return read;
}

const again = 'Make the plan again: slipway plan <system> <environment>';

function issueText(issue: v.BaseIssue<unknown>): string {
  const expected = issue.expected === null ? '' : `, expected ${issue.expected}`;
  return issue.message.startsWith('is not') ? issue.message : `received ${issue.received}${expected}`;
}
