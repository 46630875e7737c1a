import type { Position } from './position.ts';

/** Whose mistake it is decides how it prints and which exit code it gives. */
export type Blame = 'user' | 'slipway';

export interface ErrorDetails {
  /** Where the mistake stands, if it stands in a file. */
  readonly at?: Position | undefined;
  /** What to do next; a command that can be pasted where there is one. */
  readonly next?: string | undefined;
  readonly cause?: unknown;
}

/**
 * An error that explains itself. `code` is stable and documented (`docs/errors.md`); `message` names field, value and
 * choices in plain words and never holds a secret. One handler (`src/cli/print-error.ts`) prints it.
 */
export class SlipwayError extends Error {
  override readonly name: string = 'SlipwayError';
  readonly code: string;
  readonly blame: Blame;
  readonly at: Position | undefined;
  readonly next: string | undefined;

  constructor(code: string, message: string, blame: Blame, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.blame = blame;
    this.at = details.at;
    this.next = details.next;
  }
}

/** The user's mistake: bad input, missing credentials, a wrong account. Prints without a stack trace; exit code 2. */
export class UserError extends SlipwayError {
  override readonly name = 'UserError';
  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(code, message, 'user', details);
  }
}

/** Several mistakes of one kind found in one reading, so that they can be mended together. */
export class UserErrors extends UserError {
  readonly errors: readonly UserError[];
  constructor(code: string, message: string, errors: readonly UserError[]) {
    super(code, message);
    this.errors = errors;
  }
}
