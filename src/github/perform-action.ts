import { SlipwayError, UserErrors } from '../errors/slipway-error.ts';
import { code, fenced } from '../report/markdown.ts';
import { visible } from '../report/visible.ts';
import type { Action, ActionEnd } from './action.ts';
import { workflowCommand } from './workflow-commands.ts';

/**
 * Runs an action to its end: the one place where an error becomes an annotation and an exit code.
 * @returns 0, or 1 where it failed; never throws
 */
export async function performAction(
  action: Action,
  main: (action: Action) => Promise<ActionEnd>,
): Promise<0 | 1> {
  let end: ActionEnd;
  try {
    end = await main(action);
  } catch (error) {
    tellError(action, error);
    end = 'failed';
  }
  try {
    action.finish();
  } catch (error) {
    tellError(action, error);
    end = 'failed';
  }
  return end === 'succeeded' ? 0 : 1;
}

function tellError(action: Action, error: unknown): void {
  if (action.io.signal.aborted) {
    action.log.info('cancelled; run the job again to go on');
    return;
  }
  const errors = error instanceof UserErrors ? error.errors : [error];
  for (const one of errors) tellOne(action, one);
  if (error instanceof UserErrors) action.log.info(error.message);
}

function tellOne(action: Action, error: unknown): void {
  if (!(error instanceof SlipwayError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    action.io.write(workflowCommand('error', { title: 'Slipway failed in a way it does not know' }, text));
    return;
  }
  action.summarize(errorMarkdown(action.name, error));
  const next = error.next === undefined ? '' : `\nNext: ${error.next}`;
  const stack = error.blame === 'slipway' ? `\n${error.stack ?? ''}` : '';
  action.annotate({
    kind: 'error',
    title: error.code,
    message: `${error.message} [${error.code}]${next}${stack}`,
    at: action.place(error.at),
    severity: 100,
  });
}

function errorMarkdown(name: string, { code: errorCode, message, next }: SlipwayError): string {
  return [
    `### ${name} failed · ${code(errorCode)}`,
    fenced('', message.split('\n').map(visible)),
    ...(next === undefined ? [] : [`Next: ${code(next)}`]),
  ].join('\n\n');
}
