import { bodyOf } from './body-of.ts';
import { evaluate, holds, type Body, type Environment } from './evaluate.ts';

export const nestedType = 'AWS::CloudFormation::Stack';

/** Attributes beside the properties that a change set reports. */
export const attributes = ['DeletionPolicy', 'UpdateReplacePolicy', 'Metadata'] as const;

export interface StoredResource {
  readonly type: string;
  readonly physicalId: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface StoredStack {
  readonly id: string;
  readonly name: string;
  status: string;
  text: string;
  body: Body;
  parameters: Readonly<Record<string, string>>;
  tags: Readonly<Record<string, string>>;
  readonly resources: Map<string, StoredResource>;
  outputs: Record<string, string>;
}

/** The stacks that stand, and how they come to stand: everything is evaluated for real and at once. */
export class StackStore {
  readonly stacks = new Map<string, StoredStack>();
  /** What stacks of no test export, by name. */
  readonly exports = new Map<string, string>();
  /** Details name whole properties, with maps and lists as JSON, instead of the scalars in them. */
  coarse = false;
  readonly #texts: (url: string) => string;
  readonly #replacements: Readonly<Record<string, readonly string[]>>;
  #made = 0;

  constructor(texts: (url: string) => string, replacements: Readonly<Record<string, readonly string[]>>) {
    this.#texts = texts;
    this.#replacements = replacements;
  }

  find(nameOrId: string): StoredStack | undefined {
    return (
      this.stacks.get(nameOrId) ??
      [...this.stacks.values()].find((stack) => stack.name === nameOrId && stack.status !== 'DELETE_COMPLETE')
    );
  }

  /** An id for something new. */
  next(): number {
    return ++this.#made;
  }

  text(url: string): string {
    return this.#texts(url);
  }

  review(name: string): StoredStack {
    const stack: StoredStack = {
      id: `arn:aws:cloudformation:eu-west-1:111111111111:stack/${name}/${this.next()}`,
      name,
      status: 'REVIEW_IN_PROGRESS',
      text: '',
      body: { Resources: {} },
      parameters: {},
      tags: {},
      resources: new Map(),
      outputs: {},
    };
    this.stacks.set(stack.id, stack);
    return stack;
  }

  /** Creates or updates a stack with all that it nests. */
  apply(
    name: string,
    text: string,
    given: Readonly<Record<string, string>>,
    tags: Readonly<Record<string, string>> = {},
  ): StoredStack {
    const stack = this.find(name) ?? this.review(name);
    const body = bodyOf(text);
    const existed = stack.status !== 'REVIEW_IN_PROGRESS';
    const parameters = withDefaults(body, given);
    const done = new Set<string>();
    const env: Environment = {
      body,
      parameters,
      pseudo: pseudoOf(stack),
      attribute: (id, attribute) => {
        make(id);
        return this.#attribute(stack, id, attribute);
      },
      imported: (exported) => this.exports.get(exported) ?? '',
    };
    const make = (id: string): void => {
      if (done.has(id)) return;
      done.add(id);
      const resource = body.Resources[id];
      if (resource === undefined || !holds(resource.Condition, env)) return;
      const properties = evaluate(resource.Properties ?? {}, env) as Record<string, unknown>;
      const before = stack.resources.get(id);
      const physicalId =
        resource.Type === nestedType
          ? this.apply(
              before?.physicalId ?? `${name}-${id}-${this.next()}`,
              this.text(String(properties['TemplateURL'])),
              (properties['Parameters'] ?? {}) as Record<string, string>,
              tags,
            ).id
          : before !== undefined && !this.isReplaced(resource.Type, before.properties, properties)
            ? before.physicalId
            : `${name}-${id}-${this.next()}`;
      stack.resources.set(id, {
        type: resource.Type,
        physicalId,
        properties,
        attributes: attributesOf(resource, env),
      });
    };
    for (const id of Object.keys(body.Resources)) make(id);
    for (const [id, resource] of stack.resources) {
      if (body.Resources[id] !== undefined && holds(body.Resources[id].Condition, env)) continue;
      stack.resources.delete(id);
      if (resource.type === nestedType) this.stacks.delete(resource.physicalId);
    }
    Object.assign(stack, {
      text,
      body,
      parameters,
      tags,
      status: existed ? 'UPDATE_COMPLETE' : 'CREATE_COMPLETE',
      outputs: outputsOf(body, env),
    });
    return stack;
  }

  isReplaced(
    type: string,
    before: Readonly<Record<string, unknown>>,
    after: Readonly<Record<string, unknown>>,
  ): boolean {
    return (this.#replacements[type] ?? []).some(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
  }

  recreates(type: string, property: string): boolean {
    return this.#replacements[type]?.includes(property) === true;
  }

  #attribute(stack: StoredStack, id: string, attribute: string | null): string {
    const resource = stack.resources.get(id);
    if (resource === undefined) throw new Error(`${stack.name} has no ${id}`);
    if (attribute === null) return resource.physicalId;
    if (resource.type !== nestedType) return `${resource.physicalId}.${attribute}`;
    return this.stacks.get(resource.physicalId)?.outputs[attribute.replace('Outputs.', '')] ?? '';
  }
}

export function attributesOf(resource: Body['Resources'][string], env: Environment): Record<string, unknown> {
  return Object.fromEntries(
    attributes.flatMap((name) =>
      resource[name] === undefined ? [] : [[name, evaluate(resource[name], env)]],
    ),
  );
}

export function outputsOf(body: Body, env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body.Outputs ?? {}).map(([name, output]) => [name, String(evaluate(output.Value, env))]),
  );
}

export function withDefaults(body: Body, given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body.Parameters ?? {}).map(([name, parameter]) => [
      name,
      given[name] ?? String(parameter.Default),
    ]),
  );
}

export function pseudoOf(stack: StoredStack): Record<string, string> {
  return {
    'AWS::AccountId': '111111111111',
    'AWS::Region': 'eu-west-1',
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': stack.id,
  };
}
