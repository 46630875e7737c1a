import { evaluate, type PseudoParameters, type Scope } from '../template/evaluate.ts';
import { known, lineage, lineageOf, unresolved, type Evaluated } from '../template/evaluated.ts';
import { parameterValues } from '../template/parameter-values.ts';
import type { TemplateBody, TemplateTree } from '../template/template.ts';
import { certainFirst } from './certain-first.ts';
import { isBlind, resolvedBy, statedById, type ChangeSource } from './change-source.ts';
import { cleanChange, type ChangeContext, type Outcome } from './clean-change.ts';
import { provablyEqual } from './compare-values.ts';
import { comparedChange } from './compared-change.ts';
import type { DeployedTree } from './deployed-tree.ts';
import { nestedStacks } from './nested-stacks.ts';
import { outputChanges } from './output-changes.ts';
import { pairRenewals } from './pair-renewals.ts';
import type { OutputChange, StackNode } from './plan.ts';
import { schemaReplacement } from './schema-replacement.ts';
import type { SecretTexts } from './secret-text.ts';
import { keepsAttribute } from './stable-attributes.ts';
import { nestedStackType } from './stateful-types.ts';
import { withNames, withResolved } from './template-scope.ts';
import { unseenResources } from './unseen-resources.ts';

export interface StackReadingInput {
  /** Logical ids from the root. */
  readonly path: readonly string[];
  readonly released: TemplateTree;
  readonly deployed: DeployedTree | null;
  readonly source: ChangeSource;
  /** What the parameters are given, in the deployed stack and with the release. */
  readonly given: Readonly<Record<'before' | 'after', Readonly<Record<string, string | Evaluated>>>>;
  /** Account, region and partition. */
  readonly pseudo: PseudoParameters;
  /** The name that a stack which is not there yet will have; `null` where CloudFormation makes one. */
  readonly newStackName: string | null;
  readonly secrets: SecretTexts;
  /** Lineages that name outputs of other stacks of the system: `edge.LogBucket`. */
  readonly systemOutputs: ReadonlySet<string>;
}

/** A stack's changes, put together from what CloudFormation says and what the templates prove. */
export interface StackReading {
  node(): StackNode;
  /** Whether something of the tree changes that no change set showed. */
  isPartial(): boolean;
  /** An output as it will be: the deployed value where nothing that feeds it changes. */
  outputAfter(name: string): Evaluated | undefined;
  /** An output as the deployed template makes it. */
  outputBefore(name: string): Evaluated | undefined;
}

/**
 * Reads one stack of the tree. Resources are looked at on demand, each after those it refers to: whether a false change
 * can be dropped depends on whether its producer, often a nested stack beside it, really changes. A value that is
 * provably the same before and after is written as the same text on both sides (`${storage/Bucket.Arn}`, or the deployed
 * output), so that equality of evaluated values is the proof.
 */
