import { evaluate, evaluateCondition, type Scope } from '../template/evaluate.ts';
import { known, lineage, type Evaluated } from '../template/evaluated.ts';
import type { TemplateBody, TemplateResource } from '../template/template.ts';

/** Whether a resource or output is there, by its condition; `null` where that can't be known. */
export function exists(
  part: { readonly Condition?: string } | undefined,
  scope: Scope | null,
): boolean | null {
  if (part === undefined || scope === null) return false;
  if (part.Condition === undefined) return true;
  const decided = evaluateCondition(part.Condition, scope);
  return typeof decided === 'boolean' ? decided : null;
}

/** What a parent gives to the parameters of a nested stack. */
export function parametersOf(
  resource: TemplateResource | undefined,
  scope: Scope | null,
): Readonly<Record<string, Evaluated>> {
  if (scope === null) return {};
  const parameters = evaluate(resource?.Properties?.['Parameters'] ?? {}, scope);
  return parameters.kind === 'map' ? Object.fromEntries(parameters.entries) : {};
}

/** Parameters that name something else (SSM), each by that name: the same name gives the same value on both sides. */
export function withNames(
  body: TemplateBody,
  parameters: Readonly<Record<string, Evaluated>>,
): Readonly<Record<string, Evaluated>> {
  const named = Object.entries(body.Parameters ?? {}).flatMap(([name, parameter]) => {
    const value = parameters[name];
    if (value === undefined || !parameter.Type.startsWith('AWS::SSM::Parameter::Value')) return [];
    const from = lineage(value);
    return [[name, known(`\${${from.sources.join(' ')}}`, from)] as const];
  });
  return { ...parameters, ...Object.fromEntries(named) };
}

/** Values that CloudFormation found for SSM-typed parameters, of which templates hold only the key. */
export function withResolved(
  body: TemplateBody,
  parameters: Readonly<Record<string, Evaluated>>,
  resolved: Readonly<Record<string, string>>,
): Readonly<Record<string, Evaluated>> {
  const found = Object.entries(body.Parameters ?? {}).flatMap(([name, parameter]) => {
    const value = resolved[name];
    const isSsm = parameter.Type.startsWith('AWS::SSM::Parameter::Value');
    const secret = lineage(parameters[name] ?? { kind: 'none' }).secret;
    return isSsm && value !== undefined ? [[name, known(value, { sources: [], secret })] as const] : [];
  });
  return { ...parameters, ...Object.fromEntries(found) };
}
