import type { Stack } from '@aws-sdk/client-cloudformation';
import type { StackInstance } from '../config/system.ts';
import type { PseudoParameters } from '../template/evaluate.ts';
import { known, lineageOf, type Evaluated } from '../template/evaluated.ts';
import type { TemplateTree } from '../template/template.ts';
import { changeSetWarnings, isWithoutNotices } from './change-set-warnings.ts';
import type { ChangeSource } from './change-source.ts';
import { stackCost } from './cost/stack-cost.ts';
import type { DeployedTree } from './deployed-tree.ts';
import type { PlannedParameter } from './plan-parameters.ts';
import type { StackPlan, TagChange } from './plan.ts';
import type { ChangeSetNode } from './read-change-set.ts';
import { looksSecret, masked, withoutSecrets, type SecretTexts } from './secret-text.ts';
import { parameterChanges, parameterTexts, secretIf, type StackInputs } from './stack-inputs.ts';
import { readStack, type StackReading } from './stack-reading.ts';

/** What every reading of one root stack stands on. */
export interface PlanBasis {
  readonly instance: StackInstance;
  readonly planned: Readonly<Record<string, PlannedParameter>>;
  /** The stack's packaged templates, and the digest of the root's. */
  readonly released: { readonly tree: TemplateTree; readonly sha256: string };
  readonly inputs: StackInputs;
  /** The stack as it stands; `null` where it is absent. */
  readonly current: Stack | null;
}

/** What was seen of it. */
export interface Seen {
  readonly source: ChangeSource;
  /** `null` where the stack is absent, or where nothing needs to be proven. */
  readonly deployed: DeployedTree | null;
  /** The root's change set, made or failed. */
  readonly changeSet: ChangeSetNode | null;
  readonly failures: StackPlan['failures'];
}

/** Reads one root stack by all that was seen of it. */
export function stackReading(basis: PlanBasis, { source, deployed, changeSet }: Seen): StackReading {
  const { instance, released, inputs, current, planned } = basis;
  return readStack({
    path: [],
    released: released.tree,
    deployed,
    source,
    given: {
      before: inputsBefore(current, planned, inputs.formerSecrets),
      after: evaluatedInputs(inputs, changeSet, planned),
    },
    pseudo: pseudoParameters(instance),
    newStackName: instance.stackName,
    secrets: inputs.secrets,
    systemOutputs: new Set(Object.values(planned).flatMap(({ lineage }) => lineage ?? [])),
  });
}

/** What the pseudo parameters of a stack are, but for those that name the stack itself. */
export function pseudoParameters({ account, region }: StackInstance): PseudoParameters {
  return { accountId: account, region, ...partitionOf(region) };
}

/** Puts the plan of one root stack together. Decides nothing by itself but the outcome. */
export function assembleStackPlan(
  basis: PlanBasis,
  seen: Seen,
  reading: StackReading = stackReading(basis, seen),
): StackPlan {
  const { instance, released, inputs, current, planned } = basis;
  const { source, changeSet, failures } = seen;
  const { body } = released.tree.template;
  const before = parameterTexts(current?.Parameters);
  const texts =
    changeSet === null ? inputs.texts : { ...inputs.texts, ...parameterTexts(changeSet.parameters) };
  const tree = reading.node();
  const parameters = parameterChanges(body, before, texts, planned, inputs);
  const tags =
    source.kind === 'unchanged' || current === null ? [] : tagChanges(current, instance.tags, inputs.secrets);
  const touchesOnly =
    source.kind !== 'unchanged' &&
    current !== null &&
    (parameters.some(
      (parameter) => !parameter.secret && parameter.deferred === null && parameter.before !== parameter.after,
    ) ||
      tags.length > 0);
  const isChange = tree.status !== 'unchanged' || touchesOnly || failures.length > 0;
  const outcome = current === null ? 'create' : isChange ? 'change' : 'none';
  const root =
    touchesOnly && tree.status === 'unchanged'
      ? { ...tree, status: 'change' as const, outputsOnly: true }
      : tree;
  const cost =
    outcome === 'none' || (current !== null && seen.deployed === null)
      ? null
      : stackCost({
          region: instance.region,
          released: released.tree,
          deployed: seen.deployed,
          after: {
            parameters: evaluatedInputs(inputs, changeSet, planned),
            pseudo: pseudoParameters(instance),
          },
          root,
        });
  const isExecutable = failures.length === 0 && inputs.standIns.length === 0 && changeSet?.state === 'made';
  return {
    stack: instance.name,
    stackName: instance.stackName,
    region: instance.region,
    outcome,
    certainty: failures.length > 0 || reading.isPartial() ? 'partial' : 'full',
    changeSet: outcome !== 'none' && isExecutable ? changeSet.arn : null,
    template: released.sha256,
    parameters,
    ...(tags.length === 0 ? {} : { tags }),
    root,
    warnings: [
      ...(changeSet === null ? [] : warningsOf(changeSet, instance.name, released.tree)).map((line) =>
        withoutSecrets(line, inputs.secrets),
      ),
      ...failures.map(({ path, reason }) => `${[instance.name, ...path].join('/')}: ${reason}`),
    ],
    failures,
    ...(cost === null ? {} : { cost }),
  };
}

