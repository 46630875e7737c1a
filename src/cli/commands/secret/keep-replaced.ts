import { UserError } from '../../../errors/slipway-error.ts';

/**
 * Writes a secret whose refresh token the provider has just replaced. The one before is out of use by then, so a failure is told
 * as the loss that it is.
 * @param names system, environment and secret, as they were typed
 * @throws UserError SECRET_TOKEN_LOST
 */
export async function keepReplaced(
  id: string,
  names: readonly string[],
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (cause) {
    const reason =
      cause instanceof Error ? (cause instanceof UserError ? cause.code : cause.name) : 'unknown';
    throw new UserError(
      'SECRET_TOKEN_LOST',
      `the provider has replaced the refresh token, and the new one was not written to ${id} (${reason}); the one before is good no more`,
      { next: `slipway secret authorize ${names.join(' ')}` },
    );
  }
}
