import { log } from '../shared-http/log.ts';
import { tryCache, type Connectivity } from './try-cache.ts';

/** Milliseconds; the function itself has 10 seconds. */
const patience = 5000;

/** Tells whether the cache at `CACHE_HOST` and `CACHE_PORT` answers. The event says nothing. */
export async function handler(): Promise<Connectivity> {
  const host = process.env['CACHE_HOST'] ?? '';
  const port = Number(process.env['CACHE_PORT']);
  if (host === '' || !Number.isInteger(port)) throw new Error('CACHE_HOST and CACHE_PORT are not set');
  const answer = await tryCache({ host, port, patience });
  log(answer.reachable ? 'info' : 'error', 'cache tried', { ...answer });
  return answer;
}
