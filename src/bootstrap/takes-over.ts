import { parseTemplate } from '../template/parse-template.ts';
import type { BootstrapTemplate, RegionChange } from './bootstrap.ts';

/**
 * Which stacks make what a change of another one removes. What they make has the same names, and IAM has each name once: they
 * can be made only after the removal, and CloudFormation refuses even their change sets before ("Pre-deployment validation":
 * resource name conflict). So it is where an account was bootstrapped when one stack held all.
 *
 * @throws UserError as `parseTemplate`
 */
export function takesOver(change: RegionChange, later: readonly BootstrapTemplate[]): readonly string[] {
  if (change.kind === 'no-changes') return [];
  const removed = new Map(
    change.resources
      .filter(({ action }) => action === 'Remove')
      .map(({ logicalId, type }) => [logicalId, type]),
  );
  return later
    .filter(({ text, file }) =>
      Object.entries(parseTemplate(text, file).body.Resources).some(
        ([logicalId, { Type }]) => removed.get(logicalId) === Type,
      ),
    )
    .map(({ stack }) => stack);
}
