import { expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { writeShop } from '../lint/fixture.ts';
import { slipway } from './record.ts';

test('a path that CloudFront would not take changes nothing, and says why', async () => {
  const root = await writeShop();
  try {
    const done = await slipway(root, ['invalidate', 'shop', 'dev', '/help*/x']);
    expect(done.exitCode).toBe(2);
    expect(done.err).toContain(
      'the path to invalidate is "/help*/x", where a * stands elsewhere than at the end  [PATH_INVALID]',
    );
  } finally {
    await rm(root, { recursive: true });
  }
});
