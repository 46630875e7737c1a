import type { Template, TemplatePath, TemplateTree } from '../template/template.ts';
import type { FailurePlace, LocateFailure } from './failure.ts';

/** Makes the lookup for one stack from the templates that its release deploys. */
export function locateFailure(root: TemplateTree): LocateFailure {
  return (path, logicalId, reason) => {
    const template = templateAt(root, path);
    if (!template) return null;
    const target = targetOf(template, logicalId, reason);
    if (!target) return null;
    const at = typeof target.at(-1) === 'number' ? template.locate(target) : template.locateKey(target);
    const line = template.source.split(/\r?\n/)[at.line - 1] ?? '';
    return { at, sourceLine: shortened(line.trim()) } satisfies FailurePlace;
  };
}

function templateAt(root: TemplateTree, path: readonly string[]): Template | null {
  let tree: TemplateTree | undefined = root;
  for (const step of path) tree = tree?.children.get(step);
  return tree?.template ?? null;
}

function targetOf(template: Template, logicalId: string, reason: string): TemplatePath | null {
  const { Resources: resources, Outputs: outputs } = template.body;
  const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
  if (resource) {
    const base = ['Resources', logicalId, 'Properties'];
    const property = namedProperty(resource.Properties ?? {}, reason);
    return property ? [...base, ...property] : ['Resources', logicalId];
  }
  const output = Object.keys(outputs ?? {}).find((name) => asWord(name).test(reason));
  return output === undefined ? null : ['Outputs', output];
}

/**
 * The property that a reason names, as a path below `Properties`: by JSON pointer (`#/Tags/0/Key`, as schema validation
 * says it), after the word "property", by its exact name, or by its words in prose ("the role cannot be assumed" for `Role`).
 */
function namedProperty(properties: Readonly<Record<string, unknown>>, reason: string): TemplatePath | null {
  const pointer = /#\/([\w/.-]+)/.exec(reason)?.[1];
  if (pointer !== undefined) {
    const found = existing(properties, pointer.split('/'));
    if (found.length > 0) return found;
  }
  const paths = keysWithin(properties, []).filter((path) => /^[\w-]+$/.test(String(path.at(-1))));
  const said = /\bpropert(?:y|ies) \[?([A-Z]\w*)/i.exec(reason)?.[1];
  const named = said === undefined ? undefined : paths.find((path) => path.at(-1) === said);
  if (named) return named;
  const telling = paths.filter(isTelling);
  return (
    firstNamed(telling, (key) => asWord(key).exec(reason)) ??
    firstNamed(telling.filter(isProsaic), (key) => asProse(key).exec(reason))
  );
}

/** As much of the pointer as the template has, through `Fn::If` and the like only where they are written. */
function existing(value: unknown, steps: readonly string[]): (string | number)[] {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return [];
  const key = Array.isArray(value) ? Number(step) : step;
  if (!Object.hasOwn(value, key)) return [];
  return [key, ...existing((value as Record<string | number, unknown>)[key], rest)];
}

function keysWithin(value: unknown, path: TemplatePath): TemplatePath[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((entry, index) => keysWithin(entry, [...path, index]));
  return Object.entries(value).flatMap(([key, entry]) =>
    key === 'Ref' || key.startsWith('Fn::')
      ? keysWithin(entry, [...path, key])
      : [[...path, key], ...keysWithin(entry, [...path, key])],
  );
}

/** Named first in the reason, the longest name of those, the outermost; then whatever is also named inside it. */
function firstNamed(
  paths: readonly TemplatePath[],
  match: (key: string) => RegExpExecArray | null,
): TemplatePath | null {
  const named = paths.flatMap((path) => {
    const found = match(String(path.at(-1)));
    return found ? [{ path, index: found.index, length: found[0].length }] : [];
  });
  named.sort((a, b) => a.index - b.index || b.length - a.length || a.path.length - b.path.length);
  const best = named[0]?.path;
  if (!best) return null;
  const inside = named.filter(({ path }) => best.every((step, index) => path[index] === step));
  return inside.reduce((deepest, { path }) => (path.length > deepest.length ? path : deepest), best);
}

/** Words that any reason may hold without meaning the property of that name. */
const common = new Set(
  'Code Condition Content Description Effect Enabled Events Id Key Message Name Options Policy Resource Resources State Status Statement Tags Target Type Value Values Version'.split(
    ' ',
  ),
);

function isTelling(path: TemplatePath): boolean {
  const key = path.at(-1);
  return typeof key === 'string' && key.length >= 4 && !common.has(key);
}

/** A single word far inside (`Action` in a policy) says too little to look for it in prose. */
function isProsaic(path: TemplatePath): boolean {
  return path.length === 1 || wordsOf(String(path.at(-1))).length > 1;
}

/** `VisibilityTimeout` as "visibility timeout", `RoleArn` as "role ARN". */
function asProse(key: string): RegExp {
  return new RegExp(String.raw`(?<![\w-])${wordsOf(key).join(String.raw`[\s_-]?`)}(?![\w-])`, 'i');
}

/** Keys are of `[\w-]` here, so nothing in them means anything to a pattern. */
function asWord(name: string): RegExp {
  return new RegExp(String.raw`(?<![\w-])${name}(?![\w-])`);
}

function wordsOf(key: string): readonly string[] {
  return key.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [key];
}

function shortened(line: string): string {
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
