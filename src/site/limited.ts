import pLimit from 'p-limit';

/**
 * Does something with each item, at most `concurrency` at once. After a failure nothing new starts; what runs is waited
 * for, so that nothing is written behind the caller's back; then the first failure is thrown.
 */
export async function forEachLimited<Item>(
  items: Iterable<Item>,
  concurrency: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const limit = pLimit(concurrency);
  const failures: unknown[] = [];
  await Promise.all(
    Array.from(items, (item) =>
      limit(async () => {
        if (failures.length > 0) return;
        try {
          await act(item);
        } catch (failure) {
          failures.push(failure);
        }
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
}
