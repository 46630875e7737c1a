import type { ResourceChange, ResourceChangeDetail } from '@aws-sdk/client-cloudformation';
import { evaluate, holds, isMarker, referencesOf, type Body, type Environment } from './evaluate.ts';
import {
  attributes,
  attributesOf,
  nestedType,
  outputsOf,
  pseudoOf,
  type StackStore,
  type StoredStack,
} from './stack-store.ts';

export interface MadeChanges {
  /** With values; `describeChangeSet` takes them out where they were not asked for. */
  readonly changes: readonly ResourceChange[];
  /** What each nested stack of the new template is given. */
  readonly childParameters: ReadonlyMap<
    string,
    { readonly url: string; readonly parameters: Record<string, string> }
  >;
  readonly outputsDiffer: boolean;
}

const knownAfterApply = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** The changes of one stack, as CloudFormation would list them; nested stacks only as `Add`, `Modify` or `Remove`. */
export function makeChanges(
  store: StackStore,
  stack: StoredStack,
  body: Body,
  parameters: Record<string, string>,
): MadeChanges {
  const childParameters = new Map<string, { url: string; parameters: Record<string, string> }>();
  const decided = new Map<string, ResourceChange | null>();
  const env: Environment = {
    body,
    parameters,
    pseudo: pseudoOf(stack),
    attribute: (id, attribute) => {
      const resource = stack.resources.get(id);
      if (resource === undefined) return knownAfterApply;
      if (resource.type === nestedType) return knownAfterApply;
      const change = decide(id);
      if (change?.Replacement === 'True') return knownAfterApply;
      return attribute === null ? resource.physicalId : `${resource.physicalId}.${attribute}`;
    },
    imported: (name) => store.exports.get(name) ?? '',
  };

  function decide(id: string): ResourceChange | null {
    const found = decided.get(id);
    if (found !== undefined) return found;
    decided.set(id, null);
    const change = compare(id);
    decided.set(id, change);
    return change;
  }

  function compare(id: string): ResourceChange | null {
    const resource = body.Resources[id];
    const before = stack.resources.get(id);
    const isThere = resource !== undefined && holds(resource.Condition, env);
    if (resource?.Type === nestedType && isThere) childParameters.set(id, childInput(id));
    if (before === undefined) {
      if (!isThere) return null;
      const properties = resource.Type === nestedType ? {} : evaluate(resource.Properties ?? {}, env);
      return {
        Action: 'Add',
        LogicalResourceId: id,
        ResourceType: resource.Type,
        AfterContext: JSON.stringify({ Properties: properties }),
      };
    }
    const base = { LogicalResourceId: id, ResourceType: before.type, PhysicalResourceId: before.physicalId };
    if (!isThere) {
      const policy = before.attributes['DeletionPolicy'];
      return {
        ...base,
        Action: 'Remove',
        PolicyAction: policy === 'Retain' || policy === 'RetainExceptOnCreate' ? 'Retain' : 'Delete',
      };
    }
    if (before.type === nestedType) return nestedChange(id, base);
    const after = {
      properties: evaluate(resource.Properties ?? {}, env) as Record<string, unknown>,
      attributes: attributesOf(resource, env),
    };
    const details: ResourceChangeDetail[] = [
      ...propertyDetails(id, before.properties, after.properties),
      ...attributes
        .filter((name) => JSON.stringify(before.attributes[name]) !== JSON.stringify(after.attributes[name]))
        .map((name): ResourceChangeDetail => ({
          Target: { Attribute: name, RequiresRecreation: 'Never' },
          Evaluation: 'Static',
          ChangeSource: 'DirectModification',
        })),
    ];
    if (details.length === 0) return null;
    const always = details.filter((detail) => detail.Target?.RequiresRecreation === 'Always');
    const Replacement = always.some((detail) => detail.Evaluation === 'Static')
      ? 'True'
      : always.length > 0
        ? 'Conditional'
        : 'False';
    const kept = after.attributes['UpdateReplacePolicy'] === 'Retain';
    return {
      ...base,
      Action: 'Modify',
      Replacement,
      ...(Replacement === 'False' ? {} : { PolicyAction: kept ? 'ReplaceAndRetain' : 'ReplaceAndDelete' }),
      Details: details,
      BeforeContext: JSON.stringify({ Properties: before.properties, ...before.attributes }),
      AfterContext: JSON.stringify({ Properties: after.properties, ...after.attributes }),
    };
  }

  function propertyDetails(
    id: string,
    before: Readonly<Record<string, unknown>>,
    after: Readonly<Record<string, unknown>>,
  ): ResourceChangeDetail[] {
    const type = stack.resources.get(id)?.type ?? '';
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
      const refs = referencesOf(body.Resources[id]?.Properties?.[name]);
      const recreation = store.recreates(type, name) ? 'Always' : 'Never';
      const target = (leaf: Leaf): NonNullable<ResourceChangeDetail['Target']> => ({
        Attribute: name === 'Tags' ? 'Tags' : 'Properties',
        ...(name === 'Tags' ? {} : { Name: name }),
        RequiresRecreation: recreation,
        Path: ['/Properties', ...leaf.path].join('/'),
        ...(leaf.before === undefined ? {} : { BeforeValue: asText(leaf.before) }),
        ...(leaf.after === undefined ? {} : { AfterValue: asText(leaf.after) }),
        AttributeChangeType:
          leaf.before === undefined ? 'Add' : leaf.after === undefined ? 'Remove' : 'Modify',
      });
      const changing = refs.find(
        (ref) =>
          ref.attribute !== null && body.Resources[ref.name] !== undefined && decide(ref.name) !== null,
      );
      const leaves = leavesOf(before[name], after[name], [name]);
      const different =
        store.coarse && leaves.length > 0
          ? [{ path: [name], before: before[name], after: after[name] }]
          : leaves;
      if (changing !== undefined) {
        const leaf = different[0] ?? { path: [name], before: before[name], after: knownAfterApply };
        return [
          {
            Target: { ...target(leaf), AfterValue: knownAfterApply },
            Evaluation: 'Dynamic',
            ChangeSource: 'ResourceAttribute',
            CausingEntity: `${changing.name}.${changing.attribute ?? ''}`,
          },
          ...different
            .filter((each) => !isMarker(each.after))
            .map((each): ResourceChangeDetail => ({
              Target: target(each),
              Evaluation: 'Static',
              ChangeSource: 'DirectModification',
            })),
        ];
      }
      const parameter = refs.find(
        (ref) => parameters[ref.name] !== undefined && parameters[ref.name] !== stack.parameters[ref.name],
      );
      return different.flatMap((leaf): ResourceChangeDetail[] =>
        parameter === undefined
          ? [{ Target: target(leaf), Evaluation: 'Static', ChangeSource: 'DirectModification' }]
          : [
              {
                Target: target(leaf),
                Evaluation: 'Static',
                ChangeSource: 'ParameterReference',
                CausingEntity: parameter.name,
              },
              { Target: target(leaf), Evaluation: 'Dynamic', ChangeSource: 'DirectModification' },
            ],
      );
    });
  }

  function nestedChange(id: string, base: Partial<ResourceChange>): ResourceChange {
    const url = stack.resources.get(id)?.properties['TemplateURL'];
    const next = childParameters.get(id)?.url;
    const own: ResourceChangeDetail[] =
      url === next
        ? []
        : [
            {
              Target: {
                Attribute: 'Properties',
                Name: 'TemplateURL',
                RequiresRecreation: 'Never',
                Path: '/Properties/TemplateURL',
                BeforeValue: String(url),
                AfterValue: String(next),
              },
              Evaluation: 'Static',
              ChangeSource: 'DirectModification',
            },
          ];
    const Details: ResourceChangeDetail[] = [
      ...own,
      {
        Target: { Attribute: 'Properties', RequiresRecreation: 'Never' },
        Evaluation: 'Dynamic',
        ChangeSource: 'Automatic',
      },
    ];
    return { ...base, Action: 'Modify', Replacement: 'False', Scope: ['Properties'], Details };
  }

  function childInput(id: string): { url: string; parameters: Record<string, string> } {
    const properties = body.Resources[id]?.Properties ?? {};
    const given = (properties['Parameters'] ?? {}) as Record<string, unknown>;
    const isResource = (name: string): boolean => body.Resources[name] !== undefined;
    return {
      url: String(evaluate(properties['TemplateURL'], env)),
      parameters: Object.fromEntries(
        Object.entries(given).map(([name, expression]) => {
          const refs = referencesOf(expression).filter((ref) => isResource(ref.name));
          const [first] = refs;
          const [call = ''] = Object.keys(expression as object);
          if (call === 'Fn::ImportValue')
            return [name, `{{IntrinsicFunction:${stack.name}//Fn::ImportValue}}`];
          const isOfImports = JSON.stringify(expression).includes('"Fn::ImportValue"');
          if (first === undefined && !isOfImports) {
            const value = evaluate(expression, env);
            return [name, Array.isArray(value) ? value.join(',') : String(value)];
          }
          if (first === undefined) return [name, `{{IntrinsicFunction://${call}}}`];
          const direct =
            typeof expression === 'object' &&
            expression !== null &&
            ('Fn::GetAtt' in expression || 'Ref' in expression);
          if (!direct) return [name, `{{IntrinsicFunction://${call}}}`];
          return [
            name,
            `{{IntrinsicFunction:${stack.name}/${first.name}${first.attribute === null ? '' : `.${first.attribute}`}/${first.attribute === null ? 'Ref' : 'Fn::GetAtt'}}}`,
          ];
        }),
      ),
    };
  }

  const ids = [...new Set([...Object.keys(body.Resources), ...stack.resources.keys()])];
  const changes = ids.flatMap((id) => decide(id) ?? []);
  const outputs = outputsOf(body, {
    ...env,
    // What a nested stack gives out is taken as it stands: whether it changes shows in its own set.
    attribute: (id, attribute) =>
      stack.resources.get(id)?.type === nestedType
        ? (store.stacks.get(stack.resources.get(id)?.physicalId ?? '')?.outputs[
            (attribute ?? '').replace('Outputs.', '')
          ] ?? knownAfterApply)
        : env.attribute(id, attribute),
  });
  return {
    changes,
    childParameters,
    outputsDiffer: JSON.stringify(outputs) !== JSON.stringify(stack.outputs),
  };
}

interface Leaf {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

function leavesOf(before: unknown, after: unknown, path: readonly string[]): Leaf[] {
  const composite = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (composite(before) && composite(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      leavesOf(before[key], after[key], [...path, key]),
    );
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
