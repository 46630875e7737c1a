import type { Position } from '../errors/position.ts';
import type { OutputChange, StackNode, StackPlan } from '../plan/plan.ts';
import type { PlanRow, RowOptions, Tone } from './plan-rows.ts';
import { counted } from './units.ts';
import { changeText, valueText } from './value-text.ts';
import { visible } from './visible.ts';

/** How an output's or a tag's change reads. */
export const outputMarks = {
  add: { mark: '+', tone: 'add' },
  modify: { mark: '~', tone: 'change' },
  remove: { mark: '-', tone: 'remove' },
} as const;

/** The outputs of a stack that surely change. */
export function certainOutputs(node: StackNode): readonly OutputChange[] {
  return outputsOf(node).filter(({ certainty }) => certainty === 'certain');
}

/** The outputs of a stack of which only the deployment tells whether they change. */
export function possibleOutputs(node: StackNode): readonly OutputChange[] {
  return outputsOf(node).filter(({ certainty }) => certainty === 'possible');
}

/** `known after apply: BucketArn, Url`. */
function possibleOutputsText(outputs: readonly OutputChange[]): {
  readonly left: string;
  readonly right: string;
} {
  const names = outputs.slice(0, 8).map(({ name }) => visible(name));
  const more = outputs.length - names.length;
  return {
    left: `? ${counted(outputs.length, 'output')}`,
    right: `known after apply: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

/**
 * What is said of an output beside its values. CloudFormation neither changes nor removes an output that another stack
 * imports (User guide, "Get exported outputs from a deployed CloudFormation stack").
 */
export function outputNotes(output: OutputChange): readonly string[] {
  const { before, after } = output.export;
  const isValueSame = output.action === 'modify' && !output.secret && output.before === output.after;
  const refused = 'CloudFormation refuses that while another stack imports it';
  const exported =
    before === null
      ? after === null
        ? ''
        : `exported as ${visible(after)}`
      : after === null
        ? `no longer exported as ${visible(before)}: ${refused}`
        : before !== after
          ? `exported as ${visible(after)}, no longer as ${visible(before)}: ${refused}`
          : isValueSame
            ? ''
            : `exported as ${visible(before)}: ${refused}`;
  const isOpen = output.certainty === 'possible' || (output.after?.includes('${') ?? false);
  return [
    output.lineage.length > 0 ? `from ${visible(output.lineage.join(', '))}` : '',
    isOpen && output.action !== 'remove' ? 'known after apply' : '',
    exported,
  ].filter((note) => note !== '');
}

/**
 * Each output that changes; where nothing tells which, that some do.
 *
 * @param isTold whether parameters or tags of the stack tell already why it changes
 */
export function outputRows(
  node: StackNode,
  guide: string,
  { possible, properties, value }: RowOptions,
  isTold: boolean,
): readonly PlanRow[] {
  const row = (tone: Tone, left: string, right: string, at: Position | null): PlanRow => ({
    level: 'change',
    tone,
    left: guide + left,
    right,
    at,
  });
  const isShort = properties === 'grave';
  const told = isShort
    ? []
    : [...certainOutputs(node), ...(possible === 'listed' ? possibleOutputs(node) : [])];
  const open = isShort || possible === 'listed' ? [] : possibleOutputs(node);
  const rows = told.map((output) => {
    const { mark, tone } = outputMarks[output.action];
    const left = `${mark} Outputs.${visible(output.name)}`;
    return row(
      output.certainty === 'possible' ? 'possible' : tone,
      left,
      outputText(output, value),
      output.at,
    );
  });
  if (open.length > 0) {
    const { left, right } = possibleOutputsText(open);
    rows.push(row('possible', left, right, null));
  }
  if (rows.length > 0 || isTold || !node.outputsOnly) return rows;
  return [row('change', '~ outputs', 'only outputs or tags change', null)];
}

function outputText(output: OutputChange, columns: number): string {
  const notes = outputNotes(output);
  const change = output.secret
    ? '•••• (secret) changed'
    : output.action === 'modify' && output.before === output.after
      ? valueText(output.after, columns)
      : changeText(output.before, output.after, columns);
  return notes.length === 0 ? change : `${change}  (${notes.join('; ')})`;
}

/** Each tag of a root stack that changes. */
export function tagRows(stack: StackPlan, guide: string, options: RowOptions): readonly PlanRow[] {
  if (stack.outcome === 'create' || options.properties === 'grave') return [];
  return (stack.tags ?? []).map(({ key, before, after }) => ({
    level: 'property',
    tone: 'change',
    left: `${guide}~ tag ${visible(key)}`,
    right: changeText(before, after, options.value),
    at: null,
  }));
}

function outputsOf(node: StackNode): readonly OutputChange[] {
  return node.status === 'change' ? (node.outputs ?? []) : [];
}
