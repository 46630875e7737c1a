import type { Logger } from '../runtime/logger.ts';
import { logText, workflowCommand } from './workflow-commands.ts';

/** The log of an action. */
export interface ActionLog extends Logger {
  /** Text of several lines as it is, e.g. a plan. */
  text(text: string): void;
  /** Text of several lines, folded under a title. */
  fold(title: string, text: string): void;
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
    fold: (title, text) => {
      write(
        `${workflowCommand('group', {}, title)}${logText(text.trimEnd())}\n${workflowCommand('endgroup', {}, '')}`,
      );
    },
  };
}
