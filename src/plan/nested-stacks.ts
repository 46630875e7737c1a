import type { ResourceChange } from '@aws-sdk/client-cloudformation';
import { evaluate, type Scope } from '../template/evaluate.ts';
import { childSource, type ChangeSource } from './change-source.ts';
import { deployedTemplates, type DeployedTree } from './deployed-tree.ts';
import type { StackNode, UnseenResource } from './plan.ts';
import { removedNode, unreadNode } from './removed-node.ts';
import type { StackReading, StackReadingInput } from './stack-reading.ts';
import { nestedStackType } from './stateful-types.ts';
import { exists, parametersOf } from './template-scope.ts';

/** The nested stacks of one stack, each read when it is first asked for. */
export interface NestedStacks {
  /** `null` where the release has no such nested stack, or where there will be none. */
  reading(logicalId: string): StackReading | null;
  /** A nested stack that the release has no more, as it stands: its outputs may still be what a value was made of. */
  removedReading(logicalId: string): StackReading | null;
  /** Those that are removed, with all that they hold. */
  removed(): readonly StackNode[];
  /** Those that count as unseen as a whole. */
  hidden(): readonly UnseenResource[];
}

/** What the parent is read by. */
export interface ParentSides {
  readonly stated: ReadonlyMap<string, ResourceChange>;
  /** `null` where the deployed template is not there or can't be read. */
  readonly before: Scope | null;
  readonly after: Scope;
}

/**
 * Says of each nested stack of a stack by what it is read, and what becomes of those that no change set tells of.
 *
 * @param read reads one stack; nested ones are read as their parent is
 */
export function nestedStacks(
  input: StackReadingInput,
  { stated, before, after }: ParentSides,
  read: (input: StackReadingInput) => StackReading,
): NestedStacks {
  const { path, released, deployed, source } = input;
  const body = released.template.body;
  const oldBody = deployed?.template?.body ?? null;
  const readings = new Map<string, StackReading | null>();
  const removedReadings = new Map<string, StackReading | null>();

  function reading(logicalId: string): StackReading | null {
    const found = readings.get(logicalId);
    if (found !== undefined) return found;
    const tree = released.children.get(logicalId);
    const from = sourceOfChild(logicalId);
    const made =
      tree === undefined || from === null
        ? null
        : read({
            path: [...path, logicalId],
            released: tree,
            deployed: from.kind === 'new' ? null : (deployed?.children.get(logicalId) ?? null),
            source: from,
            given: {
              before: parametersOf(oldBody?.Resources[logicalId], before),
              after: parametersOf(body.Resources[logicalId], after),
            },
            pseudo: input.pseudo,
            newStackName: null,
            secrets: input.secrets,
            systemOutputs: input.systemOutputs,
          });
    readings.set(logicalId, made);
    return made;
  }

  /** A nested stack that the release has no more, as it stands: its outputs may still be what a value was made of. */
  function removedReading(logicalId: string): StackReading | null {
    const found = removedReadings.get(logicalId);
    if (found !== undefined) return found;
    const tree = deployed?.children.get(logicalId);
    const templates = tree === undefined ? null : deployedTemplates(tree);
    const made =
      tree === undefined || templates === null
        ? null
        : read({
            ...input,
            path: [...path, logicalId],
            released: templates,
            deployed: tree,
            source: { kind: 'unchanged' },
            given: { before: parametersOf(oldBody?.Resources[logicalId], before), after: {} },
            newStackName: null,
          });
    removedReadings.set(logicalId, made);
    return made;
  }

  function sourceOfChild(logicalId: string): ChangeSource | null {
    return childSource(source, logicalId, {
      isDeployed: deployed === null ? null : deployed.children.has(logicalId),
      willExist: exists(body.Resources[logicalId], after),
      stated: stated.get(logicalId),
    });
  }

  /**
   * Nested stacks that count as unseen as a whole: which change something in a way that only templates tell, and hold
   * nothing that would count by itself; and those of which CloudFormation does not know what becomes of them.
   */
  function hidden(): readonly UnseenResource[] {
    return [...released.children.keys()].filter(isHiddenChild).map((logicalId) => ({
      logicalId,
      type: nestedStackType,
      at: released.template.locateKey(['Resources', logicalId]),
    }));
  }

  function isHiddenChild(logicalId: string): boolean {
    if (deployed?.children.has(logicalId) !== true) return false;
    if (stated.get(logicalId)?.Action === 'Dynamic') return true;
    const node = sourceOfChild(logicalId)?.kind === 'unseen' ? reading(logicalId)?.node() : undefined;
    return node?.status === 'change' && node.unseen.length === 0;
  }

  function removed(): readonly StackNode[] {
    const there = deployed?.children ?? new Map<string, DeployedTree>();
    const seen = [...there]
      .filter(([id]) => isRemoved(id))
      .map(([id, tree]) => {
        const policy = before === null ? undefined : evaluate(oldBody?.Resources[id]?.DeletionPolicy, before);
        return removedNode([...path, id], tree, policy);
      });
    const unread = [...stated]
      .filter(([id, { Action, ResourceType }]) => {
        return Action === 'Remove' && ResourceType === nestedStackType && !there.has(id);
      })
      .map(([id, { PhysicalResourceId }]) => unreadNode([...path, id], PhysicalResourceId ?? null));
    return [...seen, ...unread];
  }

  function isRemoved(logicalId: string): boolean {
    if (source.kind === 'change-set') return stated.get(logicalId)?.Action === 'Remove';
    if (source.kind !== 'unseen' && source.kind !== 'compared') return false;
    const resource = body.Resources[logicalId];
    return resource?.Type !== nestedStackType || exists(resource, after) === false;
  }

  return { reading, removedReading, removed, hidden };
}
