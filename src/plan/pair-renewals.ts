import type { TemplateBody } from '../template/template.ts';
import type { ResourceChange } from './plan.ts';

/** What packaging appends to a renewed resource's logical id (`src/release/renewal.ts`). */
const suffix = /[0-9a-f]{8}$/;

/**
 * Pairs the addition of a resource that asks to be renewed (`Metadata.Slipway.RenewWith`) with the removal of the one it
 * takes over from: same type, same logical id but for the suffix that packaging gives.
 */
export function pairRenewals(
  changes: readonly ResourceChange[],
  body: TemplateBody,
): readonly ResourceChange[] {
  const removed = changes.filter((change) => change.action === 'remove');
  return changes.map((change) => {
    if (change.action !== 'add' || !asksToBeRenewed(body, change.logicalId)) return change;
    const name = change.logicalId.replace(suffix, '');
    const former = removed.find(
      ({ type, logicalId }) =>
        type === change.type && (logicalId === name || logicalId.replace(suffix, '') === name),
    );
    return former === undefined ? change : { ...change, renews: former.logicalId };
  });
}

function asksToBeRenewed(body: TemplateBody, logicalId: string): boolean {
  const slipway = body.Resources[logicalId]?.Metadata?.['Slipway'];
  return typeof slipway === 'object' && slipway !== null && 'RenewWith' in slipway;
}
