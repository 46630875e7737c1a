import type { Parameter, Stack } from '@aws-sdk/client-cloudformation';
import type { StackInstance } from '../config/system.ts';
import { asSecret, known, lineageOf, unresolved, type Evaluated } from '../template/evaluated.ts';
import { isNoEcho } from '../template/parameter-values.ts';
import type { TemplateBody } from '../template/template.ts';
import type { ParameterChange } from './plan.ts';
import type { PlannedParameter } from './plan-parameters.ts';
import type { FormerSecrets } from './secret-outputs.ts';
import { hiddenByCloudFormation, looksSecret, masked, type SecretTexts } from './secret-text.ts';

/** The parameter through which a template learns where its artifacts lie; Slipway itself feeds it to root stacks. */
const artifactBucketParameter = 'ArtifactBucket';

/** What a root stack is given, in the forms that the change set, the evaluator and the plan need. */
export interface StackInputs {
  /** For CreateChangeSet. */
  readonly texts: Readonly<Record<string, string>>;
  /** For the evaluator; what comes from another stack carries its lineage. */
  readonly evaluated: Readonly<Record<string, Evaluated>>;
  /** Parameters for which nothing is known yet, so that `texts` holds a stand-in: such a change set must never run. */
  readonly standIns: readonly string[];
  /** Clear texts that must not be printed. */
  readonly secrets: SecretTexts;
  /** Parameters of the stack as it stands that were given a secret, whatever feeds them now. */
  readonly formerSecrets: ReadonlySet<string>;
}

/**
 * @param current the stack as it stands; its value of a parameter stands in for an output that does not exist yet
 * @param former what is known of the secrets that it was given when it was deployed
 */
export function stackInputs(
  instance: Pick<StackInstance, 'name'>,
  body: TemplateBody,
  planned: Readonly<Record<string, PlannedParameter>>,
  artifactBucket: string,
  current: Stack | null,
  former: FormerSecrets = new Set(),
): StackInputs {
  const declared = body.Parameters ?? {};
  const all: Readonly<Record<string, PlannedParameter>> =
    artifactBucketParameter in declared
      ? {
          ...planned,
          [artifactBucketParameter]: { value: artifactBucket, lineage: null, deferred: false, secret: false },
        }
      : planned;
  const texts: Record<string, string> = {};
  const evaluated: Record<string, Evaluated> = {};
  const standIns: string[] = [];
  for (const [name, { value, lineage, secret }] of Object.entries(all)) {
    const sources = lineageOf(...(lineage === null ? [] : [lineage]));
    if (value !== null) {
      texts[name] = value;
      evaluated[name] = secretIf(secret, known(value, sources), lineage);
    } else {
      standIns.push(name);
      texts[name] = currentValue(current, name) ?? `decided-by-${instance.name}-${name}`;
      evaluated[name] = secretIf(secret, unresolved(`\${${lineage ?? name}}`, sources), lineage);
    }
  }
  const formerSecrets = former === 'all' ? changedParameters(current, body, texts) : former;
  const secrets = [
    ...Object.entries(declared)
      .filter(([name, parameter]) => isNoEcho(parameter) || all[name]?.secret === true)
      .flatMap(([name, parameter]) => [
        texts[name] ?? '',
        currentValue(current, name) ?? '',
        plainText(parameter.Default),
      ]),
    ...[...formerSecrets].map((name) => currentValue(current, name) ?? ''),
  ].filter((text) => text.length >= shortestSecret);
  return { texts, evaluated, standIns, secrets, formerSecrets };
}

/** Parameters of the stack as it stands whose value the release does not give: nobody knows where it came from. */
function changedParameters(
  current: Stack | null,
  { Parameters: declared = {} }: TemplateBody,
  texts: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const names = (current?.Parameters ?? []).flatMap(({ ParameterKey: name = '', ParameterValue: value }) =>
    value === (texts[name] ?? defaultText(declared[name]?.Default)) ? [] : [name],
  );
  return new Set(names);
}

/** The value of a parameter, known to hold a secret where what feeds it does. */
export function secretIf(isSecret: boolean, value: Evaluated, source: string | null): Evaluated {
  return isSecret ? asSecret(value, source ?? '') : value;
}

/** Shorter texts would be found in every line; they are still masked by lineage. */
const shortestSecret = 4;

function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function currentValue(current: Stack | null, name: string): string | undefined {
  const value = current?.Parameters?.find((parameter) => parameter.ParameterKey === name)?.ParameterValue;
  return value === hiddenByCloudFormation ? undefined : value;
}

/** The parameters of a plan: every one that the release's template or the deployed stack has. */
export function parameterChanges(
  body: TemplateBody,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  planned: Readonly<Record<string, PlannedParameter>>,
  { secrets, formerSecrets }: Pick<StackInputs, 'secrets' | 'formerSecrets'>,
): readonly ParameterChange[] {
  const declared = body.Parameters ?? {};
  const names = [...new Set([...Object.keys(declared), ...Object.keys(before)])].sort();
  return names.map((name) => {
    const parameter = declared[name];
    const source = planned[name];
    const old = before[name] ?? null;
    const next = parameter === undefined ? null : (after[name] ?? defaultText(parameter.Default));
    const secret =
      (parameter !== undefined && isNoEcho(parameter)) ||
      source?.secret === true ||
      formerSecrets.has(name) ||
      looksSecret(old, secrets) ||
      looksSecret(next, secrets);
    const deferred = source?.deferred === true ? source.lineage : null;
    const unknownYet = source?.value === null;
    return {
      name,
      before: masked(old, secret),
      after: unknownYet ? null : masked(next, secret),
      secret,
      deferred,
    };
  });
}

/** A parameter's default as the text that CloudFormation makes of it; `null` where there is none. */
export function defaultText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? value.map(String).join(',') : plainText(value);
}

/** By name; the value that CloudFormation found where the parameter holds an SSM key. */
export function parameterTexts(
  parameters: readonly Parameter[] | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (parameters ?? []).map(({ ParameterKey, ParameterValue, ResolvedValue }) => [
      ParameterKey ?? '',
      ResolvedValue ?? ParameterValue ?? '',
    ]),
  );
}
