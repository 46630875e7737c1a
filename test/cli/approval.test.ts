import { describe, expect, test } from '@jest/globals';
import { requireApproval, type ApprovalOptions } from '../../src/cli/approval.ts';
import type { CliIo } from '../../src/cli/io.ts';
import { planWith } from '../plan/stack-plans.ts';

const plan = planWith([]);
const short = plan.fingerprint.slice(0, 8);

async function ask(
  options: ApprovalOptions,
  answer: string | null = null,
): Promise<{ err: string; asked: string }> {
  let err = '';
  let asked = '';
  const io: CliIo = {
    cwd: '/',
    env: {},
    out: () => undefined,
    err: (text) => (err += text),
    isTerminal: answer !== null,
    width: 100,
    ask:
      answer === null
        ? null
        : (question) => {
            asked = question;
            return Promise.resolve(answer);
          },
    signal: new AbortController().signal,
  };
  await requireApproval(plan, options, io);
  return { err, asked };
}

const refused = (message: string): object => expect.objectContaining({ code: 'NOT_APPROVED', message });

describe('a plan is approved', () => {
  test('by a person who types the first digits of its fingerprint', async () => {
    const { asked } = await ask({}, ` ${short.toUpperCase()} \n`);
    expect(asked).toBe(` approval  type ${short} to approve this plan of photos prod: `);
  });

  test('by its fingerprint, whole or from eight digits on', async () => {
    for (const approve of [short, short.toUpperCase(), plan.fingerprint])
      expect(await ask({ approve })).toEqual({ err: '', asked: '' });
  });

  test('by --yes, which says so', async () => {
    expect((await ask({ yes: true })).err).toBe(
      ` approval  photos prod: plan ${short} approves itself (--yes)\n`,
    );
  });
});

describe('a plan is not approved', () => {
  test.each(['', 'yes', 'y', '00000000'])('by a person who types %j', async (answer) => {
    await expect(ask({}, answer)).rejects.toEqual(
      refused('the plan of photos prod was not approved; nothing was changed'),
    );
  });

  test('by fewer than eight digits, or those of another plan', async () => {
    for (const approve of [short.slice(0, 7), '0'.repeat(64), ''])
      await expect(ask({ approve })).rejects.toEqual(
        refused(`--approve ${approve} is not this plan of photos prod, which is ${short}`),
      );
  });

  test('by --yes beside the fingerprint of another plan', async () => {
    await expect(ask({ yes: true, approve: '00000000' })).rejects.toEqual(
      expect.objectContaining({ code: 'NOT_APPROVED' }),
    );
  });

  test('where nobody can be asked', async () => {
    await expect(ask({})).rejects.toEqual(
      expect.objectContaining({
        code: 'NOT_APPROVED',
        message: "photos prod needs a person's approval and nobody can be asked here",
        next: `the same command with --approve ${short}`,
      }),
    );
  });
});
