import type { EnvironmentVariables } from '../runtime/environment-variables.ts';
import type { Web } from '../runtime/web.ts';

/**
 * The way to the web for what needs no credentials; it obeys what `makeDispatcher` obeys. The HTTP client is loaded when
 * something is asked for.
 */
export function webOf(env: EnvironmentVariables, signal: AbortSignal): Web {
  return {
    signal,
    open: async () => {
      const { makeDispatcher } = await import('./http.ts');
      return makeDispatcher(env);
    },
  };
}
