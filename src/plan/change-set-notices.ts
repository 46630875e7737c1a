import type { DescribeEventsCommandOutput, OperationEvent } from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import type { Position } from '../errors/position.ts';
import type { TemplateTree } from '../template/template.ts';

/** What one of CloudFormation's validations, or a hook, finds wrong while a change set is made. */
export interface ChangeSetNotice {
  /** The validation's or the hook's name: `AWS::EarlyValidation::PropertyValidation`. */
  readonly by: string;
  /** `null` where it is about the stack as a whole. */
  readonly logicalId: string | null;
  /** From the resource's properties: `['NotificationConfiguration']`; empty where it names none. */
  readonly property: readonly string[];
  readonly reason: string;
  /** Whether the change set fails for it; otherwise it only warns, and the change set is made. */
  readonly fails: boolean;
}

/** `[]` where there is nothing to tell, `null` where the caller may not look. */
export type ChangeSetNotices = readonly ChangeSetNotice[] | null;

/**
 * Reads what validations and hooks found while a change set was made, all pages. Those that only warn (a bucket that is not
 * empty, a quota) come with change sets that were made, too, so every one is asked. DescribeEvents has a permission of its
 * own; without it the plan stands, and says so.
 *
 * @see API reference, DescribeEvents and OperationEvent
 */
export async function readNotices(api: CloudFormationApi, changeSet: string): Promise<ChangeSetNotices> {
  const events: OperationEvent[] = [];
  let token: string | undefined;
  try {
    do {
      const page: DescribeEventsCommandOutput | undefined = await api.describeEvents?.({
        ChangeSetName: changeSet,
        ...(token === undefined ? {} : { NextToken: token }),
      });
      events.push(...(page?.OperationEvents ?? []));
      token = page?.NextToken;
    } while (token !== undefined);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name.startsWith('AccessDenied')) return null;
    // The API is younger than some endpoints; a change set may have been deleted since it was described.
    if (error.name === 'InvalidAction' || error.name.startsWith('ChangeSetNotFound')) return [];
    throw error;
  }
  const notices = events.flatMap((event) => noticeOf(event) ?? []);
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}

function noticeOf(event: OperationEvent): ChangeSetNotice | null {
  const path = (event.ValidationPath ?? '').split('/').filter((step) => step !== '');
  const at = path.indexOf('Properties');
  const place = {
    logicalId: event.LogicalResourceId ?? (path[0] === 'Resources' ? (path[1] ?? null) : null),
    property: at < 0 ? [] : path.slice(at + 1),
  };
  const fallback = event.ResourceStatusReason ?? 'no reason is given';
  switch (event.EventType) {
    case 'VALIDATION_ERROR':
      if (event.ValidationStatus === 'SKIPPED') return null;
      return {
        by: event.ValidationName ?? 'a validation',
        ...place,
        reason: event.ValidationStatusReason ?? fallback,
        fails: event.ValidationFailureMode !== 'WARN',
      };
    case 'HOOK_INVOCATION_ERROR':
      return {
        by: event.HookType ?? 'a hook',
        ...place,
        reason: event.HookStatusReason ?? fallback,
        fails: event.HookFailureMode !== 'WARN',
      };
    default:
      return null;
  }
}

/** Where the released template has what a notice is about; `null` for what it does not hold. */
export function noticePosition(
  { logicalId, property }: Pick<ChangeSetNotice, 'logicalId' | 'property'>,
  released: TemplateTree | undefined,
): Position | null {
  if (logicalId === null || released?.template.body.Resources[logicalId] === undefined) return null;
  const place = ['Resources', logicalId];
  return released.template.locateKey(property.length === 0 ? place : [...place, 'Properties', ...property]);
}

/** `app/storage/PhotosBucket: the bucket is not empty (AWS::…)`; `path` leads to the stack, or is empty. */
export function noticeText(
  { logicalId, property, reason, by }: ChangeSetNotice,
  path: readonly string[],
): string {
  const subject = [[...path, ...(logicalId === null ? [] : [logicalId])].join('/'), ...property];
  const named = subject.filter((step) => step !== '').join('.');
  return `${named === '' ? '' : `${named}: `}${reason} (${by})`;
}
