import type { ChangeAction, ChangeSetHook } from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import type { TemplateTree } from '../template/template.ts';
import { noticePosition } from './change-set-notices.ts';
import type { Waiting } from './describe-change-set.ts';

/** A hook that is going to look at a change before it is made. */
export interface PlannedHook {
  /** `Org::S3::Encryption`. */
  readonly type: string;
  /** The resource that it looks at; `null` where it looks at the stack as a whole. */
  readonly logicalId: string | null;
  readonly action: ChangeAction | null;
  /** What it objects to stops the deployment; otherwise it only warns. */
  readonly fails: boolean;
}

export interface ChangeSetHooks {
  /** How often hooks are going to look, by the changes' own counts. */
  readonly count: number;
  /**
   * The hooks by name; `denied` where the caller may not ask, `untold` where CloudFormation does not say (its plan of hooks
   * is unavailable, or the endpoint is older than the call).
   */
  readonly planned: readonly PlannedHook[] | 'denied' | 'untold';
}

export const noHooks: ChangeSetHooks = { count: 0, planned: [] };

/**
 * Asks which hooks are going to look at the changes of a change set, all pages, only where the changes say that some will.
 * CloudFormation plans them apart from the change set: while it does (`PLANNING`) it is asked again.
 *
 * @param count the sum of `HookInvocationCount` of the changes
 * @see API reference, DescribeChangeSetHooks, `Status`
 */
export async function readHooks(count: number, arn: string, waiting: Waiting): Promise<ChangeSetHooks> {
  if (count === 0) return noHooks;
  try {
    const hooks = await plannedHooks(arn, waiting);
    return { count, planned: hooks === null || hooks.length === 0 ? 'untold' : hooks.map(plannedHook) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name.startsWith('AccessDenied')) return { count, planned: 'denied' };
    if (error.name === 'InvalidAction' || error.name.startsWith('ChangeSetNotFound'))
      return { count, planned: 'untold' };
    throw error;
  }
}

/** How often a plan of hooks is asked for that is still being made; about half a minute in all. */
const mostRounds = 15;

async function plannedHooks(
  arn: string,
  { api, clock, signal, jitter = Math.random, until }: Waiting,
): Promise<readonly ChangeSetHook[] | null> {
  for (let round = 0; round < mostRounds; round += 1) {
    signal?.throwIfAborted();
    const first = await api.describeChangeSetHooks?.({ ChangeSetName: arn });
    if (first === undefined || first.Status === 'UNAVAILABLE') return null;
    if (first.Status !== 'PLANNING')
      return [...(first.Hooks ?? []), ...(await furtherPages(api, arn, first))];
    if (clock.now() >= until) return null;
    await clock.sleep(Math.min(500 * 1.4 ** round, 3_000) * (0.75 + jitter() / 2), signal);
  }
  return null;
}

async function furtherPages(
  api: CloudFormationApi,
  arn: string,
  first: { readonly NextToken?: string | undefined },
): Promise<readonly ChangeSetHook[]> {
  const hooks: ChangeSetHook[] = [];
  for (let token = first.NextToken; token !== undefined;) {
    const page = await api.describeChangeSetHooks?.({ ChangeSetName: arn, NextToken: token });
    hooks.push(...(page?.Hooks ?? []));
    token = page?.NextToken;
  }
  return hooks;
}

function plannedHook({ TypeName, FailureMode, TargetDetails }: ChangeSetHook): PlannedHook {
  const target = TargetDetails?.ResourceTargetDetails;
  return {
    type: TypeName ?? 'a hook without a name',
    logicalId: target?.LogicalResourceId ?? null,
    action: target?.ResourceAction ?? null,
    fails: FailureMode !== 'WARN',
  };
}

const before: Readonly<Record<string, string>> = {
  Add: 'it is added',
  Modify: 'it changes',
  Remove: 'it is removed',
  Import: 'it is imported',
};

/**
 * A line for each hook, with the place in the tree first: `app/storage/PhotosBucket: the hook Org::S3::Encryption looks at it
 * before it changes, and can stop the deployment, storage.yml line 12`.
 *
 * @param path the root's name, then logical ids
 */
export function hookLines(
  { count, planned }: ChangeSetHooks,
  path: readonly string[],
  released: TemplateTree | undefined,
): readonly string[] {
  if (count === 0) return [];
  if (typeof planned === 'string') {
    const looks = count === 1 ? 'hook looks' : 'hooks look';
    const which =
      planned === 'denied' ? '; which, takes the permission cloudformation:DescribeChangeSetHooks' : '';
    return [`${path.join('/')}: ${count} ${looks} at it before it changes anything${which}`];
  }
  return planned.map(({ type, logicalId, action, fails }) => {
    const place = [...path, ...(logicalId === null ? [] : [logicalId])].join('/');
    const at = noticePosition({ logicalId, property: [] }, released);
    const does = fails ? 'and can stop the deployment' : 'and only warns';
    const where = at === null ? '' : `, ${at.file} line ${at.line}`;
    return `${place}: the hook ${type} looks at it before ${before[action ?? ''] ?? 'it changes anything'}, ${does}${where}`;
  });
}
