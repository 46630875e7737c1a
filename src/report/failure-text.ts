import type { EnvironmentName } from '../config/environment-name.ts';
import { short } from '../runtime/sha256.ts';
import type { FailureCause } from '../stacks/failure.ts';
import { code, prose } from './markdown.ts';
import type { Paint } from './paint.ts';
import { counted } from './units.ts';
import { visible } from './visible.ts';

/** A failed deployment as it is told. */
export interface FailureView {
  readonly system: string;
  readonly environment: EnvironmentName;
  /** The name in `system.yml`. */
  readonly stack: string;
  readonly cause: FailureCause;
  readonly rolledBack: boolean;
  /** What the environment ran before, and runs again after a rollback; `null` where nothing did. */
  readonly previousRelease: string | null;
  /** What to do; a command that can be pasted. */
  readonly next: string | null;
}

/** The cause, the place, the way out; nothing that merely follows from it. */
export function failureText(view: FailureView, paint: Paint): string {
  const { cause } = view;
  const lines = [
    ` ${paint.red('failed')}  ${visible(view.system)} → ${view.environment}   ${paint.bold(subject(view))}`,
    `   ${visible(cause.type)} ${verb(cause.status)}: ${visible(cause.reason)}`,
  ];
  if (cause.at) {
    const line = cause.sourceLine === null ? '' : `      ${paint.dim(visible(cause.sourceLine))}`;
    lines.push(`   ${paint.cyan(`${cause.at.file}:${cause.at.line}`)}${line}`);
  }
  for (const other of cause.others) {
    lines.push(`   also  ${visible([...other.path, other.logicalId].join(' / '))}: ${visible(other.reason)}`);
  }
  lines.push(`   ${aftermath(view)}`);
  if (view.next !== null) lines.push(`   Next: ${view.next}`);
  return lines.join('\n');
}

export function failureMarkdown(view: FailureView): string {
  const { cause } = view;
  const where = cause.at ? ` (${code(`${cause.at.file}:${cause.at.line}`)})` : '';
  const lines = [
    `### failed: ${prose(view.system)} → ${view.environment}, ${code(subject(view))}`,
    `${code(cause.type)} ${verb(cause.status)}${where}: ${code(cause.reason)}`,
    cause.sourceLine === null ? '' : `    ${visible(cause.sourceLine)}`,
    cause.others
      .map((other) => `- also ${code([...other.path, other.logicalId].join(' / '))}: ${code(other.reason)}`)
      .join('\n'),
    aftermath(view),
    view.next === null ? '' : `Next: ${code(view.next)}`,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

/** `app / api / PresignFunction`. */
export function subject(view: Pick<FailureView, 'stack' | 'cause'>): string {
  return visible([view.stack, ...view.cause.path, view.cause.logicalId].join(' / '));
}

function verb(status: string): string {
  if (status.startsWith('CREATE')) return 'could not be created';
  if (status.startsWith('UPDATE')) return 'could not be updated';
  if (status.startsWith('DELETE')) return 'could not be deleted';
  if (status.startsWith('IMPORT')) return 'could not be imported';
  return `ended in ${visible(status)}`;
}

/** What state things are in now. */
export function aftermath({ environment, cause, rolledBack, previousRelease }: FailureView): string {
  const state = !rolledBack
    ? 'It could not be rolled back; the stack needs help before anything else.'
    : previousRelease === null
      ? 'Rolled back; nothing of it is left.'
      : `Rolled back; ${environment} runs release ${short(previousRelease)} as before.`;
  if (cause.cancelled === 0) return state;
  const were = cause.cancelled === 1 ? 'was' : 'were';
  return `${state} ${counted(cause.cancelled, 'resource')} ${were} cancelled because of this.`;
}
