import type { Clock } from '../../runtime/clock.ts';
import { asSecret, known, lineage, type Evaluated } from '../../template/evaluated.ts';
import { pseudoParameters, type PlanBasis } from '../assemble-stack-plan.ts';
import { deployedTemplates, type DeployedTree } from '../deployed-tree.ts';
import type { StackNode } from '../plan.ts';
import type { StackDrift } from './drift.ts';
import type { MaskSide } from './mask-drift.ts';
import { planDrift, type DriftLook } from './plan-drift.ts';

export interface StackDriftOptions {
  readonly basis: PlanBasis;
  /** The plan's tree. */
  readonly root: StackNode;
  /** `null` where there is nothing that could have drifted, or where it was not read. */
  readonly deployed: DeployedTree | null;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly jitter?: (() => number) | undefined;
}

/** The drift that the plan of one root stack meets, by all that the plan stands on. */
export function stackDrift(
  look: DriftLook,
  { basis, root, deployed, clock, signal, jitter }: StackDriftOptions,
): Promise<StackDrift> {
  const { instance, released, inputs } = basis;
  return planDrift({
    ...look,
    ...{ root, deployed, clock, signal, jitter },
    sides: {
      deployed: deployed === null ? null : deployedSide(basis, deployed),
      released: { tree: released.tree, parameters: inputs.evaluated, pseudo: pseudoParameters(instance) },
    },
    secrets: inputs.secrets,
  });
}

/** What feeds a parameter with a secret now is taken to have done so before. */
function deployedSide({ instance, inputs }: PlanBasis, deployed: DeployedTree): MaskSide | null {
  const tree = deployedTemplates(deployed);
  if (tree === null) return null;
  const given = Object.entries(deployed.parameters).map(([name, text]): [string, Evaluated] => {
    const now = inputs.evaluated[name];
    const isSecret = inputs.formerSecrets.has(name) || (now !== undefined && lineage(now).secret);
    return [name, isSecret ? asSecret(known(text), name) : known(text)];
  });
  const pseudo = { ...pseudoParameters(instance), stackName: deployed.stackName, stackId: deployed.stackId };
  return { tree, parameters: Object.fromEntries(given), pseudo };
}
