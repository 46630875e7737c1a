import { SlipwayError, UserErrors } from '../../src/errors/slipway-error.ts';

/** The mistakes for which a file is refused: `line:column CODE message` each. */
export function mistakesOf(parse: () => unknown): string[] {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof SlipwayError)) throw error;
    const errors = error instanceof UserErrors ? error.errors : [error];
    return errors.map(
      (each) => `${each.at?.line ?? '?'}:${each.at?.column ?? '?'} ${each.code} ${each.message}`,
    );
  }
  throw new Error('the file was accepted');
}
