import { at, textAt } from '../xml.ts';
import { emulatorChanges, outputsOf, withConditions, withValues, type Side } from './changes.ts';
import { checkTemplate } from './check-template.ts';
import { presentResources, TemplateProblem } from './evaluate.ts';
import { emptyReason, isEmptyFailure, type Change, type Detail, type HeldSet } from './held.ts';
import { makePlannedSets, plannedSets } from './nested-sets.ts';
import { memberTexts, Refusal, type CloudFormation, type Form } from './query.ts';
import { nestedStackType, planningScope, valueScope, type StackFacts } from './stack-facts.ts';
import { withRecreation, type Recreation } from './recreation.ts';
import { readTemplate, type StackIdentity, type Template } from './template.ts';

/** What the change sets of nested stacks take over from the root's request. */
export interface Inherited {
  readonly capabilities: Form;
  readonly createdAt: string;
  readonly recreation: Recreation;
}

/**
 * Completes a change set that the emulator has made: real change sets on every nested stack, the corrected list of
 * changes and their values. Afterwards its status is final, and so are those of all below it.
 *
 * @param facts the stack as it stands; `undefined` for one that is to be created
 */
export async function fill(
  cloudFormation: CloudFormation,
  set: HeldSet,
  facts: StackFacts | undefined,
  inherited: Inherited,
): Promise<void> {
  try {
    await complete(cloudFormation, set, facts, inherited);
  } catch (reason) {
    fail(set, reason instanceof Error ? reason.message : String(reason));
    if (!(reason instanceof TemplateProblem || reason instanceof Refusal)) throw reason;
  }
}

export function fail(set: HeldSet, reason: string): void {
  set.status = 'FAILED';
  set.executionStatus = 'UNAVAILABLE';
  set.statusReason = reason;
}

/** Fails a change set and all above it, as soon as a nested one has failed; the others go on. */
export function failWith(set: HeldSet, child: HeldSet): void {
  if (isFailed(set)) return;
  fail(set, `Nested change set ${child.id} was not successfully created: Currently in FAILED.`);
  if (set.parent !== undefined) failWith(set.parent, set);
}

function isFailed({ status }: HeldSet): boolean {
  return status === 'FAILED';
}

async function complete(
  cloudFormation: CloudFormation,
  set: HeldSet,
  facts: StackFacts | undefined,
  inherited: Inherited,
): Promise<void> {
  const ChangeSetName = set.emulatorId ?? '';
  const described = await cloudFormation.call('DescribeChangeSet', { ChangeSetName });
  const body = await cloudFormation.call('GetTemplate', { ChangeSetName, TemplateStage: 'Original' });
  set.templateText = textAt(body, 'TemplateBody') ?? '';
  set.parameters = at(described, 'Parameters')?.children ?? [];
  set.tags = at(described, 'Tags')?.children ?? [];
  set.capabilities = memberTexts(at(described, 'Capabilities'));
  set.onStackFailure = textAt(described, 'OnStackFailure');
  set.status = 'CREATE_IN_PROGRESS';

  const after = identityOf(set, readTemplate(set.templateText));
  const planning = planningScope(after);
  checkTemplate(planning);
  const before: Side | undefined = facts && {
    scope: valueScope({ ...after, template: facts.template, parameters: facts.parameters }, facts, new Set()),
  };
  const told = withConditions(
    emulatorChanges(described),
    before,
    { scope: planning },
    facts?.physicalIds ?? new Map(),
  );
  const found = withRecreation(told, inherited.recreation);
  const nested = [...presentResources(planning)].filter(
    (id) => after.template.Resources[id]?.Type === nestedStackType,
  );
  const children = plannedSets(set, set.includeNested ? nested : [], facts, inherited);
  // What is known before the nested sets are: no values, no changes that come from below.
  set.changes = found.map((change) => ({ ...change, changeSetId: children.get(change.logicalId)?.id }));
  await makePlannedSets(cloudFormation, children, planning, facts, inherited);

  const all = withNestedStacks(found, nested, children, set.includeNested, facts);
  const unknown = all.filter((change) => isUnknownAfter(change, children)).map(({ logicalId }) => logicalId);
  const afterSide: Side = { scope: valueScope(after, facts, new Set(unknown)) };
  set.changes = withRecreation(
    all.map((change) => withValues(change, before, afterSide)),
    inherited.recreation,
  );

  // A child that failed has failed this one already.
  if (isFailed(set)) return;
  if (all.length === 0 && (before === undefined || outputsOf(before) === outputsOf(afterSide))) {
    fail(set, emptyReason);
    return;
  }
  set.emptyInEmulator = textAt(described, 'Status') === 'FAILED';
  set.status = 'CREATE_COMPLETE';
  set.executionStatus = set.parent === undefined ? 'AVAILABLE' : 'UNAVAILABLE';
}

function identityOf(set: HeldSet, template: Template): StackIdentity {
  const { stackName, stackId, region, account } = set;
  const parameters = Object.fromEntries(
    set.parameters.map((member) => [
      textAt(member, 'ParameterKey') ?? '',
      textAt(member, 'ParameterValue') ?? '',
    ]),
  );
  return { template, parameters, stackName, stackId, region, account };
}

/** The change that CloudFormation shows for a nested stack because something below it may change. */
const automatic: Detail = {
  attribute: 'Properties',
  requiresRecreation: 'Never',
  evaluation: 'Dynamic',
  changeSource: 'Automatic',
};

/**
 * Adds what concerns nested stacks: with nested change sets each one that changes, and the id of its change set;
 * without them every nested stack, as a Modify whose source is `Automatic`.
 */
function withNestedStacks(
  found: readonly Change[],
  nested: readonly string[],
  children: ReadonlyMap<string, HeldSet>,
  includeNested: boolean,
  facts: StackFacts | undefined,
): readonly Change[] {
  const changes = new Map(found.map((change) => [change.logicalId, change]));
  for (const logicalId of nested) {
    const child = children.get(logicalId);
    const listed = changes.get(logicalId);
    const changed = includeNested ? child !== undefined && !isEmptyFailure(child) : true;
    const physicalId = facts?.physicalIds.get(logicalId);
    if (listed !== undefined) {
      const details = listed.action === 'Modify' && changed ? [...listed.details, automatic] : listed.details;
      changes.set(logicalId, { ...listed, details, changeSetId: child?.id });
    } else if (changed && physicalId !== undefined) {
      changes.set(logicalId, {
        action: 'Modify',
        logicalId,
        physicalId,
        type: nestedStackType,
        replacement: 'False',
        scope: ['Properties'],
        details: [automatic],
        changeSetId: child?.id,
      });
    }
  }
  return [...changes.values()].toSorted((left, right) => (left.logicalId < right.logicalId ? -1 : 1));
}

/** Whether what a resource gives to others is known only after the change. */
function isUnknownAfter(change: Change, children: ReadonlyMap<string, HeldSet>): boolean {
  if (change.action === 'Add' || change.action === 'Remove') return true;
  if (change.replacement === 'True' || change.replacement === 'Conditional') return true;
  const child = children.get(change.logicalId);
  return child !== undefined && !isEmptyFailure(child);
}
