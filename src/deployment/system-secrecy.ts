import type { StackInstance } from '../config/system.ts';
import { SlipwayError } from '../errors/slipway-error.ts';
import {
  outputSecrecy,
  secretParameters,
  type FormerSecrets,
  type OutputSecrecy,
} from '../plan/secret-outputs.ts';
import { openRelease } from '../release/open-release.ts';
import type { ArtifactStore, Sha256 } from '../release/release.ts';
import type { Logger } from '../runtime/logger.ts';
import { short } from '../runtime/sha256.ts';
import { readTarget } from './read-target.ts';
import type { Target } from './target.ts';

/** Where secrets go from one root stack to the next. */
export interface SystemSecrecy {
  /** By the release, and by the one that was deployed: what either takes for a secret is one. */
  readonly outputs: OutputSecrecy;
  /** Of a stack as it is deployed, which the release may wire otherwise. */
  formerSecrets(stack: string): FormerSecrets;
}

/**
 * Follows secrets through the wiring of the release and of the one before. Where that can't be read any more (swept, or in a
 * form of another version of Slipway), every parameter whose value changes is taken for a secret.
 *
 * @param base the release that the environment runs; `null`: none that is known, so that nothing is known to be a secret
 */
export async function systemSecrecy(
  target: Target,
  base: Sha256 | null,
  { store, logger }: { readonly store: ArtifactStore; readonly logger: Logger },
): Promise<SystemSecrecy> {
  const outputs = await outputSecrecy(target.instances, target.release);
  if (base === null) return { outputs, formerSecrets: () => new Set() };
  if (base === target.release.id) return withFormer(outputs, { instances: target.instances, outputs });
  const former = await formerWiring(base, target, store).catch((error: unknown) => {
    if (!(error instanceof SlipwayError)) throw error;
    logger.warn(
      `what release ${short(base)} wired can't be read, so changed parameters are masked: ${error.message}`,
    );
    return null;
  });
  return former === null ? { outputs, formerSecrets: () => 'all' } : withFormer(outputs, former);
}

interface FormerWiring {
  readonly instances: readonly StackInstance[];
  readonly outputs: OutputSecrecy;
}

async function formerWiring(
  base: Sha256,
  { environment }: Target,
  store: ArtifactStore,
): Promise<FormerWiring> {
  const { instances, release } = await readTarget(await openRelease(base, store), environment.environment);
  return { instances, outputs: await outputSecrecy(instances, release) };
}

function withFormer(outputs: OutputSecrecy, former: FormerWiring): SystemSecrecy {
  const either = new Map(outputs);
  for (const [output, isSecret] of former.outputs) if (isSecret) either.set(output, true);
  return {
    outputs: either,
    formerSecrets: (stack) => {
      const instance = former.instances.find(({ name }) => name === stack);
      return instance === undefined ? new Set() : secretParameters(instance, former.outputs);
    },
  };
}
