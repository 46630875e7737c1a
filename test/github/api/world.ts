import { afterEach, beforeEach } from '@jest/globals';
import type { GitHubApi } from '../../../src/github/api/github-api.ts';
import { openGitHub } from '../../../src/github/api/open-github.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { startFakeGitHub, workflowToken, type FakeGitHub } from '../../fakes/github/fake-github.ts';

/** A clock that jumps to the end of each sleep and writes down how long it was, in milliseconds. */
export class JumpingClock implements Clock {
  readonly sleeps: number[] = [];
  #now = Date.parse('2026-11-21T12:00:00Z');

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number): Promise<void> {
    this.sleeps.push(milliseconds);
    this.#now += milliseconds;
    return Promise.resolve();
  }
}

export interface World {
  readonly github: FakeGitHub;
  readonly clock: JumpingClock;
  /** The API as a workflow's token sees it, or another one. */
  api(token?: string, signal?: AbortSignal): GitHubApi;
}

export const repository = 'octo/app';

/** A GitHub of its own for each test of a file. */
export function useWorld(): { readonly world: World } {
  const holder: { world?: World } = {};
  beforeEach(async () => {
    const clock = new JumpingClock();
    const github = await startFakeGitHub({ repository, now: () => clock.now() });
    holder.world = {
      github,
      clock,
      api: (token = workflowToken, signal = new AbortController().signal) =>
        openGitHub({ token, apiUrl: github.url, repository, clock, logger: silentLogger, signal }),
    };
  });
  afterEach(async () => {
    await holder.world?.github.close();
  });
  return {
    get world() {
      if (!holder.world) throw new Error('there is a world only while a test runs');
      return holder.world;
    },
  };
}
