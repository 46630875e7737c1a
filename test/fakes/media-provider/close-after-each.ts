import { afterEach } from '@jest/globals';

/** Ends servers after the test that started them. */
export function closedAfterEach(): <T extends AsyncDisposable>(started: T) => T {
  const open: AsyncDisposable[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
  });
  return (started) => {
    open.push(started);
    return started;
  };
}
