import type { Position } from '../errors/position.ts';
import { evaluate, evaluateCondition, type PseudoParameters, type Scope } from './evaluate.ts';
import { lineage, lineageOf, unresolved, type Evaluated } from './evaluated.ts';
import { parameterValues } from './parameter-values.ts';
import type { Template, TemplateTree } from './template.ts';

export interface EvaluatedResource {
  readonly logicalId: string;
  readonly type: string;
  /** `possible` where its condition waits for the deployment. */
  readonly exists: 'yes' | 'possible';
  /** A map, or an empty one. */
  readonly properties: Evaluated;
  /** `none` where the template says nothing. */
  readonly deletionPolicy: Evaluated;
  readonly updateReplacePolicy: Evaluated;
  readonly at: Position;
}

/** A stack as its template and parameters would make it, with what it nests. */
export interface EvaluatedStack {
  /** Logical ids from the root; empty for the root. */
  readonly path: readonly string[];
  readonly template: Template;
  readonly parameters: Readonly<Record<string, Evaluated>>;
  /** In the template's order, without those whose condition is false. */
  readonly resources: readonly EvaluatedResource[];
  /** By logical id, in the template's order, without those whose condition is false. */
  readonly children: ReadonlyMap<string, EvaluatedStack>;
  /** Without those whose condition is false. */
  readonly outputs: Readonly<Record<string, Evaluated>>;
}

export interface TreeScope {
  /** The root's: text, or a value with lineage where an earlier stack feeds it. */
  readonly parameters: Readonly<Record<string, string | Evaluated>>;
  /** The root's. Nested stacks have the same account and region, and a name that is not known before. */
  readonly pseudo: PseudoParameters;
  /** What is known of deployed resources; path from the root, attribute `null` for `Ref`. Nothing by default. */
  readonly resource?: (
    path: readonly string[],
    logicalId: string,
    attribute: string | null,
  ) => Evaluated | undefined;
  /** Told of an output that is used where it is not there: its own condition, or its stack's, is false. */
  readonly onAbsentOutput?: (use: {
    readonly path: readonly string[];
    readonly template: Template;
    readonly logicalId: string;
    readonly output: string;
  }) => void;
}

/**
 * Evaluates a template with all that it nests, as CloudFormation would at a first creation: a parent's values go into its
 * children's parameters, the children's outputs come back. What only the deployment can tell stays unresolved.
 */
export function evaluateTree(tree: TemplateTree, scope: TreeScope): EvaluatedStack {
  return new StackEvaluation(tree, scope, [], scope.parameters, scope.pseudo).stack();
}

class StackEvaluation {
  readonly #tree: TemplateTree;
  readonly #given: TreeScope;
  readonly #path: readonly string[];
  readonly #scope: Scope;
  readonly #children = new Map<string, StackEvaluation>();
  /** Children whose parameters are being evaluated: a circle among them stays unresolved. */
  readonly #open = new Set<string>();

