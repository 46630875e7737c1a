import type { Logger } from '../runtime/logger.ts';
import { logText, workflowCommand } from './workflow-commands.ts';

/** The log of an action. */
export interface ActionLog extends Logger {
  /** Text of several lines as it is, e.g. a plan. */
  text(text: string): void;
  /** Folds what `work` logs under a title. */
  group<T>(title: string, work: () => Promise<T> | T): Promise<T>;
}

/** So many warnings become annotations as they come; the step's own remarks need room, too. */
const loudWarnings = 4;

export function makeLog(write: (text: string) => void, onLoudWarning: () => void): ActionLog {
  let warnings = 0;
  return {
    info: (line) => {
      write(`${logText(line)}\n`);
    },
    warn: (line) => {
      warnings += 1;
      if (warnings > loudWarnings) {
        write(`warning  ${logText(line)}\n`);
        return;
      }
      onLoudWarning();
      write(workflowCommand('warning', {}, line));
    },
    debug: (line) => {
      write(workflowCommand('debug', {}, line));
    },
    text: (text) => {
      write(`${logText(text.trimEnd())}\n`);
    },
    group: async (title, work) => {
      write(workflowCommand('group', {}, title));
      try {
        return await work();
      } finally {
        write(workflowCommand('endgroup', {}, ''));
      }
    },
  };
}
