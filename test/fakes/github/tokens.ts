/** The permissions of a workflow's `permissions:`, with underscores as the API writes them. */
export type Permission =
  'actions' | 'administration' | 'checks' | 'contents' | 'deployments' | 'issues' | 'pull_requests';

export type Level = 'read' | 'write';

/** Whose a token is and what it may do. `metadata: read` is always in it. */
export interface Identity {
  /** `github-actions[bot]` for a workflow's own. */
  readonly login: string;
  readonly permissions: Readonly<Partial<Record<Permission, Level>>>;
}

/** One of these is needed. */
export type Needs = readonly (readonly [Permission, Level])[];

export function mayDo({ permissions }: Identity, needs: Needs): boolean {
  return (
    needs.length === 0 ||
    needs.some(([permission, level]) => {
      const has = permissions[permission];
      return has === 'write' || (has === 'read' && level === 'read');
    })
  );
}