  constructor(
    tree: TemplateTree,
    given: TreeScope,
    path: readonly string[],
    parameters: Readonly<Record<string, string | Evaluated>>,
    pseudo: PseudoParameters,
  ) {
    this.#tree = tree;
    this.#given = given;
    this.#path = path;
    const { body } = tree.template;
    this.#scope = {
      body,
      parameters: parameterValues(body, parameters, path),
      pseudo,
      path,
      resource: (logicalId, attribute) => this.#resource(logicalId, attribute),
    };
  }

  stack(): EvaluatedStack {
    const { template } = this.#tree;
    const existing = Object.entries(template.body.Resources)
      .map(([logicalId, resource]) => ({ logicalId, resource, exists: this.#exists(resource.Condition) }))
      .filter(({ exists }) => exists !== false);
    const resources = existing.map(({ logicalId, resource, exists }): EvaluatedResource => ({
      logicalId,
      type: resource.Type,
      exists: exists === true ? 'yes' : 'possible',
      properties: evaluate(resource.Properties ?? {}, this.#scope),
      deletionPolicy: this.#policy(resource.DeletionPolicy),
      updateReplacePolicy: this.#policy(resource.UpdateReplacePolicy),
      at: template.locateKey(['Resources', logicalId]),
    }));
    const children = existing.flatMap(({ logicalId }) => {
      const child = this.#child(logicalId);
      return child === null ? [] : [[logicalId, child.stack()] as const];
    });
    const outputs = Object.keys(template.body.Outputs ?? {}).flatMap((name) => {
      const value = this.output(name);
      return value === null ? [] : [[name, value] as const];
    });
    return {
      path: this.#path,
      template,
      parameters: this.#scope.parameters,
      resources,
      children: new Map(children),
      outputs: Object.fromEntries(outputs),
    };
  }

  /** `null` where there is none, or where its condition is false. */
  output(name: string): Evaluated | null {
    const output = this.#tree.template.body.Outputs?.[name];
    if (output === undefined) return null;
    const exists = this.#exists(output.Condition);
    if (exists === false) return null;
    const value = evaluate(output.Value, this.#scope);
    return exists === true ? value : unresolved(`\${${name}}`, lineage(value));
  }

  #exists(condition: string | undefined): boolean | 'possible' {
    if (condition === undefined) return true;
    const decided = evaluateCondition(condition, this.#scope);
    return typeof decided === 'boolean' ? decided : 'possible';
  }

  #policy(policy: unknown): Evaluated {
    return policy === undefined ? { kind: 'none' } : evaluate(policy, this.#scope);
  }

  #resource(logicalId: string, attribute: string | null): Evaluated | undefined {
    const known = this.#given.resource?.(this.#path, logicalId, attribute);
    if (known !== undefined || attribute?.startsWith('Outputs.') !== true) return known;
    if (this.#open.has(logicalId)) return undefined;
    const output = attribute.slice('Outputs.'.length);
    const value = this.#child(logicalId)?.output(output) ?? null;
    if (value === null) {
      if (this.#tree.children.get(logicalId)?.template.body.Outputs?.[output] !== undefined) {
        this.#given.onAbsentOutput?.({ path: this.#path, template: this.#tree.template, logicalId, output });
      }
      return undefined;
    }
    if (value.kind === 'value' || value.kind === 'none') return value;
    const from = lineage(value);
    const source = lineageOf([...this.#path, `${logicalId}.${attribute}`].join('/'));
    return unresolved(`\${${logicalId}.${attribute}}`, { ...source, secret: from.secret });
  }

  #child(logicalId: string): StackEvaluation | null {
    const made = this.#children.get(logicalId);
    if (made) return made;
    const tree = this.#tree.children.get(logicalId);
    const resource = this.#tree.template.body.Resources[logicalId];
    if (tree === undefined || resource === undefined) return null;
    if (this.#exists(resource.Condition) === false) return null;
    this.#open.add(logicalId);
    const given = evaluate(resource.Properties?.['Parameters'] ?? {}, this.#scope);
    this.#open.delete(logicalId);
    const parameters =
      given.kind === 'map'
        ? Object.fromEntries([...given.entries].filter(([, value]) => value.kind !== 'none'))
        : {};
    const pseudo = Object.fromEntries(
      Object.entries(this.#scope.pseudo).filter(([name]) => name !== 'stackName' && name !== 'stackId'),
    );
    const child = new StackEvaluation(tree, this.#given, [...this.#path, logicalId], parameters, pseudo);
    this.#children.set(logicalId, child);
    return child;
  }
}

/** The lineage of a value that an earlier stack of the deployment feeds: `edge.LogBucket`. */
export function fedBy(stack: string, output: string): Evaluated {
  const name = `${stack}.${output}`;
  return unresolved(`\${${name}}`, lineageOf(name));
}