export function readStack(input: StackReadingInput): StackReading {
  const { path, released, deployed, source, given, systemOutputs, secrets } = input;
  const body = released.template.body;
  const oldBody = deployed?.template?.body ?? null;
  const stated = statedById(source);
  const pseudo: PseudoParameters = {
    ...input.pseudo,
    ...(deployed === null
      ? input.newStackName !== null && { stackName: input.newStackName }
      : { stackName: deployed.stackName, stackId: deployed.stackId }),
  };
  const outcomes = new Map<string, Outcome>();
  const underWay = new Set<string>();

  const resolved = source.kind === 'compared' ? withNames : withResolved;
  const after: Scope = {
    body,
    parameters: resolved(body, parameterValues(body, given.after, path), resolvedBy(source)),
    pseudo,
    path,
    resource: attributeAfter,
  };
  const before: Scope | null = oldBody && {
    body: oldBody,
    parameters: resolved(oldBody, parameterValues(oldBody, given.before, path), deployed?.parameters ?? {}),
    pseudo,
    path,
    resource: attributeBefore,
  };

  const nested = nestedStacks(input, { stated, before, after }, readStack);

  function nameOf(logicalId: string, attribute: string | null): string {
    return [...path, logicalId].join('/') + (attribute === null ? '' : `.${attribute}`);
  }

  function token(logicalId: string, attribute: string | null): Evaluated {
    return known(`\${${nameOf(logicalId, attribute)}}`);
  }

  /** Named by its path, so that it still tells what it is in the nested stack that it is handed to. */
  function open(logicalId: string, attribute: string | null): Evaluated {
    const name = nameOf(logicalId, attribute);
    return unresolved(`\${${name}}`, lineageOf(name));
  }

  function attributeBefore(logicalId: string, attribute: string | null): Evaluated | undefined {
    if (oldBody?.Resources[logicalId]?.Type !== nestedStackType || !attribute?.startsWith('Outputs.')) {
      return token(logicalId, attribute);
    }
    const name = attribute.slice('Outputs.'.length);
    const actual = deployed?.children.get(logicalId)?.outputs[name];
    const made = (nested.reading(logicalId) ?? nested.removedReading(logicalId))?.outputBefore(name);
    if (actual === undefined) return source.kind === 'compared' ? made : undefined;
    // Of what no template makes, nobody knows what it comes from: it may be a secret.
    return known(actual, { sources: [], secret: made === undefined || lineage(made).secret });
  }

  function attributeAfter(logicalId: string, attribute: string | null): Evaluated | undefined {
    const type = body.Resources[logicalId]?.Type;
    if (type === nestedStackType && attribute?.startsWith('Outputs.')) {
      return nested.reading(logicalId)?.outputAfter(attribute.slice('Outputs.'.length));
    }
    if (type === undefined || oldBody?.Resources[logicalId]?.Type !== type) return open(logicalId, attribute);
    const outcome = outcomeOf(logicalId);
    const isKept = outcome !== 'under way' && keepsAttribute(outcome.change, type, attribute);
    return isKept ? token(logicalId, attribute) : open(logicalId, attribute);
  }

  function outcomeOf(logicalId: string): Outcome | 'under way' {
    const found = outcomes.get(logicalId);
    if (found) return found;
    if (underWay.has(logicalId)) return 'under way';
    underWay.add(logicalId);
    const outcome = decide(logicalId);
    underWay.delete(logicalId);
    outcomes.set(logicalId, outcome);
    return outcome;
  }

  function decide(logicalId: string): Outcome {
    const resources = { logicalId, before: oldBody?.Resources[logicalId], after: body.Resources[logicalId] };
    const context: ChangeContext = {
      ...{ path, template: released.template, before, after, systemOutputs, secrets },
      replacementOf: source.kind === 'compared' ? schemaReplacement : () => 'conditional',
    };
    switch (source.kind) {
      case 'unchanged':
        return unchanged;
      case 'new':
      case 'unseen':
      case 'compared': {
        const physicalId = deployed?.physicalIds.get(logicalId) ?? null;
        return { change: comparedChange({ ...resources, physicalId }, context), dropped: false };
      }
      case 'change-set': {
        const change = stated.get(logicalId);
        return change === undefined ? unchanged : cleanChange(change, resources, context);
      }
    }
  }

  function outputAfter(name: string): Evaluated | undefined {
    const output = body.Outputs?.[name];
    if (output === undefined) return undefined;
    const actual = deployed?.outputs[name];
    const value = evaluate(output.Value, after);
    if (actual === undefined) return value;
    const same = source.kind === 'unchanged' || provablyEqual(outputBefore(name), value);
    return same ? known(actual, lineage(value)) : value;
  }

  function outputBefore(name: string): Evaluated | undefined {
    const output = oldBody?.Outputs?.[name];
    return output === undefined || before === null ? undefined : evaluate(output.Value, before);
  }

  function changedOutputs(): readonly OutputChange[] {
    if (source.kind === 'unchanged') return [];
    const { template } = released;
    return outputChanges({ path, template, before, after, deployed, secrets, systemOutputs });
  }

  function isPartial(): boolean {
    if (isBlind(source) && node().status !== 'unchanged') return true;
    return [...released.children.keys()].some((id) => nested.reading(id)?.isPartial() === true);
  }

  function node(): StackNode {
    const ids =
      source.kind === 'change-set'
        ? [...stated.keys()]
        : [...new Set([...resourcesOf(oldBody), ...resourcesOf(body)])];
    const decided = ids.map(outcomeOf).filter((outcome) => outcome !== 'under way');
    const changes = certainFirst(
      pairRenewals(
        decided.flatMap((outcome) => outcome.change ?? []),
        body,
      ),
    );
    const nodes = [...released.children.keys()]
      .flatMap((id) => nested.reading(id)?.node() ?? [])
      .concat(nested.removed());
    const hidden = nested.hidden();
    const moves =
      changes.length > 0 || hidden.length > 0 || nodes.some((each) => each.status !== 'unchanged');
    const says = source.kind === 'change-set' && source.node.state === 'made' && stated.size === 0;
    const isNew = source.kind === 'new' || (source.kind === 'change-set' && deployed === null);
    const outputs = isNew ? [] : changedOutputs();
    const isUnread = before === null && source.kind !== 'unchanged';
    const outputsOnly = !isNew && !moves && (says || outputs.length > 0 || isUnread);
    const status = isNew ? 'create' : moves || outputsOnly ? 'change' : 'unchanged';
    return {
      path,
      template: released.template.file,
      status,
      changes,
      outputsOnly,
      ...(outputs.length === 0 ? {} : { outputs }),
      dropped: decided.filter((outcome) => outcome.dropped).length,
      unseen: [
        ...(status === 'change' && isBlind(source) && deployed !== null
          ? unseenResources({ before: oldBody, scope: before, template: released.template, changes })
          : []),
        ...hidden,
      ],
      children: nodes,
    };
  }

  return { node, isPartial, outputAfter, outputBefore };
}

const unchanged: Outcome = { change: null, dropped: false };

function resourcesOf(body: TemplateBody | null): readonly string[] {
  return Object.keys(body?.Resources ?? {});
}
