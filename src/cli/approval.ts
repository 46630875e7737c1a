import { UserError } from '../errors/slipway-error.ts';
import type { Plan } from '../plan/plan.ts';
import { short } from '../runtime/sha256.ts';
import type { CliIo } from './io.ts';

export interface ApprovalOptions {
  /** Approves whatever the plan says; said aloud. */
  readonly yes?: boolean;
  /** The fingerprint, or at least its first eight digits, of the plan that is approved. */
  readonly approve?: string;
}

/**
 * Asks a person to approve this very plan: by typing the first digits of its fingerprint, by `--approve`, or by `--yes`.
 * @throws UserError NOT_APPROVED; nothing was changed then
 */
export async function requireApproval(plan: Plan, options: ApprovalOptions, io: CliIo): Promise<void> {
  const name = `${plan.system} ${plan.environment}`;
  if (options.approve !== undefined) {
    const given = options.approve.toLowerCase();
    if (given.length >= 8 && plan.fingerprint.startsWith(given)) return;
    throw new UserError(
      'NOT_APPROVED',
      `--approve ${options.approve} is not this plan of ${name}, which is ${short(plan.fingerprint)}`,
      {
        next: 'read the plan above and approve that one',
      },
    );
  }
  if (options.yes === true) {
    io.err(` approval  ${name}: plan ${short(plan.fingerprint)} approves itself (--yes)\n`);
    return;
  }
  if (io.ask === null) {
    throw new UserError('NOT_APPROVED', `${name} needs a person's approval and nobody can be asked here`, {
      next: `the same command with --approve ${short(plan.fingerprint)}`,
    });
  }
  const answer = await io.ask(` approval  type ${short(plan.fingerprint)} to approve this plan of ${name}: `);
  if (answer.trim().toLowerCase() === short(plan.fingerprint)) return;
  throw new UserError('NOT_APPROVED', `the plan of ${name} was not approved; nothing was changed`);
}
