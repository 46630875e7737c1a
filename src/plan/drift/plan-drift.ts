import type { StackResourceDrift } from '@aws-sdk/client-cloudformation';
import type { DriftApi } from '../../aws/apis.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { DeployedTree } from '../deployed-tree.ts';
import type { StackNode } from '../plan.ts';
import { withoutSecrets, type SecretTexts } from '../secret-text.ts';
import { detectDrift } from './detect-drift.ts';
import { driftEffects, type DriftedResource, type StackDrift, type UnknownDrift } from './drift.ts';
import { driftTargets, type StackTargets } from './drift-targets.ts';
import { judgeDrift } from './judge-drift.ts';
import { driftMask, type DriftMask, type MaskSide } from './mask-drift.ts';
import { lastDrifts, refusal, type DriftFinding } from './read-drifts.ts';

/** Who looks for drift, and how. */
export interface DriftLook {
  /**
   * `now` detects it, which reads every resource with the rights of whoever asks (User Guide, "Detect drift").
   * `last` reads what the last detection found; it takes no rights beside those to describe stacks.
   */
  readonly look: 'now' | 'last';
  /** Called once, when there is something to look at; what it throws makes drift unknown. */
  readonly api: () => Promise<DriftApi>;
}

export interface PlanDriftOptions extends DriftLook {
  readonly root: StackNode;
  readonly deployed: DeployedTree | null;
  /** How values are made, to tell secrets; `deployed` is `null` where its template can't be read. */
  readonly sides: Readonly<{ deployed: MaskSide | null; released: MaskSide }>;
  readonly secrets: SecretTexts;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly jitter?: (() => number) | undefined;
}

/** "Can take up to several minutes, depending on the number of resources" (API reference, DetectStackDrift). */
const longest = 10 * 60_000;

/**
 * Which of a root stack's changes would overwrite what was changed outside CloudFormation. Never fails for what AWS refuses:
 * drift is unknown then, and the plan says so.
 */
export async function planDrift(options: PlanDriftOptions): Promise<StackDrift> {
  const { look, root, deployed, sides, secrets } = options;
  const { stacks, unknown } = driftTargets(root, deployed);
  const findings = await findingsOf(stacks, options);
  const mask = driftMask(sides.deployed, sides.released, secrets);
  const judged = stacks.map((stack, index) => judgeStack(stack, findings[index], mask));
  const checked = judged.flatMap((each) => each.checked);
  return {
    looked: look,
    checked: checked.length,
    checkedAt: checked.toSorted()[0] ?? null,
    drifted: judged
      .flatMap(({ drifted }) => drifted)
      .toSorted((a, b) => driftEffects.indexOf(a.effect) - driftEffects.indexOf(b.effect)),
    unknown: [...unknown, ...judged.flatMap((each) => each.unknown)].map((each) => ({
      ...each,
      because: withoutSecrets(each.because, secrets),
    })),
  };
}

async function findingsOf(
  stacks: readonly StackTargets[],
  { look, api: open, clock, signal, jitter }: PlanDriftOptions,
): Promise<readonly DriftFinding[]> {
  if (stacks.length === 0) return [];
  try {
    const api = await open();
    if (look === 'now')
      return await detectDrift(stacks, { api, clock, signal, jitter, until: clock.now() + longest });
    return await Promise.all(
      stacks.map(({ stackId }) => lastDrifts(api, stackId).catch((error: unknown) => refusal(error, signal))),
    );
  } catch (error) {
    const finding = refusal(error, signal);
    return stacks.map(() => finding);
  }
}

interface JudgedStack {
  /** When each resource that was compared was, ISO 8601. */
  readonly checked: readonly string[];
  readonly drifted: readonly DriftedResource[];
  readonly unknown: readonly UnknownDrift[];
}

function judgeStack(
  { path, targets }: StackTargets,
  finding: DriftFinding | undefined,
  mask: DriftMask,
): JudgedStack {
  if (finding?.kind !== 'read') {
    const because = finding?.because ?? 'nothing was found out';
    return { checked: [], drifted: [], unknown: [{ path, resources: targets.map(idOf), because }] };
  }
  const drifted: DriftedResource[] = [];
  const unknown = new Map<string, string[]>();
  const checked: string[] = [];
  for (const target of targets) {
    const found = finding.drifts.find(({ LogicalResourceId }) => LogicalResourceId === target.logicalId);
    switch (found?.StackResourceDriftStatus) {
      case 'IN_SYNC':
        checked.push(timeOf(found));
        break;
      case 'MODIFIED':
      case 'DELETED':
        checked.push(timeOf(found));
        drifted.push(
          judgeDrift(found, target, path, (steps, values) =>
            mask.show({ path, logicalId: target.logicalId, steps }, values),
          ),
        );
        break;
      case 'UNKNOWN':
        add(
          unknown,
          found.DriftStatusReason ?? 'it could not be compared, for no reason that is given',
          target,
        );
        break;
      case 'NOT_CHECKED':
      case 'UNSUPPORTED':
        add(unknown, 'drift detection does not know its type', target);
        break;
      case undefined:
        add(unknown, finding.absent, target);
    }
  }
  return {
    checked,
    drifted,
    unknown: [...unknown].map(([because, resources]) => ({ path, resources, because })),
  };
}

const timeOf = ({ Timestamp }: StackResourceDrift): string => Timestamp?.toISOString() ?? '';

function add(unknown: Map<string, string[]>, because: string, target: { readonly logicalId: string }): void {
  unknown.set(because, [...(unknown.get(because) ?? []), target.logicalId]);
}

const idOf = ({ logicalId }: { readonly logicalId: string }): string => logicalId;
