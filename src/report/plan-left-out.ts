import type { ResourceChange } from '../plan/plan.ts';
import { prose } from './markdown.ts';
import { hasAlike } from './plan-alike.ts';
import { wholeText, type PlanComment } from './plan-comment.ts';
import { countsText } from './plan-counts.ts';
import { planItems, type PlanItem } from './plan-rows.ts';
import { shownChanges } from './plan-summary.ts';
import type { TreeGroup } from './plan-tree-blocks.ts';
import { counted, listed, someOf } from './units.ts';

/** What a rendering of the trees keeps back. */
export interface Shortening {
  readonly alike: 'listed' | 'folded';
  readonly properties: 'listed' | 'grave';
  readonly only?: ReadonlySet<PlanItem>;
  readonly hasPicture: boolean;
}

/** A sentence for each thing that is left out for want of room, and where it stands; `null` where nothing is. */
export function leftOutText(
  comment: PlanComment,
  groups: readonly TreeGroup[],
  { alike, properties, only, hasPicture }: Shortening,
): string | null {
  const sentences: string[] = [];
  if (only !== undefined) {
    sentences.push(...groups.flatMap((group) => groupText(group, only) ?? []));
  } else if (
    alike === 'folded' &&
    groups.some(({ plan }) => plan.stacks.some(({ root }) => hasAlike(root)))
  ) {
    sentences.push('What differs in its name alone is told once.');
  }
  if (properties === 'grave') {
    sentences.push(
      'Left out here for room: parameters, outputs, tags, and properties of what is not made anew.',
    );
  }
  if (!hasPicture) sentences.push('Left out here for room: the picture of the stacks.');
  if (sentences.length === 0) return null;
  const isLoss = only !== undefined || properties === 'grave' || !hasPicture;
  const text = `${sentences.join(' ')} ${wholeText(comment)} has everything.`;
  return isLoss ? `> ${text}` : text;
}

/** `Left out here for room, of prod: 12 replaced, 1950 changed, 2 new stacks, in app/Worker3, … and 35 more stacks.` */
function groupText({ environments, plan }: TreeGroup, only: ReadonlySet<PlanItem>): string | null {
  const left = plan.stacks.flatMap((stack) =>
    planItems(stack)
      .filter(({ item }) => !only.has(item))
      .map(({ item, node }) => ({ item, place: [stack.stack, ...node.path].join('/') })),
  );
  if (left.length === 0) return null;
  const changes = left.flatMap(({ item }): readonly ResourceChange[] => ('logicalId' in item ? [item] : []));
  const nodes = left.flatMap(({ item }) => ('status' in item ? [item] : []));
  const created = nodes.filter(({ status }) => status === 'create');
  const removed = nodes.filter(({ status }) => status === 'remove').length;
  const outputs = nodes.filter(({ outputsOnly }) => outputsOnly).length;
  const unseen = nodes.reduce((sum, node) => sum + node.unseen.length, 0);
  const kinds = [
    removed > 0 ? counted(removed, 'removed stack') : '',
    unseen > 0 ? `${counted(unseen, 'resource')} not seen` : '',
    countsText(changes),
    created.length > 0
      ? `${counted(created.length, 'new stack')} with ${counted(created.flatMap(shownChanges).length, 'resource')}`
      : '',
    outputs > 0 ? `outputs or tags of ${counted(outputs, 'stack')}` : '',
  ].filter((text) => text !== '');
  const places = someOf([...new Set(left.map(({ place }) => shortened(place)))], 'stack', 4);
  return `**Left out here for room, of ${listed(environments)}:** ${kinds.join(', ')}, in ${prose(places)}.`;
}

/** The end of a place says most. */
const shortened = (place: string): string => (place.length <= 120 ? place : `…${place.slice(-119)}`);
