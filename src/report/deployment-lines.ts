import type { DeploymentEvent } from '../deployment/progress.ts';
import type { StackEvent } from '../stacks/stack-event.ts';
import { bytes, clockTime, counted } from './units.ts';
import { smokeCounts } from './smoke-text.ts';
import { padded } from './columns.ts';
import { visible } from './visible.ts';

/**
 * A deployment as plain lines, one an event that tells something, with the time since its start in front: for CI and
 * pipes.
 *
 * @param started milliseconds since the epoch
 */
export function deploymentLine(
  event: DeploymentEvent,
  { started, now }: { started: number; now: number },
): string | null {
  const text = eventText(event);
  return text === null ? null : ` ${clockTime(now - started).padStart(6)}  ${text}`;
}

function eventText(event: DeploymentEvent): string | null {
  switch (event.kind) {
    case 'stack-started':
      return line('stack', `${event.stackName}  ${event.outcome === 'create' ? 'is created' : 'is changed'}`);
    case 'stack-unchanged':
      return line('stack', `${event.stackName}  no changes`);
    case 'stack-event':
      return stackEventText(event.stack, event.event);
    case 'stack-finished':
      return line('stack', `${event.stackName}  ${finished(event.result)}`);
    case 'site-published':
      return line('site', `${event.written} of ${counted(event.total, 'file')}, ${bytes(event.bytes)}`);
    case 'edge-serving':
      return line(
        'edge',
        `${counted(event.invalidated, 'path')} invalidated, serving this release after ${clockTime(event.took)}`,
      );
    case 'smoke-finished':
      return line('smoke', smokeCounts(event.report));
  }
}

function finished(result: Extract<DeploymentEvent, { kind: 'stack-finished' }>['result']): string {
  switch (result.kind) {
    case 'succeeded':
      return result.leftovers.length === 0
        ? 'done'
        : `done; left behind, to be deleted by hand: ${result.leftovers.join(', ')}`;
    case 'no-changes':
      return 'no changes';
    case 'failed':
      return result.rolledBack ? 'failed, rolled back' : `failed, stands in ${result.status}`;
  }
}

/** Ends and failures of resources; that each one also begins would double the log and tell nothing. */
function stackEventText(stack: string, event: StackEvent): string | null {
  const failed = event.status.endsWith('_FAILED');
  const rollback = event.status.endsWith('ROLLBACK_IN_PROGRESS');
  if (!failed && !rollback && !event.status.endsWith('_COMPLETE')) return null;
  const own = isOwn(event) ? event.path : [...event.path, event.logicalId];
  if (own.length === 0 && !failed && !rollback) return null;
  const reason = (failed || rollback) && event.reason !== null ? `  ${event.reason}` : '';
  return line('', `${[stack, ...own].join('/')}  ${event.type}  ${spoken(event.status)}${reason}`);
}

/** Whether an event is about the stack that reports it: logical ids hold no hyphen, names of stacks here always do. */
export function isOwn(event: StackEvent): boolean {
  return event.type === 'AWS::CloudFormation::Stack' && event.logicalId.includes('-');
}

/** `UPDATE_ROLLBACK_IN_PROGRESS` → `update rollback in progress`. */
function spoken(status: string): string {
  return status.toLowerCase().replaceAll('_', ' ');
}

const line = (word: string, text: string): string => `${padded(word, 6)} ${visible(text)}`;
