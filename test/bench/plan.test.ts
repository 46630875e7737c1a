import { describe, expect, test } from '@jest/globals';
import { asksTooMuch, changesOf, collect, planOf, renderings, timeChain } from '../../bench/plan/measure.ts';

/** What `npm run bench:plan` measures in large, in small and without its times. */
describe('collecting a plan over many pages', () => {
  const small = { children: 5, changesInEach: 7, pageSize: 3, latency: 0 };

  test('takes one call for a page and child, and no more', async () => {
    const collected = await collect(small);
    expect(changesOf(collected.plan)).toBe(35);
    expect(asksTooMuch(collected)).toEqual([]);
    const again = { verb: 'getTemplate', subject: collected.served.calls[0]?.subject ?? '' };
    const calls = [...collected.served.calls, again, again];
    expect(asksTooMuch({ ...collected, served: { ...collected.served, calls } })).toHaveLength(1);
  });

  test('gives every form of the plan', async () => {
    const { plan } = await collect(small);
    const { mermaid, ...others } = renderings(planOf(plan));
    expect(Object.keys(others)).toEqual(['terminal', 'comments', 'summary', 'markdown', 'html', 'json']);
    for (const text of Object.values(others)) expect(text).toContain('Topic7');
    expect(mermaid).toContain('flowchart');
  });

  test('is compared with calls that are made one after the other', async () => {
    expect(await timeChain(3, 20)).toBeGreaterThanOrEqual(3 * 19);
  });
});
