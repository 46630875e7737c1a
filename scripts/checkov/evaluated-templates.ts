import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listSystems } from '../../src/config/load.ts';
import { evaluateStacks, withNested } from '../../src/lint/evaluated-stacks.ts';
import { readLintedSystem } from '../../src/lint/linted-system.ts';
import { canonicalJson, type Json } from '../../src/runtime/canonical-json.ts';
import { sha256 } from '../../src/runtime/sha256.ts';
import type { EvaluatedStack } from '../../src/template/evaluate-tree.ts';
import { printable } from '../../src/template/evaluated.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';
import type { Template } from '../../src/template/template.ts';

/** A template as at least one environment makes it: parameters put in, conditions decided. */
export interface EvaluatedTemplate {
  /** From its contents, for a file's name. */
  readonly name: string;
  readonly template: Template;
  /** `companycam in dev`; empty where no environment makes it, and the template is as it is written. */
  readonly madeBy: readonly string[];
  /** Without `Metadata`: suppressions are looked at afterwards. */
  readonly body: Json;
}

/**
 * Every template of the repository as each environment of each system makes it, each form once; as it is written where none does.
 * References to what the same template holds stay references, since checks look along them.
 */
export async function evaluatedTemplates(root: string): Promise<readonly EvaluatedTemplate[]> {
  const found = new Map<string, EvaluatedTemplate>();
  const add = (template: Template, body: Json, madeBy: readonly string[]): void => {
    const name = sha256(canonicalJson([template.file, body])).slice(0, 16);
    const all = [...(found.get(name)?.madeBy ?? []), ...madeBy];
    found.set(name, { name, template, madeBy: [...new Set(all)], body });
  };
  for (const system of await listSystems(root)) {
    const read = await readLintedSystem(root, system);
    if (read.system === null) throw new Error(read.findings.map(({ message }) => message).join('\n'));
    for (const { environment, stack } of evaluateStacks(read.system).stacks) {
      for (const each of withNested(stack)) add(each.template, asMade(each), [`${system} in ${environment}`]);
    }
  }
  const made = new Set([...found.values()].map(({ template }) => template.file));
  for (const file of (await readdir(join(root, 'templates'), { recursive: true })).sort()) {
    const name = `templates/${file.replaceAll('\\', '/')}`;
    if (!name.endsWith('.yml') || made.has(name)) continue;
    const template = parseTemplate(await readFile(join(root, name), 'utf8'), name);
    add(template, asWritten(template), []);
  }
  return [...found.values()];
}

function asMade({ resources }: EvaluatedStack): Json {
  const ids = new Set(resources.map(({ logicalId }) => logicalId));
  const entries = resources.map(({ logicalId, type, properties }): [string, Json] => [
    logicalId,
    { Type: type, Properties: withReferences(printable(properties), ids) },
  ]);
  return { AWSTemplateFormatVersion: '2010-09-09', Resources: Object.fromEntries(entries) };
}

function asWritten({ body }: Template): Json {
  const entries = Object.entries(body.Resources).map(([logicalId, resource]) => [
    logicalId,
    Object.fromEntries(Object.entries(resource).filter(([key]) => key !== 'Metadata')),
  ]);
  const resources: unknown = Object.fromEntries(entries);
  return { ...body, Resources: resources } as unknown as Json;
}

/** `${Id}` and `${Id.Attribute}`, which stand for what only the deployment knows, as the functions that they were. */
function withReferences(value: Json, ids: ReadonlySet<string>): Json {
  if (isList(value)) return value.map((each) => withReferences(each, ids));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withReferences(each, ids)]));
  }
  if (value === 'true' || value === 'false') return value === 'true';
  if (typeof value !== 'string') return value;
  const { id, attribute } = /^\$\{(?<id>\w+)(?:\.(?<attribute>[\w.]+))?\}$/.exec(value)?.groups ?? {};
  if (id === undefined || !ids.has(id)) return value;
  return attribute === undefined ? { Ref: id } : { 'Fn::GetAtt': [id, attribute] };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
