import type { StackNode, StackPlan } from '../../plan/plan.ts';
import type { AnyPlan } from '../../plan/static-plan.ts';
import { marks } from '../plan-rows.ts';
import { isFailed, isTouched, kindOf, nodesOf, shownChanges, type ChangeKind } from '../plan-summary.ts';
import { counted, listed } from '../units.ts';
import { html, type Markup } from './markup.ts';
import { contextOf, nodeAnchor, pathOf, type PlanContext } from './plan-context.ts';
import { risksOf, worst, type Risk } from './risks.ts';

/**
 * The stacks as a picture: a box each, nested as they nest, in the colour of the worst that happens in it, with counts;
 * stacks in which nothing happens are one line. Nothing where there is a single stack.
 */
export function stackMap(plan: AnyPlan, id: string): Markup {
  const touched = plan.stacks.flatMap((stack) => nodesOf(stack.root)).filter(isTouched);
  if (touched.length < 2) return html``;
  return html`<figure class="aside">
    <ul class="map">
      ${plan.stacks.map((stack) => box(stack.root, stack.stack, contextOf(plan, stack, id)))}
    </ul>
    <figcaption class="sr">The stacks, with what changes in each</figcaption>
  </figure>`;
}

function box(node: StackNode, name: string, context: PlanContext): Markup {
  const isAround = (each: StackNode): boolean => isTouched(each) || isFailed(each, context.stack);
  const children = node.children.filter((child) => nodesOf(child).some(isAround));
  const unchanged = node.children.length - children.length;
  const sources = node.path.length === 0 ? sourcesOf(context.stack) : [];
  const inner = html`${children.map((child) => box(child, child.path.at(-1) ?? '', context))}${unchanged > 0 ? html`<li class="none">${unchanged} unchanged</li>` : ''}`;
  const isShown = context.stack.outcome !== 'none';
  return html`<li class="${worstOf(node, context) ?? (children.length > 0 ? 'around' : 'none')}">
    <span
      >${isShown ? html`<a href="#${nodeAnchor(context, node)}">${name}</a>` : name}
      ${isFailed(node, context.stack) ? html`<small>cannot be planned</small> ` : ''}${tally(node, isFailed(node, context.stack))}</span
    >
    ${sources.length > 0 ? html`<small>takes from ${listed(sources)}</small>` : ''}
    ${
      node.children.length > 0
        ? html`<ul>
            ${inner}
          </ul>`
        : ''
    }
  </li>`;
}

function worstOf(node: StackNode, { stack, stops }: PlanContext): Risk | null {
  if (isFailed(node, stack)) return 'failed';
  if (node.status === 'remove') return 'remove';
  return worst([
    ...shownChanges(node).flatMap((change) => risksOf(change, stops.has(pathOf(node, change.logicalId)))),
    ...node.unseen.map(() => 'possible' as const),
    ...(node.status === 'create' ? (['add'] as const) : []),
    ...(node.outputsOnly ? (['change'] as const) : []),
  ]);
}

/** `+ 2 ~ 1`, in a fixed order. */
function tally(node: StackNode, isQuiet: boolean): Markup {
  const kinds = shownChanges(node).map(kindOf);
  if (kinds.length === 0)
    return html`<small
      >${node.outputsOnly ? 'outputs or tags' : node.unseen.length > 0 ? counted(node.unseen.length, 'resource') + ' not seen' : isQuiet || node.children.length > 0 ? '' : 'unchanged'}</small
    >`;
  const order: readonly ChangeKind[] = ['remove', 'replace', 'change', 'renew', 'import', 'add', 'possible'];
  const parts = order.flatMap((kind) => {
    const count = kinds.filter((each) => each === kind).length;
    return count > 0 ? [`${marks[kind]}${count}`] : [];
  });
  return html`<small>${parts.join(' ')}</small>`;
}

/** The stacks whose outputs this one is given while it is deployed. */
function sourcesOf({ parameters }: StackPlan): readonly string[] {
  return [...new Set(parameters.flatMap(({ deferred }) => deferred?.split('.')[0] ?? []))].sort();
}
