import type { StackNode, UnseenResource } from '../../plan/plan.ts';
import { isParameterChange } from '../plan-rows.ts';
import { isTouched, nodesOf, shownChanges } from '../plan-summary.ts';
import { counted, place } from '../units.ts';
import { changeRow, pair, row } from './change-row.ts';
import { html, type Markup } from './markup.ts';
import { nodeAnchor, pathOf, type PlanContext } from './plan-context.ts';

/** The changes of one root stack and of all that it nests, each stack a list that opens and closes. */
export function stackTree(context: PlanContext): Markup {
  const { stack } = context;
  const where = `${stack.stackName} · ${stack.region}`;
  if (stack.outcome === 'none')
    return html`<p class="quiet">${stack.stack} <span class="type">${where}</span>: no changes</p>`;
  const parameters = stack.outcome === 'create' ? [] : stack.parameters.filter(isParameterChange);
  const first = parameters.map((parameter) =>
    row({
      head: html`<span class="mark" aria-hidden="true">~</span><span class="sr">modify</span> parameter
        <span class="name">${parameter.name}</span>`,
      body: [
        pair(
          'value',
          parameter,
          parameter.deferred === null ? [] : [`from ${parameter.deferred}, known after it`],
        ),
      ],
      isOpen: true,
      tone: 'change',
      risks: ['around'],
      words: [stack.stack, 'parameter', parameter.name],
    }),
  );
  return nodeTree(stack.root, html`${stack.stack} <span class="type">${where}</span>`, first, context);
}

function nodeTree(node: StackNode, name: Markup, first: readonly Markup[], context: PlanContext): Markup {
  const children = node.children.filter((child) => nodesOf(child).some(isTouched));
  const unchanged = node.children.length - children.length;
  const own = shownChanges(node);
  const word =
    node.status === 'create'
      ? html`<span class="badge add">new stack</span>`
      : node.status === 'remove'
        ? html`<span class="badge remove">removed</span>`
        : '';
  return html`<details class="node" id="${nodeAnchor(context, node)}" open>
    <summary>
      <span class="head"
        ><span class="name">${name}</span> ${word}
        <span class="type">${own.length > 0 ? counted(own.length, 'change') : ''}</span
        ><span class="where">${node.template ?? ''}</span></span
      >
    </summary>
    ${first} ${own.map((change) => changeRow(change, node, context))}
    ${node.outputsOnly ? outputs(node, context) : ''}
    ${node.unseen.map((each) => unseen(each, node, context))}
    ${children.map((child) => nodeTree(child, html`${child.path.at(-1) ?? ''}`, [], context))}
    ${unchanged > 0 ? html`<p class="quiet">${counted(unchanged, 'nested stack')} unchanged</p>` : ''}
  </details>`;
}

function outputs(node: StackNode, { stack }: PlanContext): Markup {
  return row({
    head: html`<span class="mark" aria-hidden="true">~</span> outputs
      <span class="type">only outputs or tags change</span>`,
    body: [],
    isOpen: false,
    tone: 'change',
    risks: ['around'],
    words: [stack.stack, ...node.path, 'outputs', 'tags'],
  });
}

function unseen({ logicalId, type, at }: UnseenResource, node: StackNode, context: PlanContext): Markup {
  const path = pathOf(node, logicalId);
  const stop = context.stops.get(path);
  return row({
    head: html`<span class="mark" aria-hidden="true">?</span> <span class="name">${logicalId}</span>
      <span class="type">${type}</span>
      <span class="badge">not seen, counted as touched</span>
      ${at ? html`<span class="where">${place(at)}</span>` : ''}`,
    body: [],
    isOpen: false,
    tone: 'possible',
    risks: stop === undefined ? ['possible'] : ['stake', 'possible'],
    words: [context.stack.stack, path, type, 'not seen'],
    anchor: stop?.target,
  });
}
