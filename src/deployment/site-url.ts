import { resolveSource, type StackOutputs } from '../config/stack-instances.ts';
import type { Target } from './target.ts';

/** `https://…` of the site as its visitors see it; `null` for a system without one, and before its stack is there. */
export function siteUrl({ system }: Target, outputs: StackOutputs): string | null {
  return system.site === null ? null : (resolveSource(system.site.url, outputs) ?? null);
}
