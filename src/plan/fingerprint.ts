import { canonicalJson } from '../runtime/canonical-json.ts';
import { sha256 } from '../runtime/sha256.ts';
import { referenceKey } from './referenced-version.ts';
import type { Plan, PropertyChange, SitePlan, StackNode, StackPlan } from './plan.ts';

/** What of a plan a person approves: everything but the gate's verdict, the fingerprint itself and the time. */
export type PlanContent = Omit<Plan, 'gate' | 'hasChanges' | 'fingerprint' | 'createdAt'>;

/** One fact of a plan: what it is about, and what it says. */
export interface PlanFact {
  /** The kind of fact and its place: `['property', 'app', 'storage', 'PhotosBucket', 'BucketName']`. */
  readonly subject: readonly string[];
  readonly says: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/**
 * SHA-256 over the facts of a plan: the release and the one it replaces, the trees of changes, the parameters, which version
 * of each secret they refer to, and the site's diff. Neither the order in which CloudFormation lists things nor ARNs, change sets' names, physical ids,
 * positions or time go in, so a change set that is made anew gives the same digest. What an earlier stack of the same
 * deployment still decides goes in by its lineage (`edge.FunctionVersionArn`), never by a value. Outputs stay out: release,
 * base and parameters make them, and what they will be is often known after apply only.
 */
export function fingerprint(plan: PlanContent): string {
  return sha256(
    canonicalJson(
      planFacts(plan)
        .map((fact) => canonicalJson([fact.subject, fact.says]))
        .sort(),
    ),
  );
}

/** The facts that the fingerprint digests and that two plans are compared by. Two plans with equal facts are one plan. */
export function planFacts(plan: PlanContent): readonly PlanFact[] {
  const { schema, system, environment, account, release, baseRelease } = plan;
  return [
    { subject: ['plan'], says: { schema, system, environment, account } },
    { subject: ['release'], says: { release } },
    { subject: ['base'], says: { baseRelease } },
    ...plan.stacks.flatMap(stackFacts),
    ...siteFacts(plan.site),
  ];
}

/** The facts of one stack, for comparing it before and after an earlier stack has run. */
export function stackFacts(plan: StackPlan): readonly PlanFact[] {
  const { stack, stackName, region, outcome, certainty, template } = plan;
  const deferred = new Set(plan.parameters.flatMap((parameter) => parameter.deferred ?? []));
  const parameters = plan.parameters.map((parameter): PlanFact => {
    const { name, before, after, secret } = parameter;
    const says =
      parameter.deferred === null ? { before, after, secret } : { deferred: parameter.deferred, secret };
    return { subject: ['parameter', stack, name], says };
  });
  const tags = (plan.tags ?? []).map(({ key, before, after }): PlanFact => ({
    subject: ['tag', stack, key],
    says: { before, after },
  }));
  const references = (plan.references ?? []).map((reference): PlanFact => {
    const { service, arn, version, state, lineage } = reference;
    return {
      subject: [service === 'ssm' ? 'ssm' : 'secret', stack, ...referenceKey(reference)],
      says: state === 'deferred' ? { lineage } : { arn, version, state },
    };
  });
  const failures = plan.failures.map((failure): PlanFact => ({
    subject: ['failure', stack, ...failure.path],
    says: {},
  }));
  return [
    { subject: ['stack', stack], says: { stackName, region, outcome, certainty, template } },
    ...parameters,
    ...tags,
    ...references,
    ...nodeFacts(stack, plan.root, deferred),
    ...failures,
  ];
}

function nodeFacts(stack: string, node: StackNode, deferred: ReadonlySet<string>): PlanFact[] {
  const at = [stack, ...node.path];
  const own: PlanFact[] =
    node.status === 'unchanged'
      ? []
      : [
          {
            subject: ['nested', ...at],
            says: { status: node.status, template: node.template, outputsOnly: node.outputsOnly },
          },
        ];
  const changes = node.changes.flatMap((change): PlanFact[] => {
    const { type, action, replacement, certainty, policyAction, renews } = change;
    return [
      {
        subject: ['change', ...at, change.logicalId],
        says: { type, action, replacement, certainty, policyAction, renews },
      },
      ...change.properties.map((property): PlanFact => ({
        subject: ['property', ...at, change.logicalId, property.path],
        says: propertySays(property, deferred),
      })),
    ];
  });
  const unseen = node.unseen.map(({ logicalId, type }): PlanFact => ({
    subject: ['unseen', ...at, logicalId],
    says: { type },
  }));
  return [
    ...own,
    ...changes,
    ...unseen,
    ...node.children.flatMap((child) => nodeFacts(stack, child, deferred)),
  ];
}

function propertySays(property: PropertyChange, deferred: ReadonlySet<string>): PlanFact['says'] {
  const { before, after, secret, replacement, certainty } = property;
  const lineage = property.lineage.filter((output) => deferred.has(output)).sort();
  return lineage.length > 0
    ? { lineage, secret, replacement }
    : { before, after, secret, replacement, certainty };
}

function siteFacts(site: SitePlan | null): PlanFact[] {
  if (site === null) return [{ subject: ['site'], says: { planned: false } }];
  const keys = (kind: 'added' | 'changed' | 'removed' | 'invalidate'): PlanFact[] =>
    site[kind].map((key) => ({ subject: ['site', kind, key], says: {} }));
  return [
    { subject: ['site'], says: { planned: true } },
    ...keys('added'),
    ...keys('changed'),
    ...keys('removed'),
    ...keys('invalidate'),
  ];
}
