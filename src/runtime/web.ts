import type { Dispatcher } from 'undici';

/** How the web is reached: nothing is opened before something is asked for. */
export interface Web {
  /** An HTTP client for one task, which closes it. */
  readonly open: () => Promise<Dispatcher>;
  readonly signal: AbortSignal;
}
