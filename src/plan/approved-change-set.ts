import type { CloudFormationApi } from '../aws/apis.ts';
import { SlipwayError } from '../errors/slipway-error.ts';
import { canonicalJson } from '../runtime/canonical-json.ts';
import { sha256 } from '../runtime/sha256.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { TemplateTree } from '../template/template.ts';
import { assembleStackPlan } from './assemble-stack-plan.ts';
import { compareFacts, type PlanDifference } from './compare-plans.ts';
import { describeStack, readDeployedTree } from './deployed-tree.ts';
import { stackFacts } from './fingerprint.ts';
import { withReferences } from './plan-references.ts';
import { prepare, type PlanStackOptions } from './plan-stack.ts';
import type { StackPlan } from './plan.ts';
import { readChangeSetTree, type ChangeSetNode } from './read-change-set.ts';
import { hiddenByCloudFormation } from './secret-text.ts';

/** How the approved change set stands now. */
export type ApprovedChangeSet =
  /** It still says what was approved: execute exactly this one. */
  | { readonly kind: 'equal'; readonly plan: StackPlan }
  /** It is not there, or can't be executed any more: plan anew and compare. */
  | { readonly kind: 'absent' | 'obsolete'; readonly reason: string }
  /** It says something else than what was approved: stop. */
  | { readonly kind: 'different'; readonly differences: readonly PlanDifference[] };

/**
 * Reads the approved change set again by its ARN. It must be executable, its original templates must be the release's,
 * and its tree of changes must be the approved one.
 *
 * @param options as the plan was made with, and the approved plan of this stack
 */
export async function readApprovedChangeSet(
  options: Omit<PlanStackOptions, 'changeSetName' | 'absent' | 'executionRoleArn'> & {
    readonly approved: StackPlan;
  },
): Promise<ApprovedChangeSet> {
  const { approved, api, clock, signal, jitter, instance } = options;
  if (approved.changeSet === null)
    return { kind: 'absent', reason: 'The plan holds no change set of this stack' };
  const root = await readChangeSetTree(approved.changeSet, {
    api,
    clock,
    signal,
    ...(jitter && { jitter }),
  }).catch((error: unknown) => {
    if (error instanceof SlipwayError && error.code === 'CHANGE_SET_GONE') return null;
    throw error;
  });
  if (root === null) return { kind: 'absent', reason: 'The approved change set is not there any more' };
  if (root.state === 'gone') return { kind: 'absent', reason: 'The approved change set is being deleted' };
  if (root.state !== 'made' || (root.executionStatus !== 'AVAILABLE' && root.executionStatus !== null)) {
    return { kind: 'obsolete', reason: `The approved change set is ${root.executionStatus ?? root.state}` };
  }
  const decided = decidedOtherwise(approved, options.parameters, root);
  if (decided !== null) return { kind: 'obsolete', reason: decided };
  const current = await describeStack(api, root.stackId === '' ? instance.stackName : root.stackId);
  const isReview = current?.StackStatus === 'REVIEW_IN_PROGRESS';
  const basis = await prepare(
    { ...options, parameters: asApproved(options.parameters, approved) },
    isReview ? null : current,
  );
  const planted = [
    ...(root.stackName === instance.stackName
      ? []
      : [difference('stack', instance.name, instance.stackName, root.stackName)]),
    ...(await differingTemplates(api, root, basis.released.tree, [instance.name])),
    ...differingTags(instance.name, instance.tags, root.tags),
  ];
  if (planted.length > 0) return { kind: 'different', differences: planted };
  const deployed =
    isReview || current === null ? null : await readDeployedTree(api, current.StackId ?? instance.stackName);
  const seen = assembleStackPlan(basis, {
    source: { kind: 'change-set', node: root },
    deployed,
    changeSet: root,
    failures: [],
  });
  const plan = await withReferences(seen, { ...options, basis, deployed, makes: madeByOthers(approved) });
  const differences = compareFacts(stackFacts(approved), stackFacts(plan));
  return differences.length === 0 ? { kind: 'equal', plan } : { kind: 'different', differences };
}

/** The parameters as they are now, deferred where they were deferred when the plan was approved. */
function asApproved(
  parameters: PlanStackOptions['parameters'],
  approved: StackPlan,
): PlanStackOptions['parameters'] {
  const deferred = new Set(
    approved.parameters.filter((each) => each.deferred !== null).map(({ name }) => name),
  );
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      { ...parameter, deferred: deferred.has(name) },
    ]),
  );
}

/** What earlier stacks of the deployment made, deferred as it was when the plan was approved. */
function madeByOthers({ references = [] }: StackPlan): ReadonlyMap<string, string> {
  const deferred = references.filter(({ state }) => state === 'deferred');
  return new Map(deferred.map(({ name, lineage }) => [name, lineage.join(' ')]));
}

/** Says which deferred input has come out otherwise than the change set was made with; `null` if none has. */
function decidedOtherwise(
  approved: StackPlan,
  parameters: PlanStackOptions['parameters'],
  root: ChangeSetNode,
): string | null {
  for (const { name, deferred } of approved.parameters) {
    const made = root.parameters.find((each) => each.ParameterKey === name)?.ParameterValue;
    const isHidden = made === hiddenByCloudFormation;
    if (deferred !== null && !isHidden && made !== (parameters[name]?.value ?? undefined)) {
      return `${deferred} is not what the approved change set was made with any more`;
    }
  }
  return null;
}

/**
 * Compares the templates of every change set of the tree that changes something with the release's. An empty child's is
 * not given out; it is named by its digest in its parent's template, which is compared.
 */
async function differingTemplates(
  api: CloudFormationApi,
  node: ChangeSetNode,
  released: TemplateTree,
  path: readonly string[],
): Promise<readonly PlanDifference[]> {
  const { TemplateBody = '' } = await api.getTemplate({ ChangeSetName: node.arn, TemplateStage: 'Original' });
  const own = isSameTemplate(TemplateBody, released)
    ? []
    : [difference('template', path.join('/'), sha256(released.template.source), sha256(TemplateBody))];
  const below = await Promise.all(
    [...node.children]
      .filter(([, child]) => child.state === 'made')
      .map(async ([id, child]) => {
        const tree = released.children.get(id);
        const at = [...path, id];
        if (tree === undefined) return [difference('template', at.join('/'), null, child.arn)];
        return differingTemplates(api, child, tree, at);
      }),
  );
  return [...own, ...below.flat()];
}

/** The same text, or the same template written otherwise (CloudFormation gives JSON back reformatted). */
function isSameTemplate(text: string, { template }: TemplateTree): boolean {
  if (text === template.source) return true;
  try {
    return canonicalJson(parseTemplate(text, template.file).body) === canonicalJson(template.body);
  } catch {
    return false;
  }
}

function differingTags(
  stack: string,
  wanted: Readonly<Record<string, string>>,
  there: Readonly<Record<string, string>>,
): readonly PlanDifference[] {
  if (canonicalJson(wanted) === canonicalJson(there)) return [];
  return [difference('tags', stack, canonicalJson(wanted), canonicalJson(there))];
}

function difference(
  kind: string,
  where: string,
  approved: string | null,
  now: string | null,
): PlanDifference {
  return { kind, where, approved, now };
}
