import { evaluate, type Scope } from '../template/evaluate.ts';
import { lineage, scalarText, type Evaluated } from '../template/evaluated.ts';
import type { Template, TemplateOutput } from '../template/template.ts';
import { local } from './clean-change.ts';
import { printed, provablyDifferent, provablyEqual, provablySameOutputs } from './compare-values.ts';
import type { DeployedTree } from './deployed-tree.ts';
import type { OutputChange } from './plan.ts';
import { hiddenByCloudFormation, looksSecret, masked, type SecretTexts } from './secret-text.ts';
import { exists } from './template-scope.ts';

/** A stack on both sides, as its templates make it. */
export interface OutputSides {
  /** Logical ids from the root. */
  readonly path: readonly string[];
  readonly template: Template;
  /** `null` where the deployed template is not there or can't be read. */
  readonly before: Scope | null;
  readonly after: Scope;
  /** What the stack gives out now, and what its resources are called; `null` where nobody looked. */
  readonly deployed: Pick<DeployedTree, 'outputs' | 'physicalIds'> | null;
  /** Clear texts that must not be printed. */
  readonly secrets: SecretTexts;
  /** Lineages that name outputs of other stacks of the system. */
  readonly systemOutputs: ReadonlySet<string>;
}

/** One output on one side. */
interface Side {
  /** Whether it is there, by its condition; `null` where that can't be known. */
  readonly isThere: boolean | null;
  readonly value: Evaluated | undefined;
  readonly exportName: Evaluated | undefined;
}

/**
 * What of a stack's outputs changes, by name: those that are added or removed, and those of which neither the value nor the
 * name of the export is provably the same. Of what is there the deployed text counts, of what will be the template's with
 * its parameters; a secret in either masks both.
 */
export function outputChanges(sides: OutputSides): readonly OutputChange[] {
  const names = new Set([
    ...Object.keys(sides.before?.body.Outputs ?? {}),
    ...Object.keys(sides.after.body.Outputs ?? {}),
    ...(sides.before === null ? Object.keys(sides.deployed?.outputs ?? {}) : []),
  ]);
  return [...names].sort().flatMap((name) => outputChange(name, sides) ?? []);
}

function outputChange(name: string, sides: OutputSides): OutputChange | null {
  const { path, secrets } = sides;
  const actual = sides.deployed?.outputs[name];
  const was = sideBefore(name, actual, sides);
  const is = sideOf(sides.after.body.Outputs?.[name], sides.after);
  if (was.isThere === false && is.isThere === false) return null;
  const isSameExport = provablyEqual(was.exportName, is.exportName);
  const isSameValue = isSame(was.value, is.value, actual);
  if (isSameByTemplates(name, sides)) return null;
  if (was.isThere === true && is.isThere === true && isSameValue && isSameExport) return null;
  const old = actual ?? printed(was.value);
  const next = is.isThere === false ? null : withPhysicalIds(is.value, sides);
  const secret =
    // Of what no template makes, nobody knows what it comes from: it may be a secret.
    (was.isThere !== false && was.value === undefined) ||
    isSecret(was.value) ||
    isSecret(is.value) ||
    [old, next].some((text) => looksSecret(text, secrets));
  const exported = (side: Side): string | null => {
    const text = side.isThere === false ? null : printed(side.exportName);
    return local(masked(text, isSecret(side.exportName) || looksSecret(text, secrets)), path);
  };
  return {
    name,
    action: was.isThere === false ? 'add' : is.isThere === false ? 'remove' : 'modify',
    before: was.isThere === false ? null : masked(local(old, path), secret),
    after: masked(local(next, path), secret),
    secret,
    certainty: isCertain(was, is, { actual, isSameValue, isSameExport }) ? 'certain' : 'possible',
    export: { before: exported(was), after: exported(is) },
    lineage:
      is.value === undefined
        ? []
        : lineage(is.value).sources.filter((source) => sides.systemOutputs.has(source)),
    at: is.isThere === false ? null : sides.template.locateKey(['Outputs', name]),
  };
}

/** The template's condition tells; what is deployed where that can't be known. */
function sideBefore(name: string, actual: string | undefined, { before, deployed }: OutputSides): Side {
  if (before === null) return { isThere: actual !== undefined, value: undefined, exportName: undefined };
  const side = sideOf(before.body.Outputs?.[name], before);
  const wasSeen = deployed !== null && Object.keys(deployed.outputs).length > 0;
  return side.isThere === null && wasSeen ? { ...side, isThere: actual !== undefined } : side;
}

function sideOf(output: TemplateOutput | undefined, scope: Scope): Side {
  const isThere = exists(output, scope);
  if (output === undefined || isThere === false) {
    return { isThere: false, value: undefined, exportName: undefined };
  }
  const name = (output.Export as { readonly Name?: unknown } | undefined)?.Name;
  return {
    isThere,
    value: evaluate(output.Value, scope),
    exportName: name === undefined ? undefined : evaluate(name, scope),
  };
}

function isSameByTemplates(name: string, { before, after }: OutputSides): boolean {
  return before !== null && provablySameOutputs(withOutput(name, before), withOutput(name, after));
}

/** A stack that gives out this alone. */
function withOutput(name: string, scope: Scope): Scope {
  const output = scope.body.Outputs?.[name];
  return { ...scope, body: { ...scope.body, Outputs: output === undefined ? {} : { [name]: output } } };
}

/** By the templates, or because the release's gives the text that is there. */
function isSame(was: Evaluated | undefined, is: Evaluated | undefined, actual: string | undefined): boolean {
  if (was !== undefined && provablyEqual(was, is)) return true;
  return actual !== undefined && is?.kind === 'value' && scalarText(is.value) === actual;
}

function isCertain(
  was: Side,
  is: Side,
  seen: {
    readonly actual: string | undefined;
    readonly isSameValue: boolean;
    readonly isSameExport: boolean;
  },
): boolean {
  if (was.isThere === null || is.isThere === null) return false;
  if (was.isThere !== is.isThere) return true;
  if (!seen.isSameExport && provablyDifferent(was.exportName, is.exportName)) return true;
  if (seen.isSameValue || isHidden(is.value)) return false;
  const isText = is.value?.kind === 'value' && !scalarText(is.value.value).includes('${');
  if (seen.actual !== undefined && isText) return true;
  return was.value !== undefined && !isHidden(was.value) && provablyDifferent(was.value, is.value);
}

/** Whether a `NoEcho` value that CloudFormation keeps to itself is in it. */
function isHidden(value: Evaluated | undefined): boolean {
  return (
    value?.kind === 'value' && isSecret(value) && scalarText(value.value).includes(hiddenByCloudFormation)
  );
}

function isSecret(value: Evaluated | undefined): boolean {
  return value !== undefined && lineage(value).secret;
}

/**
 * The value as it prints, with what `Ref` gives of the stack's own resources, if they stay: that is their physical id
 * (User guide, "Ref"). What stays of others is named: `${Function.Arn}`.
 */
function withPhysicalIds(value: Evaluated | undefined, { path, deployed }: OutputSides): string | null {
  const text = printed(value);
  // In a value that is not known as a whole, a name may be of a resource that is made anew.
  if (text === null || value?.kind !== 'value') return text;
  const lead = path.map((id) => `${id}/`).join('');
  return text.replaceAll(/\$\{([^${}]+)\}/g, (token, name: string) =>
    name.startsWith(lead) ? (deployed?.physicalIds.get(name.slice(lead.length)) ?? token) : token,
  );
}
