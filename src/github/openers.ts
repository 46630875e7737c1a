import type { Openers } from './action.ts';

/** The world as it is. What it takes is loaded when it is first asked for: an action with a wrong input loads none of it. */
export const openers: Openers = {
  openSession: async (action) => {
    const { openSession } = await import('./session/open-session.ts');
    return openSession(action);
  },
  openGitHub: async (action, token) => {
    const [{ openGitHub }, { readRun }, { systemClock }] = await Promise.all([
      import('./api/open-github.ts'),
      import('./run.ts'),
      import('../runtime/clock.ts'),
    ]);
    const { repository, apiUrl } = readRun(action.io.env);
    return openGitHub({
      token,
      repository,
      apiUrl,
      clock: systemClock,
      logger: action.log,
      signal: action.io.signal,
    });
  },
};
