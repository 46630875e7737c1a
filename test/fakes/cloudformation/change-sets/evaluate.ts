/** The stand-in's own evaluator: just what its templates need. */

export type Body = Readonly<Record<string, unknown>> & {
  readonly Parameters?: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Default?: unknown;
        readonly NoEcho?: boolean;
        readonly AllowedPattern?: string;
      }
    >
  >;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Mappings?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, ResourceBody>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
};

export interface ResourceBody {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

export interface Environment {
  readonly body: Body;
  readonly parameters: Readonly<Record<string, string>>;
  readonly pseudo: Readonly<Record<string, string>>;
  /** `Ref` of a resource (attribute null), or an attribute. */
  readonly attribute: (logicalId: string, attribute: string | null) => string;
  /** What another stack exports under a name. */
  readonly imported: (name: string) => string;
}

export class TemplateError extends Error {}

const noValue = Symbol('AWS::NoValue');

export const isMarker = (text: unknown): boolean =>
  typeof text === 'string' && /\{\{(IntrinsicFunction|changeSet):/.test(text);

export function evaluate(value: unknown, env: Environment): unknown {
  const result = walk(value, env);
  return result === noValue ? undefined : result;
}

export function holds(condition: string | undefined, env: Environment): boolean {
  return condition === undefined || walk(env.body.Conditions?.[condition], env) === true;
}

function walk(value: unknown, env: Environment): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, env)).filter((item) => item !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value) as [string, unknown][];
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    return call(only[0], only[1], env);
  }
  if (entries.length === 1 && only?.[0] === 'Condition' && typeof only[1] === 'string')
    return holds(only[1], env);
  return Object.fromEntries(
    entries.map(([key, entry]) => [key, walk(entry, env)] as const).filter(([, entry]) => entry !== noValue),
  );
}

function call(name: string, argument: unknown, env: Environment): unknown {
  const list: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  const text = (item: unknown): string => String(walk(item, env));
  switch (name) {
    case 'Ref':
      return reference(String(argument), env);
    case 'Fn::GetAtt':
      return env.attribute(String(list[0]), String(list[1]));
    case 'Fn::Sub':
      return String(list[0]).replaceAll(/\$\{([^}]+)\}/g, (_all, inner: string) => {
        const [id = '', ...rest] = inner.split('.');
        return rest.length === 0 ? String(reference(id, env)) : env.attribute(id, rest.join('.'));
      });
    case 'Fn::Join':
      return (walk(list[1], env) as unknown[]).map(String).join(text(list[0]));
    case 'Fn::ImportValue':
      return env.imported(text(argument));
    case 'Fn::If':
      return walk(holds(String(list[0]), env) ? list[1] : list[2], env);
    case 'Fn::Equals':
      return text(list[0]) === text(list[1]);
    case 'Fn::Not':
      return walk(list[0], env) !== true;
    case 'Fn::Split': {
      const whole = text(list[1]);
      if (isMarker(whole))
        throw new TemplateError('Template error: every Fn::Split object requires two parameters');
      return whole.split(text(list[0]));
    }
    case 'Fn::Select': {
      const chosen = (walk(list[1], env) as unknown[])[Number(walk(list[0], env))];
      if (chosen === undefined)
        throw new TemplateError('Template error: Fn::Select cannot select nonexistent value at index 1');
      return chosen;
    }
    default:
      throw new Error(`the stand-in does not know ${name}`);
  }
}

function reference(name: string, env: Environment): unknown {
  if (name === 'AWS::NoValue') return noValue;
  const parameter = env.parameters[name];
  if (parameter !== undefined) {
    return env.body.Parameters?.[name]?.Type === 'CommaDelimitedList' ? parameter.split(',') : parameter;
  }
  return env.pseudo[name] ?? env.attribute(name, null);
}

/** Names that a value refers to: parameters and resources with their attribute. */
export function referencesOf(
  value: unknown,
): readonly { readonly name: string; readonly attribute: string | null }[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (typeof value !== 'object' || value === null) return [];
  return (Object.entries(value) as [string, unknown][]).flatMap(([key, argument]) => {
    if (key === 'Ref') return [{ name: String(argument), attribute: null }];
    if (key === 'Fn::GetAtt' && Array.isArray(argument)) {
      return [{ name: String(argument[0]), attribute: String(argument[1]) }];
    }
    if (key === 'Fn::Sub') {
      return [...String(argument).matchAll(/\$\{([^}]+)\}/g)].map((match) => {
        const [name = '', ...rest] = (match[1] ?? '').split('.');
        return { name, attribute: rest.length === 0 ? null : rest.join('.') };
      });
    }
    return referencesOf(argument);
  });
}