/** What the stack was given when it was deployed. What feeds a parameter with a secret now is taken to have done so then. */
function inputsBefore(
  current: Stack | null,
  planned: PlanBasis['planned'],
  formerSecrets: ReadonlySet<string>,
): Readonly<Record<string, Evaluated>> {
  const texts = Object.entries(parameterTexts(current?.Parameters));
  return Object.fromEntries(
    texts.map(([name, text]) => {
      const { lineage = null, secret = false } = planned[name] ?? {};
      return [name, secretIf(secret || formerSecrets.has(name), known(text), lineage ?? name)];
    }),
  );
}

/** What the change set was really given counts, not what was meant; a hidden value can't be read back. */
function evaluatedInputs(
  inputs: StackInputs,
  changeSet: ChangeSetNode | null,
  planned: PlanBasis['planned'],
): Readonly<Record<string, Evaluated>> {
  const given = Object.entries(inputs.evaluated).map(([name, value]): [string, Evaluated] => {
    const stated = changeSet?.parameters.find((parameter) => parameter.ParameterKey === name)?.ParameterValue;
    const isHidden = stated === undefined || /^\*+$/.test(stated) || inputs.standIns.includes(name);
    if (isHidden) return [name, value];
    const { lineage = null, secret = false } = planned[name] ?? {};
    return [
      name,
      secretIf(secret, known(stated, lineageOf(...(lineage === null ? [] : [lineage]))), lineage),
    ];
  });
  return Object.fromEntries(given);
}

/** By key. What AWS adds by itself (`aws:…`) is nobody's to change (User guide, "Resource tags"). */
function tagChanges(
  current: Stack,
  wanted: Readonly<Record<string, string>>,
  secrets: SecretTexts,
): readonly TagChange[] {
  const shown = (text: string | null = null): string | null => masked(text, looksSecret(text, secrets));
  const there: Readonly<Record<string, string>> = Object.fromEntries(
    (current.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']),
  );
  return [...new Set([...Object.keys(there), ...Object.keys(wanted)])]
    .filter((key) => !key.startsWith('aws:') && there[key] !== wanted[key])
    .sort()
    .map((key) => ({ key, before: shown(there[key]), after: shown(wanted[key]) }));
}

function warningsOf(node: ChangeSetNode, stack: string, released: TemplateTree): readonly string[] {
  const lines = changeSetWarnings(node, [stack], released);
  if (!isWithoutNotices(node)) return lines;
  return [
    ...lines,
    `${stack}: warnings of validations and hooks could not be read; that takes the permission cloudformation:DescribeEvents`,
  ];
}

function partitionOf(region: string): { readonly partition: string; readonly urlSuffix: string } {
  if (region.startsWith('cn-')) return { partition: 'aws-cn', urlSuffix: 'amazonaws.com.cn' };
  return { partition: region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws', urlSuffix: 'amazonaws.com' };
}
