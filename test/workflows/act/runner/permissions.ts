/**
 * What a job's token may do (https://docs.github.com/actions, "Workflow syntax", `permissions`; "Reusing workflow
 * configurations", "Access and permissions for nested workflows"): a job's own block replaces the workflow's, scopes that a
 * block does not name are `none`, and a called workflow can only have less than its caller.
 */
export type Access = 'none' | 'read' | 'write';
export type Permissions = Readonly<Record<string, Access>>;

const order: readonly Access[] = ['none', 'read', 'write'];

/** The repository's setting where nobody says anything: "Read repository contents and packages". */
export const restricted: Permissions = { contents: 'read', packages: 'read' };

/**
 * Reads a `permissions:` block.
 * @throws Error for shorthands that give everything, which no workflow here may use
 */
export function readPermissions(block: unknown, where: string): Permissions {
  if (block === null || block === undefined) return {};
  if (typeof block !== 'object') throw new Error(`${where}: permissions: ${JSON.stringify(block)}`);
  return Object.fromEntries(
    Object.entries(block).map(([scope, access]: [string, unknown]) => {
      if (access !== 'none' && access !== 'read' && access !== 'write')
        throw new Error(`${where}: permissions.${scope} is ${String(access)}`);
      return [scope, access];
    }),
  );
}

/** The scopes of which more is asked for than there is. GitHub refuses to start such a run. */
export function beyond(asked: Permissions, given: Permissions): readonly string[] {
  return Object.entries(asked)
    .filter(([scope, access]) => order.indexOf(access) > order.indexOf(given[scope] ?? 'none'))
    .map(([scope, access]) => `${scope}: ${access}`);
}

/** What is left of it in a run for a fork's pull request: reading, and no identity. */
export function ofFork(permissions: Permissions): Permissions {
  return Object.fromEntries(
    Object.entries(permissions)
      .filter(([scope]) => scope !== 'id-token')
      .map(([scope, access]) => [scope, access === 'write' ? 'read' : access]),
  );
}
