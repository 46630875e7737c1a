import type { CloudFormationApi } from '../aws/apis.ts';
import type { PlanBasis } from './assemble-stack-plan.ts';
import { readDeployedTree, type DeployedTree } from './deployed-tree.ts';
import { findReferences } from './find-references.ts';
import type { StackPlan } from './plan.ts';
import type { ReferencedVersion } from './referenced-version.ts';
import { referencedVersions, type ReferenceClients } from './referenced-versions.ts';

export interface PlanReferencesOptions {
  readonly basis: PlanBasis;
  /** The stack as it stands; `null` where it is absent, or where nobody had to look yet. */
  readonly deployed: DeployedTree | null;
  readonly api: CloudFormationApi;
  readonly references: ReferenceClients;
  /** Secrets and parameters of SSM that earlier stacks will still make or change, by name, each with what makes it. */
  readonly makes?: ReadonlyMap<string, string>;
}

/**
 * Puts to the plan of a stack which version of each secret its deployment would take. A stack that neither changes nor waits
 * for an earlier one never runs, so nothing is asked for it. Of one that runs, every reference counts, not only those of the
 * resources that change: what an earlier stack decides may still change others.
 *
 * @throws UserError REFERENCE_UNREADABLE
 */
export async function withReferences(plan: StackPlan, options: PlanReferencesOptions): Promise<StackPlan> {
  const { basis, api, references: clients, makes = new Map<string, string>() } = options;
  const { instance, current, inputs } = basis;
  const mayRun = plan.outcome !== 'none' || plan.parameters.some(({ deferred }) => deferred !== null);
  const found = mayRun ? findReferences(basis) : [];
  if (found.length === 0) return plan;
  const isOwn = found.some(({ resource }) => resource !== null);
  const deployed =
    options.deployed ??
    (isOwn && current !== null
      ? await readDeployedTree(api, current.StackId ?? instance.stackName, current)
      : null);
  const [open, ready] = [
    found.filter(({ name }) => makes.has(name)),
    found.filter(({ name }) => !makes.has(name)),
  ];
  const deferred = open.map(({ service, name, stage, version }): ReferencedVersion => ({
    ...{ service, name, stage, arn: null, version, state: 'deferred' },
    lineage: [makes.get(name) ?? ''],
  }));
  const versions = await referencedVersions({
    ...{ references: ready, clients, region: instance.region, deployed },
    secrets: inputs.secrets,
  });
  const missing = versions.filter(({ state, name }) => state === 'absent' && !name.startsWith('<'));
  return {
    ...plan,
    references: [...deferred, ...versions],
    warnings: [...plan.warnings, ...missing.map((each) => `${instance.name}: ${notThere(each)}`)],
  };
}

function notThere({ service, name, stage }: ReferencedVersion): string {
  const what = service === 'secretsmanager' ? `the secret ${name}` : `the parameter ${name} of SSM`;
  const version = stage === null ? '' : `, or has no version ${stage}`;
  return `${what} is not there yet${version}; unless this stack makes it before it takes it, the deployment fails. Set it and plan again: this plan covers no version of it.`;
}
