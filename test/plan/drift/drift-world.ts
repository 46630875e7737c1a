import type { DriftedResource, StackDrift } from '../../../src/plan/drift/drift.ts';
import { photos } from '../photos.ts';
import { makeWorld, type Sources } from '../world.ts';

export type World = ReturnType<typeof makeWorld>;
export const given = { SigningKey: 'canary-signing-key' };

/** A world in which the sources are deployed. */
export function deployed(sources: Sources = photos()): World {
  const world = makeWorld();
  world.deploy(world.release(sources), given);
  return world;
}

/** What a plan of other sources says of drift. */
export async function driftOf(
  world: World,
  after: Sources,
  look: 'now' | 'last' = 'now',
): Promise<StackDrift> {
  const plan = await world.plan(world.release(after), given, {
    drift: { look, api: () => Promise.resolve(world.drift) },
  });
  if (plan.drift === undefined) throw new Error('the plan tells of no drift');
  return plan.drift;
}

/** `api/PresignFunction overwritten: MemorySize overwritten 256→1024 becomes 512` */
export function told({ path, effect, properties }: DriftedResource): string {
  const each = properties.map(
    (property) =>
      `${property.path} ${property.effect} ${property.expected ?? '-'}→${property.actual ?? '-'}${property.becomes === null ? '' : ` becomes ${property.becomes}`}`,
  );
  return `${path.join('/')} ${effect}${each.length > 0 ? `: ${each.join(', ')}` : ''}`;
}

export const presign = 'photos-dev-app/api/PresignFunction';
