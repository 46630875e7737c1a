import type { EnvironmentName } from '../../../src/config/environment-name.ts';
import type { Properties, Resource } from '../evaluated.ts';

/** What every resource of every system has to hold to, as an environment deploys it. */
export interface Rule {
  readonly name: string;
  /** Which resources it looks at. */
  readonly types: readonly string[];
  /** What is wrong with one of them; empty where nothing is. */
  readonly check: (resource: Resource, scope: Scope) => readonly string[];
}

export interface Scope {
  readonly environment: EnvironmentName;
  /** The resources of the same template. */
  readonly siblings: readonly Resource[];
  /** All resources of the environment. */
  readonly all: readonly Resource[];
}

/** A resource that a rule does not hold for, with the reason. */
export interface Exemption {
  readonly rule: string;
  readonly template: string;
  readonly logicalId: string;
  readonly reason: string;
}

export interface Violation {
  readonly rule: string;
  readonly template: string;
  readonly logicalId: string;
  readonly message: string;
}

/** What is wrong with the resources of one environment. */
export function violations(
  rules: readonly Rule[],
  resources: readonly Resource[],
  environment: EnvironmentName,
): readonly Violation[] {
  return resources.flatMap((resource) => {
    const { template, logicalId, path, type } = resource;
    const stack = path.split('/').slice(0, -1).join('/');
    const siblings = resources.filter(
      (each) => each.template === template && each.path.split('/').slice(0, -1).join('/') === stack,
    );
    return rules
      .filter(({ types }) => types.includes(type))
      .flatMap(({ name, check }) =>
        check(resource, { environment, siblings, all: resources }).map((message) => ({ rule: name, template, logicalId, message })),
      );
  });
}

/** The logical id in `${Id}` or `${Id.Attribute}`, which stands for what is known only after the deployment. */
export function referred(value: unknown): string | null {
  return /^\$\{(?<id>\w+)(?:\.\w+)?\}$/.exec(String(value))?.groups?.['id'] ?? null;
}

/** Whether a property that a nested stack is fed with means a resource of its sibling: `${Child.Outputs.Name}`. */
export function isFedBy(value: unknown, taker: Resource, giver: Resource): boolean {
  const child = /^\$\{(?<id>\w+)\.Outputs\.\w+\}$/.exec(String(value))?.groups?.['id'];
  const parent = taker.path.split('/').slice(0, -2);
  return child !== undefined && giver.path === [...parent, child, giver.logicalId].join('/');
}

/** A text of a template; empty for what is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function map(value: unknown): Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Properties) : {};
}

export function items(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** True for `true` as the files and as parameters write it. */
export function isTrue(value: unknown): boolean {
  return String(value) === 'true';
}

/** `[message]` where the condition holds. */
export function told(wrong: boolean, message: string): readonly string[] {
  return wrong ? [message] : [];
}
