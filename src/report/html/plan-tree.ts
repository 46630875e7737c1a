import type { StackNode, UnseenResource } from '../../plan/plan.ts';
import { certainOutputs, outputMarks, outputNotes, possibleOutputs } from '../output-lines.ts';
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
  const tags = (stack.outcome === 'create' ? [] : (stack.tags ?? [])).map(({ key, before, after }) =>
    row({
      head: html`<span class="mark" aria-hidden="true">~</span><span class="sr">modify</span> tag
        <span class="name">${key}</span>`,
      body: [pair('value', { before, after, secret: false }, [])],
      isOpen: true,
      tone: 'change',
      risks: ['around'],
      words: [stack.stack, 'tag', key],
    }),
  );
  const name = html`${stack.stack} <span class="type">${where}</span>`;
  return nodeTree(stack.root, name, [...first, ...tags], context);
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
    ${outputs(node, context, first.length > 0)} ${node.unseen.map((each) => unseen(each, node, context))}
    ${children.map((child) => nodeTree(child, html`${child.path.at(-1) ?? ''}`, [], context))}
    ${unchanged > 0 ? html`<p class="quiet">${counted(unchanged, 'nested stack')} unchanged</p>` : ''}
  </details>`;
}

/** Each output that changes; where nothing tells which, that some do. */
function outputs(node: StackNode, { stack }: PlanContext, isTold: boolean): readonly Markup[] {
  const told = [...certainOutputs(node), ...possibleOutputs(node)];
  const words = [stack.stack, ...node.path, 'outputs'];
  if (told.length > 0) {
    return told.map((output) => {
      const { mark, tone } = outputMarks[output.action];
      const isPossible = output.certainty === 'possible';
      return row({
        head: html`<span class="mark" aria-hidden="true">${isPossible ? '?' : mark}</span
          ><span class="sr">${output.action}</span> output
          <span class="name">${output.name}</span>
          ${output.at ? html`<span class="where">${place(output.at)}</span>` : ''}`,
        body: [pair('value', output, outputNotes(output))],
        isOpen: true,
        tone: isPossible ? 'possible' : tone,
        risks: isPossible ? ['around', 'possible'] : ['around'],
        words: [...words, output.name, output.action],
      });
    });
  }
  if (isTold || !node.outputsOnly) return [];
  return [
    row({
      head: html`<span class="mark" aria-hidden="true">~</span> outputs
        <span class="type">only outputs or tags change</span>`,
      body: [],
      isOpen: false,
      tone: 'change',
      risks: ['around'],
      words: [...words, 'tags'],
    }),
  ];
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
